// The file to start from: the mandatory columns and one person who does not exist.
import { mandatoryColumns } from '../moodle/fields.ts'
import type { Language } from '../moodle/language.ts'
import { printTable } from '../table/print.ts'

const example: Readonly<Record<Language, readonly string[]>> = {
  fr: ['21900001', 'Camille', 'Martin', 'camille.martin@example.org', 'NOM-COURT-DU-COURS', 'student'],
  en: ['21900001', 'Camille', 'Martin', 'camille.martin@example.org', 'COURSE-SHORT-NAME', 'student'],
}

/** CSV text with the separator that spreadsheets of that language expect. */
export const template = (language: Language): string =>
  printTable([mandatoryColumns, example[language]], language === 'fr' ? ';' : ',')
