import { code, line } from '../line.ts'
import type { CommandWords } from './command-words.ts'
import { plurals } from './plural.ts'

const { count } = plurals('en')

export const enCommands: CommandWords = {
  help: [
    line`**Drop an enrolment file (CSV, Excel or LibreOffice) in this channel**: I answer in its thread with what needs a look and a corrected file.`,
    line`${code('/enrol-check check')}: check the last file of the thread or of the channel again, or that of the message whose link follows`,
    line`${code('/enrol-check status')}: where the request of this thread stands`,
    line`${code('/enrol-check pending')}: your open requests; all of them, for the team`,
    line`${code('/enrol-check template')}: a template to fill in; followed by a site, what that site asks for`,
    line`${code('/enrol-check rules')}: everything I check; ${code('/enrol-check rules role-unknown')}: one rule in detail`,
    line`${code('/enrol-check site')}: the site of this channel’s files; followed by a name, change it`,
    line`${code('/enrol-check remind')}: remind you tomorrow, or on the day that follows (${code('monday')}, ${code('2026-12-01')}…)`,
    line`${code('/enrol-check withdraw')}: withdraw the request of this thread`,
    line`${code('/enrol-check language')}: speak French (${code('fr')}) or English (${code('en')})`,
    line`${code('/enrol-check help')}: this message`,
  ],
  helpForTeam: [
    line`${code('/enrol-check done')}: mark the request of this thread as done (team)`,
    line`${code('/enrol-check digest')}: the digest of the day (team)`,
  ],
  unknown: (word, suggestion) =>
    suggestion === null
      ? line`I do not know ${code(word)}. The list: ${code('/enrol-check help')}`
      : line`I do not know ${code(word)}: is it ${code(`/enrol-check ${suggestion}`)}?`,
  fullReport: (name) => line`The full report on ${code(name)}.`,
  checkingAgain: (name) => line`I am checking ${code(name)} again: the answer in its thread will be up to date.`,
  nothingToCheck: line`No file was dropped here. Drop one in the channel and I check it. What I can do: ${code('/enrol-check help')}`,
  nothingAtLink: line`This link leads to no file that I received. Drop the file in the channel and I check it.`,
  templateName: 'template.csv',
  template: [
    line`📎 ${code('template.csv')}: one row per person, under the six mandatory columns.`,
    line`${code('course1')} is the short name of the course, ${code('role1')} the role (${code('student')}, ${code('editingteacher')}…). The example row is there to be replaced.`,
    line`Once it is filled in, drop it in the channel.`,
  ],
  rules: (n) =>
    line`**${count(n, 'rule', 'rules')}.** One rule in detail: ${code('/enrol-check rules')} followed by its name.`,
  unknownRule: (word, suggestion) =>
    suggestion === null
      ? line`No rule is called ${code(word)}. The list: ${code('/enrol-check rules')}`
      : line`No rule is called ${code(word)}: is it ${code(suggestion)}?`,
  severity: { error: 'to correct', warning: 'to check', info: 'for information' },
  fix: { safe: 'repaired automatically', unsafe: 'a suggestion is made', none: 'for you to correct' },
  siteNow: (name, others) => line`The files of this channel are for **${name}**. For another site: ${others}`,
  siteChosen: (name) => line`Noted: the next files of this channel are for **${name}**.`,
  unknownSite: (word, suggestion, known) =>
    suggestion === null
      ? line`I do not know the site ${code(word)}. Those I know: ${known}`
      : line`I do not know the site ${code(word)}: is it ${code(`/enrol-check site ${suggestion}`)}?`,
  spoken: line`I answer you in English. For French: ${code('/enrol-check language fr')}`,
  languageChosen: line`Noted: I will answer you in English.`,
  unknownLanguage: (word) =>
    line`I do not speak ${code(word)}, only French (${code('/enrol-check language fr')}) and English (${code('/enrol-check language en')}).`,
  unknownDay: (word) =>
    line`I do not recognise the day ${code(word)}: write for example ${code('tomorrow')}, ${code('monday')} or ${code('2026-12-01')}, a day to come.`,
  buttons: {
    all: 'Show everything',
    anyway: 'Check it anyway',
    done: 'Done',
    donePart: 'Part done',
    withdraw: 'Withdraw',
    tomorrow: 'Remind tomorrow',
    accountsOld: 'Yes, all',
    accountsNew: 'Some are from today',
    accountsUnsure: 'I do not know',
    site: 'Site',
  },
}
