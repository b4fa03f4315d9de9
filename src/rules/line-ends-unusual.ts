// Line ends that word processors and mainframes write: to Moodle the whole file is then one line.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const lineEndsUnusual: FileRule = {
  code: 'line-ends-unusual',
  scope: 'file',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Fins de ligne inhabituelles',
    why: 'Moodle ne les reconnaît pas : il ne lirait qu’un en-tête démesuré et refuserait le fichier (règles 7 et 17).',
    todo: 'elles ont été remplacées : vérifiez quelques lignes.',
    repaired: 'fins de ligne remplacées',
  },
  en: {
    title: 'Unusual line ends',
    why: 'Moodle does not know them: it would read one enormous header and refuse the file (rules 7 and 17).',
    todo: 'they were replaced: check a few rows.',
    repaired: 'line ends replaced',
  },
  examples: {
    bad: [file({}).replaceAll('\n', '\u2028'), file({}).replaceAll('\n', '\u0085')],
    good: [file({}), file({}).replaceAll('\n', '\r')],
  },
  check: (source) => (source.unusualLineEnds ? [{ edit: null }] : []),
}
