// A message as Block Kit. Text is rich text, whose runs Slack shows as they are: nothing that others wrote can mention
// anybody, make a link or change the layout, and nothing has to be escaped.
import type { types } from '@slack/bolt'
import type { Message, Paragraph } from '../../replies/message.ts'
import { fitBody } from './fit-body.ts'
import { limits } from './limits.ts'
import { buttonBlocks, choiceBlocks } from './render-controls.ts'
import { type Staff, toElements } from './render-spans.ts'
import { fallbackOf, plainText, wordsOf } from './text.ts'

export type Rendered = { readonly text: string; readonly blocks: types.KnownBlock[] }

/** Within what Slack takes, whatever the message: too much of it is cut, and said to be. */
export function renderMessage(message: Message, staff: Staff): Rendered {
  const body = fitBody(message)
  const blocks = [...runsOf(body).map((run) => textBlock(run, staff)), ...noteBlocks(message)]
  return {
    text: fallbackOf(message),
    blocks: [...blocks, ...choiceBlocks(message.choices), ...buttonBlocks(message.buttons)],
  }
}

/** A block for each line of text, and one for items that follow each other. The last one takes what is left over. */
function runsOf(paragraphs: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const runs: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const run = runs.at(-1)
    const goesOn = paragraph.kind === 'item' && run?.at(-1)?.kind === 'item'
    if (run && (goesOn || runs.length === limits.blocks)) run.push(paragraph)
    else runs.push([paragraph])
  }
  return runs
}

function textBlock(run: readonly Paragraph[], staff: Staff): types.RichTextBlock {
  const sections = run.map(({ spans }) => toElements(spans, staff))
  const isList = run[0]!.kind === 'item'
  return { type: 'rich_text', elements: [isList ? toList(sections) : toSection(sections)] }
}

function toList(sections: readonly types.RichTextElement[][]): types.RichTextList {
  const items = sections.map((elements) => ({ type: 'rich_text_section' as const, elements }))
  return { type: 'rich_text_list', style: 'bullet', elements: items }
}

function toSection(sections: readonly types.RichTextElement[][]): types.RichTextSection {
  const lines = sections.flatMap((elements, i) =>
    i === 0 ? elements : [{ type: 'text' as const, text: '\n' }, ...elements],
  )
  return { type: 'rich_text_section', elements: lines }
}

/** Small print is plain: it has no links and no mentions in Slack. In one block, its lines would stand side by side. */
function noteBlocks({ paragraphs }: Message): readonly types.ContextBlock[] {
  const notes = paragraphs.filter(({ kind }) => kind === 'note').map(wordsOf)
  const shown = notes.filter((note) => note.trim() !== '').slice(0, limits.notes)
  const most = Math.floor(limits.noteTexts / Math.max(1, shown.length))
  return shown.map((note) => ({ type: 'context', elements: [plainText(note, most)] }))
}
