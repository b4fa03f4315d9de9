// Answers to `/enrol-check …`, seen by the person who asked and by nobody else.
import { nearest } from '../checking/distance.ts'
import type { Severity } from '../checking/report.ts'
import type { Rule } from '../checking/rule.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { suggestedCommand } from './command-words.ts'
import { item, message, note, text } from './compose.ts'
import { code, joined, type Line, line, prose, raised } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message } from './message.ts'
import { template } from './template.ts'

type Explained = Pick<Rule, 'code' | 'severity' | 'fix' | 'fr' | 'en'>

/** What the bot does and what it can be asked, by the team as well when `isStaff`. */
export function helpReply(language: Language, isStaff = false): Message {
  const { help, helpForTeam } = localeOf(language)
  const [first = [], ...commands] = help
  return message(language, [text(first), ...[...commands, ...(isStaff ? helpForTeam : [])].map(item)])
}

/** For a word that is no command, with the one that was probably meant. */
export function unknownCommandReply(word: string, language: Language): Message {
  return message(language, [text(localeOf(language).unknown(word, suggestedCommand(word)))])
}

/** The last file is checked once more; its answer comes where it was answered. */
export function checkingAgainReply(name: string, language: Language): Message {
  return message(language, [text(localeOf(language).checkingAgain(name))])
}

/** There is no file to check again. */
export function nothingToCheckReply(language: Language): Message {
  return message(language, [text(localeOf(language).nothingToCheck)])
}

/** The link of a `check` leads to no file that the bot received. */
export function nothingAtLinkReply(language: Language): Message {
  return message(language, [text(localeOf(language).nothingAtLink)])
}

/** For a word that is no day to come. */
export function unknownDayReply(word: string, language: Language): Message {
  return message(language, [text(localeOf(language).unknownDay(word))])
}

/** The template as a file, with three lines on how to fill it in, and what that site asks for. */
export function templateReply(language: Language, site: Site | null = null): Message {
  const locale = localeOf(language)
  const bytes = new TextEncoder().encode(`\uFEFF${template(language)}`)
  const files = [{ name: locale.templateName, type: 'text/csv', bytes } as const]
  const asked = site === null ? [] : [text([site.prerequisite[language], '.'])]
  return message(language, [...locale.template.map(text), ...asked], { files })
}

/** All rules by severity, by their codes. */
export function rulesReply(rules: readonly Explained[], language: Language): Message {
  const locale = localeOf(language)
  const severities: readonly Severity[] = ['error', 'warning', 'info']
  const lines = severities.map((severity) => item(severityLine(severity, rules, locale)))
  return message(language, [text(locale.rules(rules.length)), ...lines])
}

function severityLine(severity: Severity, rules: readonly Explained[], locale: Locale): Line {
  const codes = rules.filter((rule) => rule.severity === severity).map((rule): Line => [code(rule.code)])
  return codes.length === 0 ? [] : [...line`*${locale.severity[severity]}*`, locale.colon, ...joined(codes, ', ')]
}

/** One rule: what it is called, why it matters, what to do. */
export function ruleReply(rule: Explained, language: Language): Message {
  const locale = localeOf(language)
  const { title, why, todo } = rule[language]
  return message(language, [
    text(line`**${title}** · ${code(rule.code)}`),
    text(raised(prose(why))),
    text(typeof todo === 'string' ? raised(prose(todo)) : []),
    note([locale.severity[rule.severity], ' · ', locale.fix[rule.fix]]),
  ])
}

/** For a name that no rule has, with the nearest one. */
export function unknownRuleReply(word: string, rules: readonly Explained[], language: Language): Message {
  const suggestion = nearest(
    word.toLowerCase(),
    rules.map((rule) => rule.code),
    3,
  )
  return message(language, [text(localeOf(language).unknownRule(word, suggestion))])
}
