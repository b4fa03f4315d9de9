// What the annotated workbook says around the sentences of the rules.
import { warningSign } from '../../checking/superseded.ts'
import type { Language } from '../../moodle/language.ts'
import type { Mark } from './sheet.ts'

export type WorkbookWords = {
  readonly sheets: { readonly review: string; readonly copy: string; readonly legend: string }
  /** Heads of the columns that are added. */
  readonly row: string
  readonly review: string
  readonly marks: Readonly<Record<Mark, string>>
  /** Problems of a row that are not told. */
  readonly more: (count: number) => string
  readonly notes: string
  readonly howTo: string
  readonly cutRows: (shown: number, all: number) => string
  readonly noCopy: string
  readonly cutNotes: (shown: string) => string
}

/** Beside the colour, for those who do not see it; never a sign that starts a formula. */
export const signs: Readonly<Record<Mark, string>> = { error: '✗', warning: warningSign, repaired: '✓' }

const grouped = (language: Language, count: number) => new Intl.NumberFormat(language).format(count)

export const workbookWords: Readonly<Record<Language, WorkbookWords>> = {
  fr: {
    sheets: { review: 'À revoir', copy: 'Tableau déposé', legend: 'Légende' },
    row: 'Ligne',
    review: 'À revoir',
    marks: {
      error: 'À corriger : la ligne est retenue tant que cette cellule n’est pas corrigée.',
      warning: 'À vérifier : la ligne peut être importée, mais un point demande un regard.',
      repaired: 'Réparé : rien à faire. La note dit avant → après.',
    },
    more: (count) => `… et ${grouped('fr', count)} de plus`,
    notes: 'Chaque cellule colorée porte une note : pointez-la pour lire le problème et ce qu’il faut faire.',
    howTo:
      'Ce classeur est fait pour être lu. Pour corriger, complétez le fichier « a-revoir », ou votre propre tableau, et déposez-le dans le fil.',
    cutRows: (shown, all) =>
      `Seules les ${grouped('fr', shown)} premières lignes à revoir sont ici, sur ${grouped('fr', all)} ; toutes les lignes retenues sont dans le fichier « a-revoir ».`,
    noCopy: 'Le tableau est trop long pour être recopié en entier : seules les lignes à revoir sont ici.',
    cutNotes: (sheet) => `Dans la feuille « ${sheet} », seules les premières cellules colorées portent une note.`,
  },
  en: {
    sheets: { review: 'To review', copy: 'Posted table', legend: 'Legend' },
    row: 'Row',
    review: 'To review',
    marks: {
      error: 'To correct: the row is held back until this cell is corrected.',
      warning: 'To check: the row can be uploaded, but something needs a look.',
      repaired: 'Repaired: nothing to do. The note says before → after.',
    },
    more: (count) => `… and ${grouped('en', count)} more`,
    notes: 'Each coloured cell has a note: point at it to read the problem and what to do.',
    howTo:
      'This workbook is made to be read. To correct, complete the file “rejected”, or your own table, and drop it in the thread.',
    cutRows: (shown, all) =>
      `Only the first ${grouped('en', shown)} rows to review are here, out of ${grouped('en', all)}; all rows that were held back are in the file “rejected”.`,
    noCopy: 'The table is too long to be copied as a whole: only the rows to review are here.',
    cutNotes: (sheet) => `In the sheet “${sheet}”, only the first coloured cells have a note.`,
  },
}
