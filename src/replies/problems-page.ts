// The documentation of the catalogue, made from the catalogue, so that neither can say what the other does not.
import type { Severity } from '../checking/report.ts'
import type { Rule } from '../checking/rule.ts'
import { type Language, languages } from '../moodle/language.ts'
import type { Line } from './line.ts'
import { prose, raised } from './line.ts'
import { type ExampleCell, exampleOf, exampleValues } from './problem-example.ts'
import { type Deed, type Group, type PageWords, pageWords } from './problems-words.ts'
import { typeset, typesetText } from './typeset.ts'

/** Severities that a rule may take besides its own, from what else the row or the site says. */
export const otherSeverities: Readonly<Record<string, Severity>> = {
  'cell-backslash': 'warning',
  'email-malformed': 'error',
  'enrolment-exists': 'warning',
  mojibake: 'error',
  'name-differs': 'error',
}

/** Markdown: every rule once, with its code as anchor, in groups that follow the order of a file. */
export function problemsPage(rules: readonly Rule[], language: Language): string {
  const words = pageWords[language]
  const set = (text: string) => typesetText(text, language)
  const groups = (Object.keys(words.groups) as Group[]).map((group) => {
    const mine = rules.filter((rule) => groupOf(rule) === group)
    return { name: words.groups[group], group, sections: mine.map((rule) => section(rule, language, words)) }
  })
  const contents = groups.map(({ name, group, sections }) => `- [${name}](#g-${group}) (${sections.length})`)
  const head = [`# ${words.title}`, otherLanguages(language), ...words.intro.map(set), contents.join('\n')]
  const body = groups.flatMap(({ name, group, sections }) => [`<a id="g-${group}"></a>\n\n## ${name}`, ...sections])
  return `${[...head, ...body].join('\n\n')}\n`
}

const otherLanguages = (language: Language): string =>
  languages
    .filter((other) => other !== language)
    .map((other) => `[${pageWords[other].title}](problems.${other}.md)`)
    .join(' · ')

function section(rule: Rule, language: Language, words: PageWords): string {
  const { title, why, todo } = rule[language]
  const sentence = typeof todo === 'string' ? todo : todo(exampleValues(rule))
  const paragraph = (text: string) => markdown(typeset(raised(prose(text)), language))
  const label = (text: string) => `*${text}*${typesetText(words.colon, language)}`
  return [
    `<a id="${rule.code}"></a>`,
    `### ${markdown(typeset([title], language))}`,
    `\`${rule.code}\` · **${severities(rule, words)}** · ${deed(rule, words)}`,
    paragraph(why),
    `${label(words.todo)}${paragraph(ended(sentence))}`,
    exampleText(rule, label(words.example), words),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function severities(rule: Rule, { severity, or }: PageWords): string {
  const other = otherSeverities[rule.code]
  return other === undefined ? severity[rule.severity] : `${severity[rule.severity]}${or}${severity[other]}`
}

const deed = (rule: Rule, { deed, suggestion }: PageWords): string =>
  rule.fix === 'unsafe' ? `${deed[deedOf(rule)]}${suggestion}` : deed[deedOf(rule)]

function deedOf(rule: Rule): Deed {
  const isError = rule.severity === 'error'
  if (rule.fix === 'safe') return isError || otherSeverities[rule.code] === 'error' ? 'repaired-or-refused' : 'repaired'
  if (!isError) return otherSeverities[rule.code] === 'error' ? 'told-or-refused' : 'told'
  const stops = rule.scope === 'file' || rule.scope === 'header' || (rule.scope === 'shape' && rule.stops === true)
  return stops ? 'refused-file' : 'refused-row'
}

const byWord: Readonly<Record<string, Group>> = {
  username: 'account',
  account: 'account',
  name: 'names',
  email: 'names',
  course: 'courses',
  courses: 'courses',
  enrolment: 'courses',
  role: 'roles',
  group: 'groups',
  period: 'time',
  status: 'time',
  start: 'time',
  column: 'columns',
}

/** By what the rule looks at, then by the first word of its code. */
export function groupOf({ scope, code }: Pick<Rule, 'scope' | 'code'>): Group {
  if (scope === 'file' || scope === 'whole') return scope
  if (scope === 'header') return 'columns'
  return scope === 'shape' ? 'rows' : (byWord[code.split('-')[0] ?? ''] ?? 'rows')
}

function exampleText(rule: Rule, label: string, words: PageWords): string {
  const example = exampleOf(rule)
  if (example === null) return ''
  if ('lines' in example) return `${label.trim()}\n\n\`\`\`csv\n${example.lines.map(shortened).join('\n')}\n\`\`\``
  return `${label}${example.cells.map((cell) => cellText(cell, words)).join(', ')}`
}

function cellText({ field, value, becomes }: ExampleCell, { empty }: PageWords): string {
  const met = value === '' ? empty : codeSpan(shortened(value))
  return `${field === null ? '' : `\`${field}\` = `}${met}${becomes === null ? '' : ` → ${codeSpan(becomes)}`}`
}

const shortened = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 60)}…${text.slice(-20)}`)

const ended = (text: string): string => (/[.?!…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** Spans of a rule's sentence as Markdown; what Markdown or HTML would take for its own is escaped. */
const markdown = (line: Line): string =>
  line
    .map((span) =>
      typeof span === 'string' ? span.replace(/[<*_[\]]/g, '\\$&') : 'code' in span ? codeSpan(span.code) : '',
    )
    .join('')

/** Twice the backticks when the text holds one. */
const codeSpan = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)
