// Bytes that are no table are named for what they are, so that the person knows what to export.
import type { FileRule } from '../checking/rule.ts'
import type { UnreadableReason } from '../table/table.ts'
import { reasonOf } from './values.ts'

const fr: Record<UnreadableReason, string> = {
  empty: 'il est vide',
  html: 'c’est une page web enregistrée, pas un tableau',
  pdf: 'c’est un PDF, pas un tableau',
  image: 'c’est une image, pas un tableau',
  archive: 'c’est une archive compressée, pas un tableau',
  spreadsheet: 'le classeur est abîmé ou incomplet',
  encrypted: 'le classeur est protégé par un mot de passe',
  'too-big-inside': 'une fois décompressé, le classeur est démesuré',
  binary: 'ce n’est pas un fichier de texte',
}
const en: Record<UnreadableReason, string> = {
  empty: 'it is empty',
  html: 'it is a saved web page, not a table',
  pdf: 'it is a PDF, not a table',
  image: 'it is a picture, not a table',
  archive: 'it is a compressed archive, not a table',
  spreadsheet: 'the workbook is damaged or incomplete',
  encrypted: 'the workbook is protected by a password',
  'too-big-inside': 'once unpacked, the workbook is enormous',
  binary: 'it is not a text file',
}

export const fileUnreadable: FileRule = {
  code: 'file-unreadable',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Fichier illisible',
    why: 'Moodle refuserait le fichier entier, ou n’y trouverait aucune colonne.',
    todo: (values) => `${reasonOf(values, fr)}. Depuis LibreOffice ou Excel : Enregistrer sous, puis CSV.`,
  },
  en: {
    title: 'Unreadable file',
    why: 'Moodle would refuse the whole file, or find no column in it.',
    todo: (values) => `${reasonOf(values, en)}. From LibreOffice or Excel: Save as, then CSV.`,
  },
  examples: { bad: ['', '<html><table></table></html>'], good: [] },
  check: ({ unreadable }) => (unreadable === null ? [] : [{ values: { reason: unreadable } }]),
}
