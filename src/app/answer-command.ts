// `/enrol-check …`: each word is a line of a table, answered to the one who asked.
import type { Command } from '../ports/chat.ts'
import { helpReply, ruleReply, rulesReply, unknownCommandReply, unknownRuleReply } from '../replies/command-replies.ts'
import { type CommandName, commandNamed } from '../replies/command-words.ts'
import type { Message } from '../replies/message.ts'
import { ruleNamed, rules } from '../rules/index.ts'
import type { Asked } from './commands/asked.ts'
import { check } from './commands/check.ts'
import { checkPasted, isTable } from './commands/check-pasted.ts'
import { language } from './commands/language.ts'
import { digest, pending } from './commands/lists.ts'
import { done, remind, status, withdraw } from './commands/request.ts'
import { site } from './commands/site.ts'
import { template } from './commands/template.ts'
import { languageOf } from './language-of.ts'
import type { Outside } from './outside.ts'
import { isStaff } from './permissions.ts'

/** The answer to a command. Throws OutsideError. */
export async function answerCommand(outside: Outside, command: Command): Promise<Message> {
  const { chat, person } = command
  const asked = { outside, command, language: await languageOf(outside, { chat, author: person }) }
  const text = command.text.trim()
  const [word = '', ...rest] = text.split(/\s+/)
  const pasted = commandNamed(word) === 'check' ? text.slice(word.length).trim() : text
  if (isTable(pasted)) return await checkPasted({ ...asked, rest: pasted })
  const name = commandNamed(word)
  if (name === null) return unknownCommandReply(word, asked.language)
  return await answers[name]({ ...asked, rest: rest.join(' ') })
}

const answers: Readonly<Record<CommandName, (asked: Asked) => Message | Promise<Message>>> = {
  help: async ({ outside, command, language: spoken }) => helpReply(spoken, await isStaff(outside, command)),
  check,
  status,
  pending,
  template,
  rules: ({ rest, language: spoken }) => {
    if (rest === '') return rulesReply(rules, spoken)
    const rule = ruleNamed(rest.toLowerCase())
    return rule ? ruleReply(rule, spoken) : unknownRuleReply(rest, rules, spoken)
  },
  site,
  remind,
  done,
  withdraw,
  language,
  digest,
}
