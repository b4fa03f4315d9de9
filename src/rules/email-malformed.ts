// An address no mail server would take; without a reference it is all that ties the row to a person.
import { automaton } from '../checking/automaton.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

const local = /^(?!\.)(?!.*\.\.)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\.)$/
const domain =
  /^(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/**
 * The addresses that nearly everybody has. Read: a name in one or more parts, the first label of the domain, the labels
 * after it, of which the last has letters only.
 */
const plainAddress = automaton(
  ['A-Za-z', '0-9', '-', '_', '.', '@'],
  {
    start: 'name name name name - -',
    name: 'name name name name start host',
    host: 'first first - - - -',
    first: 'first first dash - label -',
    dash: 'first first dash - - -',
    label: 'word mixed - - - -',
    word: 'word mixed hyphen - label -',
    mixed: 'mixed mixed hyphen - label -',
    hyphen: 'mixed mixed hyphen - - -',
  },
  'word',
  63,
)

export const emailMalformed: CellRule = {
  code: 'email-malformed',
  scope: 'cell',
  fields: ['email'],
  severity: 'warning',
  fix: 'none',
  suspect: [plainAddress],
  fr: {
    title: 'Courriel mal formé',
    why: 'Moodle l’ignore dans ce mode, mais il ne peut pas confirmer la personne (règle 33).',
    todo: 'vérifiez l’adresse : une seule, sans accent, de la forme `prenom.nom@domaine.fr`.',
  },
  en: {
    title: 'Malformed e-mail',
    why: 'Moodle ignores it in this mode, but it cannot confirm the person (rule 33).',
    todo: 'check the address: only one, without accents, such as `first.last@domain.org`.',
  },
  examples: {
    bad: [file({ email: 'anais.garcon(at)univ.example' }), file({ email: 'a@b.example; c@d.example' })],
    good: [file({})],
  },
  check: (value, _field, { reference }) => {
    const at = value.lastIndexOf('@')
    if (value === '' || (local.test(value.slice(0, at)) && domain.test(value.slice(at + 1)))) return null
    return { severity: reference.verified.includes('accounts') ? 'warning' : 'error' }
  },
}
