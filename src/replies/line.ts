// Sentences are written as templates (`**bold**`, `*italic*`) and what others wrote enters them as a code span only.
import type { Span } from './message.ts'
import { shown } from './values.ts'

export type Line = readonly Span[]
type Tone = 'plain' | 'bold' | 'italic'

/** Text that others wrote, to be shown literally: at most 40 characters on one line, nothing invisible in it. */
export const code = (text: string): Span => ({ code: shown(text) })

/** The spans of a template; strings put into it are our own words and take the tone around them. */
export function line(parts: TemplateStringsArray, ...values: readonly (Span | Line)[]): Line {
  const spans: Span[] = []
  let tone: Tone = 'plain'
  parts.forEach((part, index) => {
    for (const piece of part.split(/(\*\*?)/)) {
      if (piece === '**' || piece === '*') tone = turned(tone, piece === '**' ? 'bold' : 'italic')
      else add(spans, piece, tone)
    }
    for (const span of [values[index] ?? []].flat()) add(spans, span, tone)
  })
  return spans
}

/** A rule's sentence: what stands between backticks becomes a code span. */
export const prose = (text: string): Line =>
  text.split('`').flatMap((piece, index) => (piece === '' ? [] : [index % 2 === 1 ? code(piece) : piece]))

/** Lines one after the other with a separator; another one before the last, as in "a, b and c". */
export function joined(lines: readonly Line[], separator: string, last = separator): Line {
  return lines.flatMap((each, index) => {
    if (index === 0) return each
    return [index === lines.length - 1 ? last : separator, ...each]
  })
}

/** The line as bare text, code spans as `quoted` makes them. */
export const bareText = (spans: Line, quoted: (text: string) => string): string =>
  spans.map((span) => bareSpan(span, quoted)).join('')

/** The line with its first letter in lower case, to go on after a colon; names keep theirs. */
export function lowered(spans: Line): Line {
  const [first, ...rest] = spans
  return typeof first === 'string' ? [loweredWord(first), ...rest] : spans
}

/** The line with its first letter in upper case, to start a sentence. */
export function raised(spans: Line): Line {
  const [first, ...rest] = spans
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : spans
}

const names = /^(Moodle|Excel|LibreOffice|Google|Ecampus|Collégium|Prélude|Windows|Universitice|Unicaen)\b/
const loweredWord = (text: string): string =>
  /^\p{Lu}[\p{Ll}’' ]/u.test(text) && !names.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const turned = (now: Tone, tone: Tone): Tone => (now === tone ? 'plain' : tone)

function add(spans: Span[], span: Span, tone: Tone): void {
  if (typeof span !== 'string') spans.push(span)
  else if (span !== '') spans.push(tone === 'bold' ? { bold: span } : tone === 'italic' ? { italic: span } : span)
}

function bareSpan(span: Span, quoted: (text: string) => string): string {
  if (typeof span === 'string') return span
  if ('code' in span) return quoted(span.code)
  if ('bold' in span) return span.bold
  if ('name' in span) return span.name
  if ('mention' in span) return ''
  return 'italic' in span ? span.italic : span.text
}
