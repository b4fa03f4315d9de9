// `/enrol-check …`: each word is a line of a table, answered to the one who asked.
import type { Language } from '../moodle/language.ts'
import type { Command } from '../ports/chat.ts'
import {
  helpReply,
  ruleReply,
  rulesReply,
  templateReply,
  unknownCommandReply,
  unknownRuleReply,
} from '../replies/command-replies.ts'
import { type CommandName, commandNamed } from '../replies/command-words.ts'
import type { Message } from '../replies/message.ts'
import { ruleNamed, rules } from '../rules/index.ts'
import type { Outside } from './outside.ts'
import { languageOf } from './request.ts'

type Asked = {
  readonly outside: Outside
  readonly command: Command
  readonly language: Language
  readonly rest: string
}

/** The answer to a command. Throws OutsideError. */
export async function answerCommand(outside: Outside, command: Command): Promise<Message> {
  const { chat, person, text } = command
  const language = await languageOf(outside, { chat, author: person })
  const [word = '', ...rest] = text.trim().split(/\s+/)
  const name = commandNamed(word)
  if (name === null) return unknownCommandReply(word, language)
  return answers[name]({ outside, command, language, rest: rest.join(' ') })
}

const answers: Readonly<Record<CommandName, (asked: Asked) => Message | Promise<Message>>> = {
  help: ({ language }) => helpReply(language),
  template: ({ language }) => templateReply(language),
  rules: ({ rest, language }) => {
    if (rest === '') return rulesReply(rules, language)
    const rule = ruleNamed(rest.toLowerCase())
    return rule ? ruleReply(rule, language) : unknownRuleReply(rest, rules, language)
  },
}
