// `oldusername`, `deleted` and the like with nothing in them: the column goes, the rows stay.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnForbiddenEmpty: HeaderRule = {
  code: 'column-forbidden-empty',
  scope: 'header',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Colonne d’administration vide',
    why: 'Remplie, elle renommerait ou supprimerait des comptes, ou donnerait des droits sur tout le site (règle 22).',
    todo: 'elle a été laissée de côté.',
    repaired: 'colonnes d’administration laissées de côté',
  },
  en: {
    title: 'Empty administration column',
    why: 'Filled in, it would rename or delete accounts, or give rights on the whole site (rule 22).',
    todo: 'it was left out.',
    repaired: 'administration columns left out',
  },
  examples: { bad: [file({ oldusername: '' })], good: [file({})] },
  check: ({ columns }) =>
    columns
      .filter(({ kind }) => kind === 'forbidden')
      .map(({ name, posted }) => ({ field: name, value: posted, edit: null })),
}
