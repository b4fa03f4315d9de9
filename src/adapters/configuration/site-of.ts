// A site as it is used, from the few things that the configuration says of it.
import { squeeze } from '../../checking/fold.ts'
import type { Language } from '../../moodle/language.ts'
import { plainSite, type Site, siteNamed } from '../../moodle/sites.ts'
import { groupNames } from './group-names.ts'
import type { WrittenSite } from './site-shape.ts'

/** What is not said of it is that of the built-in site of the same id, or the usual. */
export function siteOf(written: WrittenSite): Site {
  const known = siteNamed(written.id) ?? usualSite(written.id)
  const { automatedGroups, roleAliases, prerequisite } = written
  const site = {
    ...known,
    ...said(written, ['name', 'timezone', 'dayBefore', 'oneCourseLink', 'uploadLink', 'holidays']),
    hours: { ...known.hours, ...said(written.hours ?? {}, ['recheck', 'digest', 'from', 'until']) },
    roleAliases: roleAliases ? squeezed(roleAliases) : known.roleAliases,
    automatedGroups: automatedGroups ? groupNames(automatedGroups) : known.automatedGroups,
  }
  return { ...site, prerequisite: prerequisite ?? prerequisiteOf(site, known) }
}

/** The built-in sentences, unless what they speak of was changed. */
function prerequisiteOf(site: Omit<Site, 'prerequisite'>, known: Site): Readonly<Record<Language, string>> {
  if (site.name === known.name && site.dayBefore === known.dayBefore) return known.prerequisite
  return site.dayBefore
    ? {
        fr: `Sur ${site.name}, chaque compte doit avoir été créé la veille au plus tard`,
        en: `On ${site.name}, every account must have been created the day before at the latest`,
      }
    : {
        fr: `Sur ${site.name}, chaque compte doit déjà exister`,
        en: `On ${site.name}, every account must already exist`,
      }
}

const usualSite = (id: string): Site => ({
  ...plainSite,
  id,
  name: '',
  dayBefore: false,
  prerequisite: { fr: '', en: '' },
})

/** As the rules look words up: without case, accents, blanks, dashes. */
const squeezed = (roles: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(roles).map(([word, role]) => [squeeze(word), role]))

/** Those of these keys that have a value. */
function said<T extends object, Key extends keyof T>(
  from: T,
  keys: readonly Key[],
): { readonly [K in Key]?: NonNullable<T[K]> } {
  const given = keys.filter((key) => from[key] != null).map((key) => [key, from[key]])
  return Object.fromEntries(given) as { [K in Key]?: NonNullable<T[K]> }
}
