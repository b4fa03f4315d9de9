// Block Kit drawn by ourselves, after the look of Slack's thread pane, for pictures and for eyes: it is not Slack.
import type { Seen } from '../fakes/slack/seen.ts'
import type { Json } from '../fakes/slack/state.ts'

/** A page with these posts; names of people by their ids. */
export function slackPage(posts: readonly Seen[], names: Readonly<Record<string, string>>): string {
  const drawn = posts.map((post) => postHtml(post, names)).join('')
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><style>${style}</style><main><h1>Fil</h1>${drawn}</main></html>`
}

function postHtml({ author, blocks, text, files, reactions }: Seen, names: Readonly<Record<string, string>>): string {
  const name = names[author] ?? author
  const app = author === 'U0BOT' ? '<small class="app">APP</small>' : ''
  const body = blocks.length > 0 ? blocks.map((block) => blockHtml(block, names)).join('') : `<p>${escaped(text)}</p>`
  const shown = files
    .map(({ name: file }) => `<a class="file"><b>${escaped(file)}</b><small>${kindOf(file)}</small></a>`)
    .join('')
  const marks = reactions.map((mark) => `<p><span class="mark">${emoji[mark] ?? mark} 1</span></p>`).join('')
  const initial = author === 'U0BOT' ? '✓' : escaped(name.slice(0, 1))
  return `<article><i class="face ${author === 'U0BOT' ? 'bot' : ''}">${initial}</i><div><header><b>${escaped(name)}</b>${app}</header>${body}${shown}${marks}</div></article>`
}

function blockHtml(block: Json, names: Readonly<Record<string, string>>): string {
  const elements = (block.elements ?? []) as readonly Json[]
  if (block.type === 'rich_text') return elements.map((element) => richHtml(element, names)).join('')
  if (block.type === 'context') return `<p class="context">${elements.map(({ text }) => String(text)).join(' ')}</p>`
  if (block.type === 'actions') return `<p class="actions">${elements.map(buttonHtml).join('')}</p>`
  const { text, accessory } = block as { readonly text: Json; readonly accessory: Json }
  return `<p class="section"><span>${String(text.text)}</span>${menuHtml(accessory)}</p>`
}

function richHtml({ type, elements }: Json, names: Readonly<Record<string, string>>): string {
  const parts = elements as readonly Json[]
  if (type !== 'rich_text_list') return `<p>${parts.map((part) => spanHtml(part, names)).join('')}</p>`
  const items = parts.map(
    (part) => `<li>${(part.elements as readonly Json[]).map((each) => spanHtml(each, names)).join('')}</li>`,
  )
  return `<ul>${items.join('')}</ul>`
}

function spanHtml({ type, text, style: look, user_id: person }: Json, names: Readonly<Record<string, string>>): string {
  if (type === 'user') return `<span class="mention">@${escaped(names[String(person)] ?? String(person))}</span>`
  if (type === 'link') return `<a>${escaped(String(text))}</a>`
  const { bold, italic, code } = (look ?? {}) as Json
  const shown = escaped(String(text)).replaceAll('\n', '<br>').replaceAll('📎', clip)
  if (code) return `<code>${shown}</code>`
  return bold ? `<b>${shown}</b>` : italic ? `<em>${shown}</em>` : shown
}

function buttonHtml({ text, style: look }: Json): string {
  return `<button class="${typeof look === 'string' ? look : ''}">${String((text as Json).text)}</button>`
}

function menuHtml({ initial_option: chosen, placeholder }: Json): string {
  return `<button class="menu">${String(((chosen ?? { text: placeholder }) as { readonly text: Json }).text.text)} ⌄</button>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const kindOf = (file: string) => (file.endsWith('.xlsx') ? 'Classeur Excel' : 'CSV')

/** The browser of the tests has no font for it. */
const clip =
  '<svg width="15" height="15" viewBox="0 0 24 24" fill="none" stroke="#616061" stroke-width="2"><path d="M21 11.5l-9 9a6 6 0 0 1-8.500-8.500l9-9a4 4 0 0 1 5.700 5.700l-9 9a2 2 0 0 1-2.900-2.900l8.300-8.200"/></svg>'

const emoji: Readonly<Record<string, string>> = { eyes: '👀', white_check_mark: '✅', warning: '⚠️', no_entry: '⛔' }

const style = `
* { margin: 0; box-sizing: border-box }
body { font: 15px/1.467 system-ui, "Open Sans", sans-serif; color: #1d1c1d; background: #fff }
main { width: 560px; padding: 0 20px 20px }
h1 { font-size: 18px; padding: 14px 0 12px; border-bottom: 1px solid #ddd; margin: 0 -20px 8px; padding-left: 20px }
article { display: flex; gap: 10px; padding: 8px 0 }
article > div { flex: 1; min-width: 0 }
header b { margin-right: 6px }
.app { background: #e8e8e8; color: #616061; border-radius: 2px; padding: 0 3px; font-size: 10px }
.face { flex: none; width: 36px; height: 36px; border-radius: 6px; background: #7c4d8b; color: #fff; font-style: normal; display: grid; place-items: center; font-weight: 700 }
.bot { background: #1d4f6e }
p, ul { margin: 4px 0 8px }
svg { vertical-align: -2px }
ul { padding-left: 22px }
li { margin: 2px 0 }
code { font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; color: #c01343; background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px; white-space: pre-wrap; overflow-wrap: anywhere }
.context { font-size: 13px; color: #616061; margin: 4px 0 }
.actions, .section { display: flex; gap: 8px; flex-wrap: wrap; align-items: center }
.section { justify-content: space-between }
button { font: 700 13px system-ui, "Open Sans", sans-serif; color: #1d1c1d; background: #fff; border: 1px solid #bbb; border-radius: 4px; padding: 5px 12px }
.primary { background: #007a5a; border-color: #007a5a; color: #fff }
.danger { color: #e01e5a; border-color: #e01e5a }
.menu { font-weight: 400 }
.file { display: inline-flex; flex-direction: column; border: 1px solid #ddd; border-radius: 8px; padding: 8px 14px; margin: 4px 8px 4px 0 }
.file small { color: #616061 }
.mark { display: inline-block; line-height: 1.6; border: 1px solid #ddd; background: #f8f8f8; border-radius: 12px; padding: 0 8px; font-size: 12px; margin-top: 4px }
.mention { background: #f2c74466; color: #1264a3; border-radius: 3px }
a { color: #1264a3 }
`
