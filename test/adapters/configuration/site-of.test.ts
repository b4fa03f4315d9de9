import { describe, expect, it } from 'vitest'
import { siteOf } from '../../../src/adapters/configuration/site-of.ts'
import { siteNamed, sites, usualHours } from '../../../src/moodle/sites.ts'

describe('a site', () => {
  it.each(sites)('$id of which nothing is said is the built-in one', (site) => {
    expect(siteOf({ id: site.id })).toEqual(site)
  })

  it('that is new has the usual of everything', () => {
    expect(siteOf({ id: 'sante', name: 'Santé' })).toEqual({
      id: 'sante',
      name: 'Santé',
      timezone: 'Europe/Paris',
      dayBefore: false,
      prerequisite: {
        fr: 'Sur Santé, chaque compte doit déjà exister',
        en: 'On Santé, every account must already exist',
      },
      roleAliases: {},
      automatedGroups: null,
      oneCourseLink: null,
      uploadLink: null,
      hours: usualHours,
      holidays: [],
    })
  })

  it('takes what is said', () => {
    const site = siteOf({
      id: 'ecampus',
      timezone: 'America/Martinique',
      prerequisite: { fr: 'Un compte', en: 'An account' },
      roleAliases: { 'Chargé·e de TD': 'teacher' },
      automatedGroups: ['AUTO-*'],
      uploadLink: 'https://ecampus.example.org/admin/tool/uploaduser/index.php',
      hours: { until: '17:00', from: null },
      holidays: ['2026-12-25'],
    })
    expect(site).toMatchObject({
      name: 'Ecampus',
      dayBefore: true,
      timezone: 'America/Martinique',
      prerequisite: { fr: 'Un compte', en: 'An account' },
      uploadLink: 'https://ecampus.example.org/admin/tool/uploaduser/index.php',
      hours: { ...usualHours, until: '17:00' },
      holidays: ['2026-12-25'],
    })
    expect(Object.keys(site.roleAliases)).toEqual(['charge·edetd'])
    expect(site.automatedGroups?.test('AUTO-TD1')).toBe(true)
  })

  it('can be handed to another thread', () => {
    const site = siteOf({ id: 'ecampus', automatedGroups: ['AUTO-*'] })
    expect(structuredClone(site)).toEqual(site)
  })

  it('says what is true when the day-before rule or the name is another', () => {
    expect(siteOf({ id: 'ecampus', dayBefore: false }).prerequisite.fr).toBe(
      'Sur Ecampus, chaque compte doit déjà exister',
    )
    expect(siteOf({ id: 'prelude', dayBefore: true }).prerequisite.en).toContain(
      'Prélude, every account must have been',
    )
    expect(siteOf({ id: 'collegium', timezone: 'Europe/Paris' }).prerequisite).toBe(
      siteNamed('collegium')!.prerequisite,
    )
  })
})
