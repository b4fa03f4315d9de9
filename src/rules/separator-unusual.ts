// Moodle offers four separators; `|` is not one of them.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const separatorUnusual: FileRule = {
  code: 'separator-unusual',
  scope: 'file',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Séparateur remplacé',
    why: 'Moodle ne propose que la virgule, le point-virgule, les deux-points et la tabulation (règle 1).',
    todo: 'le séparateur « | » a été remplacé par une virgule.',
    repaired: 'séparateur remplacé',
  },
  en: {
    title: 'Separator replaced',
    why: 'Moodle offers only comma, semicolon, colon and tab (rule 1).',
    todo: 'the separator “|” was replaced by a comma.',
    repaired: 'separator replaced',
  },
  examples: { bad: [file({}).replaceAll(',', '|')], good: [file({}), file({}).replaceAll(',', ';')] },
  check: ({ delimiter }) => (delimiter === '|' ? [{ value: '|', edit: ',' }] : []),
}
