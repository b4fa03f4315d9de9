// What is for one person's eyes: a line under their own click or command, or a direct message when there are files or
// buttons, which such a line cannot hold.
import { createHash } from 'node:crypto'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Message } from '../../replies/message.ts'
import type { CallbackOptions } from './callback-options.ts'
import { render } from './render.ts'
import { words } from './words.ts'

type Options = Pick<CallbackOptions, 'people' | 'post' | 'log' | 'timings'>

/** A message, a sentence of this adapter, or nothing. */
export type Said = Message | string | null

export type Asked = {
  readonly person: string
  /** Names what was asked, so that it is answered once. */
  readonly key: string
}

/** Who asked, under a key made of whatever tells this question from another. */
export const askedBy = (person: string, ...what: readonly string[]): Asked => ({
  person,
  key: `private ${createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 24)}`,
})

/** The line to show, in Markdown; what does not fit in it is sent directly first. */
export async function lineFor({ people, post }: Options, { person, key }: Asked, said: Said): Promise<string | null> {
  if (said === null || typeof said === 'string') return said
  const { files, buttons, choices, language } = said
  if (files.length + buttons.length + choices.length === 0) return render(said, await people.calloutFor(said))
  await post({ direct: person }, key, said)
  return words[language].sentDirectly
}

/**
 * The line for what `work` says when that is soon; otherwise `soon` is false and `later` is called with it. A failure
 * is said as well.
 */
export async function answerSoon(
  options: Options,
  asked: Asked,
  work: () => Promise<Said>,
  later: (said: Said) => Promise<void>,
): Promise<{ readonly soon: boolean; readonly line: string | null }> {
  const said = attempt(options, asked, work)
  const line = said.then((text) => attempt(options, asked, () => lineFor(options, asked, text)))
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), options.timings.answer)
  })
  const first = await Promise.race([line.then((text) => ({ text: text as string | null })), timeout])
  clearTimeout(timer)
  if (first !== null) return { soon: true, line: first.text }
  give(options, said, later)
  return { soon: false, line: null }
}

/** Lets `later` say what `work` says, whenever that is. */
export function answerAfter(
  options: Options,
  asked: Asked,
  work: () => Promise<Said>,
  later: (said: Said) => Promise<void>,
): void {
  give(options, attempt(options, asked, work), later)
}

function give({ log }: Options, said: Promise<Said>, later: (said: Said) => Promise<void>): void {
  void said.then(later).catch((error: unknown) => {
    log.warn({ error }, 'mattermost: an answer could not be given')
  })
}

async function attempt(options: Options, { person }: Asked, work: () => Promise<Said>): Promise<Said> {
  try {
    return await work()
  } catch (error) {
    const level = error instanceof OutsideError ? 'warn' : 'error'
    options.log[level]({ error }, 'mattermost: what a person asked for failed')
    return words[options.people.languageOf(person)].notJustNow
  }
}

/** What came too late for a line, as a direct message. */
export async function sayDirectly({ people, post }: Options, { person, key }: Asked, said: Said): Promise<void> {
  if (said === null) return
  const spans = typeof said === 'string' ? [said.replaceAll('`', '')] : []
  const plain = { paragraphs: [{ kind: 'text' as const, spans }], files: [], buttons: [], choices: [] }
  const message = typeof said === 'string' ? { language: people.languageOf(person), ...plain } : said
  await post({ direct: person }, key, message)
}
