// What the page of the problems says around the sentences of the rules.
import type { Severity } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'

/** Groups of the page, in the order of a file: as a whole, its header, its rows, then cell by cell. */
export type Group =
  | 'file'
  | 'columns'
  | 'rows'
  | 'account'
  | 'names'
  | 'courses'
  | 'roles'
  | 'groups'
  | 'time'
  | 'whole'

/** What the checker does: repairs, repairs where it is sure, refuses the file or the row, tells. */
export type Deed = 'repaired' | 'repaired-or-refused' | 'refused-file' | 'refused-row' | 'told' | 'told-or-refused'

export type PageWords = {
  readonly title: string
  readonly intro: readonly string[]
  readonly groups: Readonly<Record<Group, string>>
  readonly severity: Readonly<Record<Severity, string>>
  readonly deed: Readonly<Record<Deed, string>>
  /** Added to the deed. */
  readonly suggestion: string
  readonly or: string
  readonly todo: string
  readonly example: string
  readonly colon: string
  readonly empty: string
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  fr: {
    title: 'Ce que le vérificateur sait trouver',
    intro: [
      'Cette page est écrite par `npm run docs` à partir du catalogue des règles : on ne la modifie pas à la main. Les mêmes explications se lisent par `/enrol-check rules` suivi du nom d’une règle.',
      '**erreur** : la ligne, ou le fichier entier, ne peut pas aller dans Moodle telle quelle. **À vérifier** : elle y va, quelqu’un devrait regarder. **Information** : rien à faire.',
      'Une réparation n’est appliquée seule que si le sens est sûrement inchangé ; tout le reste n’est que proposé. Une ligne est entière : un cours faux sur trois la retient. Les règles numérotées sont celles que Moodle suit lui-même, observées sur une vraie installation et résumées dans [moodle.md](moodle.md#what-moodle-does).',
    ],
    groups: {
      file: 'Le fichier',
      columns: 'Les colonnes',
      rows: 'Les lignes et les cellules',
      account: 'L’identifiant et le compte',
      names: 'Le nom et le courriel',
      courses: 'Les cours et les inscriptions',
      roles: 'Les rôles',
      groups: 'Les groupes',
      time: 'La durée, le statut, le début',
      whole: 'Dit une fois pour tout le fichier',
    },
    severity: { error: 'erreur', warning: 'à vérifier', info: 'information' },
    deed: {
      repaired: 'réparé automatiquement',
      'repaired-or-refused': 'réparé quand c’est sûr, sinon la ligne est retenue',
      'refused-file': 'le fichier est refusé, ses lignes ne sont pas examinées',
      'refused-row': 'la ligne est retenue',
      told: 'signalé',
      'told-or-refused': 'signalé, ou la ligne est retenue',
    },
    suggestion: ' ; une suggestion est faite quand il y en a une',
    or: ' ou ',
    todo: 'La réponse dit',
    example: 'Exemple',
    colon: ' : ',
    empty: '(vide)',
  },
  en: {
    title: 'What the checker can find',
    intro: [
      'This page is written by `npm run docs` from the catalogue of rules: it is not edited by hand. `/enrol-check rules` followed by the name of a rule gives the same explanations.',
      '**error**: the row, or the whole file, cannot go to Moodle as it is. **To check**: it goes, somebody should look. **Information**: nothing to do.',
      'A repair is made without asking only where the meaning is surely unchanged; everything else is merely suggested. A row is whole: one wrong course of three holds it back. Numbered rules are those that Moodle itself follows, observed on a real one and summed up in [moodle.md](moodle.md#what-moodle-does).',
    ],
    groups: {
      file: 'The file',
      columns: 'Columns',
      rows: 'Rows and cells',
      account: 'Username and account',
      names: 'Name and e-mail',
      courses: 'Courses and enrolments',
      roles: 'Roles',
      groups: 'Groups',
      time: 'Period, status, start',
      whole: 'Said once about the whole file',
    },
    severity: { error: 'error', warning: 'to check', info: 'information' },
    deed: {
      repaired: 'repaired automatically',
      'repaired-or-refused': 'repaired where that is sure, otherwise the row is held back',
      'refused-file': 'the file is refused, its rows are not examined',
      'refused-row': 'the row is held back',
      told: 'told',
      'told-or-refused': 'told, or the row is held back',
    },
    suggestion: '; a suggestion is made where there is one',
    or: ' or ',
    todo: 'The reply says',
    example: 'Example',
    colon: ': ',
    empty: '(empty)',
  },
}
