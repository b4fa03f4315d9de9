// `/enrol-check …`: each word is a line of a table, answered to the one who asked.
import type { Language } from '../moodle/language.ts'
import type { Command } from '../ports/chat.ts'
import { forgottenName } from '../ports/store.ts'
import {
  checkingAgainReply,
  helpReply,
  nothingToCheckReply,
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
import { languageOf } from './language-of.ts'

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
  check: checkAgain,
  template: ({ language }) => templateReply(language),
  rules: ({ rest, language }) => {
    if (rest === '') return rulesReply(rules, language)
    const rule = ruleNamed(rest.toLowerCase())
    return rule ? ruleReply(rule, language) : unknownRuleReply(rest, rules, language)
  },
}

/** As a job like the first time: the one reply is edited. What is known of the site may have changed meanwhile. */
async function checkAgain({ outside, command, language }: Asked): Promise<Message> {
  const { store, clock } = outside
  const last = await store.postings.latest(command.chat, command.channel, command.thread)
  if (!last || last.file.name === forgottenName) return nothingToCheckReply(language)
  await store.jobs.add({ kind: 'check-file', payload: { posting: last.id }, runAt: clock.now(), key: null })
  return checkingAgainReply(last.file.name, language)
}
