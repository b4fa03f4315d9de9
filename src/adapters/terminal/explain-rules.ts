// The catalogue for people at a terminal, in the same words as the documentation.
import type { Rule } from '../../checking/rule.ts'
import type { Language } from '../../moodle/language.ts'
import type { Style } from '../../replies/style.ts'

/** One line per rule: severity, code, title. */
export function listRules(rules: readonly Rule[], language: Language, style: Style): string {
  const paint = { error: style.red, warning: style.yellow, info: style.dim }
  const width = Math.max(...rules.map((rule) => rule.code.length))
  const lines = rules.map(
    (rule) => `${paint[rule.severity](rule.severity.padEnd(7))}  ${rule.code.padEnd(width)}  ${rule[language].title}`,
  )
  return `${lines.join('\n')}\n`
}

/** One rule: what it is called, why it matters, what to do, and a file it speaks of. */
export function explainRule(rule: Rule, language: Language, style: Style): string {
  const { title, why, todo } = rule[language]
  const head = `${style.bold(rule.code)} ${style.dim(`· ${rule.severity} · fix: ${rule.fix}`)}`
  const example = rule.examples.bad
    .find((bad) => typeof bad === 'string')
    ?.trimEnd()
    .replaceAll(/^/gm, '    ')
  const sections = [head, title, why, typeof todo === 'string' ? todo : '', example ?? '']
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}
