// A non-breaking blank inside a name: a plain one for every reader but the machine. An exact name of the site comes first.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

const hard = /[\u00A0\u202F\t\v\f]/

export const cellHardBlank: CellRule = {
  code: 'cell-hard-blank',
  scope: 'cell',
  severity: 'info',
  fix: 'safe',
  suspect: [hard],
  fr: {
    title: 'Espaces insécables',
    why: 'Pour Moodle, « UE 12 » avec une espace insécable est un autre nom de groupe, et parfois de cours (règles 36 et 48).',
    todo: 'elles sont devenues des espaces ordinaires.',
    repaired: 'espaces insécables',
  },
  en: {
    title: 'Non-breaking blanks',
    why: 'To Moodle, “UE 12” with a non-breaking blank is another group, and sometimes another course (rules 36 and 48).',
    todo: 'they became plain blanks.',
    repaired: 'non-breaking blanks',
  },
  examples: { bad: [file({ course1: 'UE\u00A012 Droit' })], good: [file({ course1: 'UE 12 Droit' })] },
  check: (value, field, { reference }) => {
    if (!hard.test(value) || reference.hasName(field, value)) return null
    return { edit: value.replace(new RegExp(hard, 'g'), ' ') }
  },
}
