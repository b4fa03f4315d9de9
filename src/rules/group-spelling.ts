// A group that differs from an existing one, or from an earlier new one, only in case, accents or blanks.

import type { Slot } from '../checking/entry.ts'
import { fold, isWritable } from '../checking/fold.ts'
import type { Finding, SeriesRule } from '../checking/rule.ts'
import { file } from './examples.ts'
import { numeric } from './group-numeric.ts'

export const groupSpelling: SeriesRule = {
  code: 'group-spelling',
  scope: 'series',
  about: 'slots',
  severity: 'info',
  fix: 'safe',
  needs: 'groups',
  fr: {
    title: 'Nom de groupe remis en forme',
    why: 'Moodle créerait un deuxième groupe dès que la casse ou un accent diffère (règle 48).',
    todo: 'il a été écrit comme le groupe qui existe.',
    repaired: 'noms de groupes remis en forme',
  },
  en: {
    title: 'Group name tidied',
    why: 'Moodle would create a second group as soon as case or an accent differs (rule 48).',
    todo: 'it was written like the group that exists.',
    repaired: 'group names tidied',
  },
  examples: {
    bad: [file({ group1: 'td1' }), file({ group1: 'Etudiants a distance' })],
    good: [file({ group1: 'TD1' }), file({ group1: '\u030112' })],
  },
  start: () => {
    const created = new Map<string, string>()
    return ({ slots }) =>
      slots.flatMap((slot): readonly Finding[] => {
        const name = spelling(slot, created)
        return name === null || name === slot.group
          ? []
          : [{ field: `group${slot.number}`, value: slot.group, edit: name }]
      })
  },
}

/** The spelling to use, or null when nothing is known; a new name is remembered for the rows that follow. */
function spelling({ group, known }: Slot, created: Map<string, string>): string | null {
  if (group === '' || !known?.groups) return null
  if (known.groups.some(({ name, idnumber }) => name === group || idnumber === group)) return group
  const folded = fold(group)
  const alike = known.groups.filter(({ name }) => isWritable(name) && !numeric.test(name) && fold(name) === folded)
  if (alike.length > 0) return alike.length === 1 ? (alike[0]?.name ?? null) : null
  const key = `${known.shortname}\n${folded}`
  const earlier = created.get(key)
  if (earlier === undefined) created.set(key, group)
  return earlier ?? group
}
