// Moodle asks for less; the service asks for all six, because they tell that the row is about the right person.
import { missingColumns } from '../checking/header.ts'
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnMissing: HeaderRule = {
  code: 'column-missing',
  scope: 'header',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Colonne absente',
    why: 'Les six colonnes permettent de vérifier que chaque ligne désigne la bonne personne, dans le bon rôle.',
    todo: 'ajoutez à l’en-tête ce qui manque, puis remplissez chaque cellule.',
  },
  en: {
    title: 'Column missing',
    why: 'The six columns show that each row is about the right person, in the right role.',
    todo: 'add what is missing to the header, then fill in each cell.',
  },
  examples: {
    bad: ['username,firstname,lastname,email,course1\n21900010,A,B,a@b.example,M1-BIO-2025\n'],
    good: [file({})],
  },
  check: (header) => missingColumns(header).map((column) => ({ field: column })),
}
