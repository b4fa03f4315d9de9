// Courses, roles and groups (policy, "courseN, roleN, groupN").
import { describe, expect, test } from 'vitest'
import { noReference, type Reference } from '../../src/checking/reference.ts'
import { referenceFrom } from '../../src/checking/snapshot.ts'
import { file } from '../../src/rules/examples.ts'
import { checkSample, ecampus, safeFixesOf, snapshot, told } from '../checking/sample.ts'
import { brief, people, testCells } from './tester.ts'

type Facts = Record<string, unknown>
const courses = snapshot.courses as Facts[]
const biology = courses.find(({ shortname }) => shortname === 'M1-BIO-2025')!

/** The sample site with these courses instead. */
const siteWith = (...changes: Facts[]): Reference =>
  referenceFrom({
    ...snapshot,
    courses: changes.map((change, index) => ({ ...biology, id: 100 + index, idnumber: '', ...change })),
  })

describe('a course', () => {
  const spelt = (name: string) => [`info course-spelling → ${JSON.stringify(name)}`]
  const unknown = (meant?: string) => [
    `error course-unknown${meant === undefined ? '' : ` ? ${JSON.stringify(meant)}`}`,
  ]
  testCells('course1', {
    valid: ['M1-BIO-2025', 'UE 12 Droit', 'Méca', '2025', 'R&D-2025', 'L’été à Caen', 'ÉCO-Générale', 'GEO;S2'],
    invalid: [
      ['', ['error course-empty'], null],
      ['0', ['error course-empty'], null],
      ['  ', ['info cell-blanks → ""', 'error course-empty'], null],
      ['m1-bio-2025', spelt('M1-BIO-2025'), 'M1-BIO-2025'],
      ['M1–BIO–2025', spelt('M1-BIO-2025'), 'M1-BIO-2025'],
      ['M1\u2212BIO\u20112025', spelt('M1-BIO-2025'), 'M1-BIO-2025'],
      ['M1 - BIO - 2025', spelt('M1-BIO-2025'), 'M1-BIO-2025'],
      ['Meca', spelt('Méca'), 'Méca'],
      ['Me\u0301ca', ['info cell-not-composed → "Méca"'], 'Méca'],
      ['MÃ©ca', ['warning mojibake → "Méca"'], 'Méca'],
      ['UE12Droit', spelt('UE 12 Droit'), 'UE 12 Droit'],
      ['UE  12  Droit', spelt('UE 12 Droit'), 'UE 12 Droit'],
      ['UE\u00A012\u202FDroit', ['info cell-hard-blank → "UE 12 Droit"'], 'UE 12 Droit'],
      ["L'été à Caen", spelt('L’été à Caen'), 'L’été à Caen'],
      ['Lʼete a Caen', spelt('L’été à Caen'), 'L’été à Caen'],
      ['L`été à Caen', spelt('L’été à Caen'), 'L’été à Caen'],
      ['L&#039;&eacute;t&eacute; &agrave; Caen', spelt('L’été à Caen'), 'L’été à Caen'],
      ['R&amp;D-2025', spelt('R&D-2025'), 'R&D-2025'],
      ['M1\u200B-BIO-2025', ['info cell-invisible → "M1-BIO-2025"'], 'M1-BIO-2025'],
      ['M1-BIO-2052', unknown('M1-BIO-2025'), null],
      ['M1-BIO-20255', unknown('M1-BIO-2025'), null],
      ['M1-BIO-3054', unknown(), null],
      ['“M1-BIO-2025”', unknown('M1-BIO-2025'), null],
      ['Master 1 Biologie 2025', unknown('M1-BIO-2025'), null],
      ['https://ecampus.example/course/view.php?id=2', unknown('M1-BIO-2025'), null],
      ['https://ecampus.example/course/view.php?name=M1-BIO-2025', unknown('M1-BIO-2025'), null],
      ['https://ecampus.example/course/view.php?section=1&id=2#a', unknown('M1-BIO-2025'), null],
      ['X1', unknown(), null],
      ['M1-CHIMIE-2025', unknown(), null],
      ['M1-BIO-2025; UE 12 Droit', ['error courses-in-one-cell'], null],
      ['M1-BIO-2025,UE 12 Droit', ['error courses-in-one-cell'], null],
      ['M1-BIO-2025|Méca', ['error courses-in-one-cell'], null],
      ['M1-BIO-2025\nMéca', ['warning cell-line-break → "M1-BIO-2025 Méca"', ...unknown()], null],
      ['NOMANUEL-2025', ['error course-without-manual-enrolment'], null],
      ['MANUEL-OFF', ['error course-without-manual-enrolment'], null],
      ['manuel-off', [...spelt('MANUEL-OFF'), 'error course-without-manual-enrolment'], null],
      ['CACHE-2025', ['warning course-hidden'], 'CACHE-2025'],
      ['FINI-2020', ['warning course-ended'], 'FINI-2020'],
      ['oracle', ['error course-front-page'], null],
      ['=M1-BIO-2025', ['error cell-formula'], null],
      ['Méca\\', ['error cell-backslash'], null],
    ],
  })

  test('two courses alike but for case: neither is taken nor suggested', () => {
    const reference = siteWith({ shortname: 'BIO' }, { shortname: 'Bio' })
    const said = (course1: string) =>
      checkSample(file({ course1 }), { reference })
        .problems.filter((it) => it.field === 'course1')
        .map(brief)
    expect(said('bio')).toEqual(['error course-unknown'])
    expect(said('Bio')).toEqual([])
  })

  test.each(['UE\u00A012', 'L2\u200BINFO', 'E\u0301CO', 'CafÃ©', '\u00A0A1', "'A1", 'A\u0085B'])(
    'a name of the site is left as the site spells it: %j',
    (shortname) => {
      const reference = siteWith({ shortname })
      const exact = checkSample(file({ course1: shortname }), { reference })
      expect(told(safeFixesOf(exact))).toEqual([])
      expect(exact.plan.map(({ course }) => course)).toEqual([shortname])
    },
  )

  test.each(['A1 ', ' A1', 'A\n1'])('a name that no upload can give is not written: %j', (shortname) => {
    const report = checkSample(file({ course1: shortname }), { reference: siteWith({ shortname }) })
    expect(report.verdict).toBe('blocked')
  })

  test('courseN may be empty, not what goes with it', () => {
    const said = (cells: Record<string, string>) =>
      checkSample(file({ course2: '', role2: '', ...cells }))
        .problems.filter((it) => it.row === 2)
        .map(brief)
    expect(said({})).toEqual([])
    expect(said({ role2: 'student' })).toEqual(['warning course-left-empty'])
    expect(said({ group2: 'TD1' })).toEqual(['warning course-left-empty'])
    expect(said({ enrolperiod2: '30' })).toEqual(['warning course-left-empty'])
    expect(said({ enrolstatus2: '0' })).toEqual(['warning course-left-empty'])
    expect(said({ enroltimestart2: '2027-01-15' })).toEqual(['warning course-left-empty'])
  })
})

describe('a role', () => {
  const alias = (name: string) => [`info role-alias → "${name}"`]
  const unknown = (meant?: string) => [`error role-unknown${meant === undefined ? '' : ` ? "${meant}"`}`]
  testCells('role1', {
    valid: ['student', 'teacher', 'editingteacher', 'manager', 'tuteur', 'Correcteur', '12'],
    invalid: [
      ['', ['error role-empty ? "student"'], null],
      ['0', ['error role-empty'], null],
      ['Student', alias('student'), 'student'],
      ['STUDENT', alias('student'), 'student'],
      ['editing teacher', alias('editingteacher'), 'editingteacher'],
      ['correcteur', alias('Correcteur'), 'Correcteur'],
      ['Étudiant', alias('student'), 'student'],
      ['etudiante', alias('student'), 'student'],
      ['Élève', alias('student'), 'student'],
      ['étudiants', alias('student'), 'student'],
      ['Enseignant', alias('editingteacher'), 'editingteacher'],
      ['Enseignante', alias('editingteacher'), 'editingteacher'],
      ['enseignant non éditeur', alias('teacher'), 'teacher'],
      ['Enseignant non-éditeur', alias('teacher'), 'teacher'],
      ['Tuteur', alias('tuteur'), 'tuteur'],
      ['étudiant invité', alias('etudiant_invite'), 'etudiant_invite'],
      ['gestionnaire', alias('manager'), 'manager'],
      ['5', alias('student'), 'student'],
      ['student ', ['info cell-blanks → "student"'], 'student'],
      ['student\u00A0', ['info cell-hard-blank → "student "', 'info cell-blanks → "student"'], 'student'],
      ['stu\u200Bdent', ['info cell-invisible → "student"'], 'student'],
      ['05', unknown(), null],
      ['5.0', unknown(), null],
      ['999', unknown(), null],
      ['42', ['error role-numeric-short-name ? "12"'], null],
      ['Etudient', unknown('student'), null],
      ['studnet', unknown('student'), null],
      ['editing-teacher', unknown('editingteacher'), null],
      ["'student'", unknown('student'), null],
      ['participant', unknown(), null],
      ['coursecreator', ['error role-not-assignable'], null],
      ['respform', ['error role-not-assignable'], null],
      ['2', ['error role-not-assignable'], null],
      ['guest', ['error role-not-assignable'], null],
      ['constructor', unknown(), null],
    ],
  })

  describe('without a reference', () => {
    testCells(
      'role1',
      {
        valid: ['student', 'teacher', 'editingteacher', 'manager'],
        invalid: [
          ['Étudiant', alias('student'), 'student'],
          ['tuteur', alias('teacher'), 'teacher'],
          ['5', unknown(), null],
          ['respform', unknown(), null],
        ],
      },
      {},
      { reference: noReference },
    )
  })

  describe('with words of the site', () => {
    const site = { ...ecampus, roleAliases: { moniteur: 'tuteur', etudiant: 'etudiant_invite' } }
    testCells(
      'role1',
      {
        valid: ['student'],
        invalid: [
          ['Moniteur', alias('tuteur'), 'tuteur'],
          ['étudiant', alias('etudiant_invite'), 'etudiant_invite'],
        ],
      },
      {},
      { site },
    )
  })
})

describe('a group', () => {
  const spelt = (name: string) => [`info group-spelling → ${JSON.stringify(name)}`]
  const made = ['info group-new']
  const numeric = ['error group-numeric']
  testCells('group1', {
    valid: ['', 'TD1', 'Groupe A', 'Étudiants à distance'],
    invalid: [
      ['TD 9', made, 'TD 9'],
      ['td1', spelt('TD1'), 'TD1'],
      ['TD 1', spelt('TD1'), 'TD1'],
      ['Etudiants a distance', spelt('Étudiants à distance'), 'Étudiants à distance'],
      ['Groupe  A', spelt('Groupe A'), 'Groupe A'],
      ['groupe\u00A0a', ['info cell-hard-blank → "groupe a"', ...spelt('Groupe A')], 'Groupe A'],
      ['E\u0301tudiants a\u0300 distance', ['info cell-not-composed → "Étudiants à distance"'], 'Étudiants à distance'],
      ['TD1\n', ['warning cell-line-break → "TD1"'], 'TD1'],
      ['12', numeric, null],
      ['0', numeric, null],
      ['012', numeric, null],
      ['1.5', numeric, null],
      ['.5', numeric, null],
      ['1e3', numeric, null],
      ['1E+3', numeric, null],
      ['-12', ['error cell-formula'], null],
      ['+12', ['error cell-formula'], null],
      ['1,5', ['warning group-separator', ...made], '"1'],
      ['12a', made, '12a'],
      ['0x1A', made, '0x1A'],
      ['TD1;TD2', ['warning group-separator', ...made], 'TD1;TD2'],
      ['TD1|TD2', made, 'TD1|TD2'],
      ['G'.repeat(254), made, 'G'.repeat(254)],
      ['G'.repeat(255), ['error group-too-long'], null],
      ['😀'.repeat(254), made, '😀'.repeat(254)],
      ['😀'.repeat(255), ['error group-too-long'], null],
      ['TD1\\', ['error cell-backslash'], null],
      ['Salle "A"', made, '"Salle ""A"""'],
    ],
  })
  testCells(
    'group1',
    {
      valid: [],
      invalid: [
        ['Doublon', ['warning group-ambiguous'], 'Doublon'],
        ['doublon', made, 'doublon'],
      ],
    },
    { course1: 'L2_INFO_ALGO' },
  )

  test('the idnumber of another group is ambiguous', () => {
    const reference = siteWith({
      shortname: 'M1-BIO-2025',
      groups: [
        { name: 'TD1', idnumber: 'G1' },
        { name: 'Lot', idnumber: '' },
      ],
    })
    const said = (group1: string) =>
      checkSample(file({ group1 }), { reference })
        .problems.filter((it) => it.field === 'group1')
        .map(brief)
    expect(said('G1')).toEqual(['warning group-ambiguous', 'info group-new'])
    expect(said('TD1')).toEqual([])
  })

  test('a new group is written as it was first written, course by course', () => {
    const rows = [
      { group1: 'Lot A' },
      { ...people.tom, group1: 'LOT a' },
      { ...people.tom, course1: 'Méca', group1: 'lot A' },
    ]
    const { plan, problems } = checkSample(file(...rows))
    expect(plan.map(({ group }) => group)).toEqual(['Lot A', 'Lot A', 'lot A'])
    expect(problems.filter(({ code }) => code === 'group-spelling').map(({ row }) => row)).toEqual([3])
  })

  test('a rejected row makes no group', () => {
    const rows = [
      { group1: 'Lot A', role1: 'nobody' },
      { ...people.tom, group1: 'LOT a' },
    ]
    expect(checkSample(file(...rows)).plan.map(({ group }) => group)).toEqual(['LOT a'])
  })

  test('a group of the site that holds a comma is one group', () => {
    const reference = siteWith({ shortname: 'M1-BIO-2025', groups: [{ name: 'A, B' }] })
    expect(checkSample(file({ group1: 'A, B' }), { reference }).problems.filter((it) => it.row === 2)).toEqual([])
  })

  test.each(['TD\u00A01', 'E\u0301quipe', 'TD\u200B1', "'TD1"])(
    'a group of the site keeps its spelling: %j',
    (name) => {
      const reference = siteWith({ shortname: 'M1-BIO-2025', groups: [{ name }] })
      const report = checkSample(file({ group1: name }), { reference })
      expect(report).toMatchObject({ verdict: 'ready', plan: [{ group: name }] })
    },
  )
})

describe('an enrolment that exists', () => {
  const said = (cells: Record<string, string>) =>
    checkSample(file(cells))
      .problems.filter((it) => it.code.startsWith('enrolment-') && it.row === 2)
      .map(
        ({ severity, code, field, values }) =>
          `${severity} ${code} ${field ?? ''} ${String(values.change ?? values.roles)}`,
      )
  const { camille, hugo, lea, jules, louis, julie, tom } = people
  const algo = { course1: 'L2_INFO_ALGO' }

  test.each<[string, Record<string, string>, string[]]>([
    ['nobody yet', tom, []],
    ['same role, no end', camille, ['info enrolment-exists course1 none']],
    ['same role, an end is set', { ...camille, enrolperiod1: '30' }, ['warning enrolment-exists course1 end-set']],
    ['same role, suspended now', { ...camille, enrolstatus1: '1' }, ['warning enrolment-exists course1 suspends']],
    ['same role, active again', { ...camille, enrolstatus1: '0' }, ['info enrolment-exists course1 none']],
    ['suspended, nothing said', hugo, ['warning enrolment-exists course1 stays-suspended']],
    ['suspended, reactivated', { ...hugo, enrolstatus1: '0' }, ['info enrolment-exists course1 reactivates']],
    ['suspended, left so', { ...hugo, enrolstatus1: '1' }, ['info enrolment-exists course1 none']],
    ['an end is lost', lea, ['warning enrolment-exists course1 end-lost']],
    ['an end is moved', { ...lea, enrolperiod1: '30' }, ['warning enrolment-exists course1 end-moved']],
    ['an end is kept', { ...lea, enrolperiod1: '80' }, ['info enrolment-exists course1 none']],
    [
      'an end is kept, from another start',
      { ...lea, enroltimestart1: '2026-11-12', enrolperiod1: '90' },
      ['info enrolment-exists course1 none'],
    ],
    [
      'an end is moved by the course itself',
      { ...camille, course1: 'DUREE-60' },
      ['warning enrolment-exists course1 end-moved'],
    ],
    ['self-enrolled', { ...jules, ...algo }, ['info enrolment-exists course1 second']],
    [
      'self-enrolled, period and status do not matter',
      { ...jules, ...algo, enrolperiod1: '30', enrolstatus1: '1' },
      ['info enrolment-exists course1 second'],
    ],
    ['another role', julie, ['warning enrolment-other-role role1 editingteacher']],
    ['one of two roles', { ...louis, ...algo }, ['info enrolment-exists course1 none']],
    ['a third role', { ...louis, ...algo, role1: 'teacher' }, ['warning enrolment-other-role role1 student, tuteur']],
    [
      'another role, suspended',
      { ...hugo, role1: 'teacher' },
      ['warning enrolment-exists course1 stays-suspended', 'warning enrolment-other-role role1 student'],
    ],
  ])('%s', (_, cells, expected) => {
    expect(said(cells)).toEqual(expected)
  })
})
