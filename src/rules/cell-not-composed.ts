// An accent stored apart from its letter, as macOS does: the same word to the eye, another one to Moodle.
import { normalized } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellNotComposed: CellRule = {
  code: 'cell-not-composed',
  scope: 'cell',
  severity: 'info',
  fix: 'safe',
  suspect: [/[\u0300-\uFFFF]/],
  fr: {
    title: 'Accents décomposés',
    why: 'Moodle créerait un deuxième groupe du même nom (règle 48), ou ne trouverait pas le cours.',
    todo: 'ils ont été recomposés.',
    repaired: 'accents recomposés',
  },
  en: {
    title: 'Decomposed accents',
    why: 'Moodle would create a second group of the same name (rule 48), or not find the course.',
    todo: 'they were composed.',
    repaired: 'accents composed',
  },
  examples: { bad: [file({ firstname: 'Anaïs'.normalize('NFD') })], good: [file({})] },
  check: (value, field, { reference }) => {
    const composed = normalized(value, 'NFC')
    return composed === value || reference.hasName(field, value) ? null : { edit: composed }
  },
}
