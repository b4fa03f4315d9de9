// A workbook posted as it is: its first sheet with a header becomes the CSV that Moodle takes.
import type { FileRule } from '../checking/rule.ts'

export const fileFromSpreadsheet: FileRule = {
  code: 'file-from-spreadsheet',
  scope: 'file',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Classeur converti',
    why: 'Moodle ne lit que des fichiers CSV.',
    todo: 'la première feuille qui porte l’en-tête a été convertie en CSV.',
    repaired: 'classeur converti en CSV',
  },
  en: {
    title: 'Workbook converted',
    why: 'Moodle reads CSV files only.',
    todo: 'the first sheet that has the header was converted to CSV.',
    repaired: 'workbook converted to CSV',
  },
  examples: { bad: [], good: [] },
  check: ({ format }) => (format === 'csv' ? [] : [{ value: format, edit: 'csv' }]),
}
