// Usernames, names and e-mails (policy, "username" and "firstname, lastname, email").
import { describe, expect, test } from 'vitest'
import { noReference } from '../../src/checking/reference.ts'
import { referenceFrom } from '../../src/checking/snapshot.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { file } from '../../src/rules/examples.ts'
import { checkSample, snapshot } from '../checking/sample.ts'
import { brief, people, testCells } from './tester.ts'

describe('a username', () => {
  const groups = ['info username-digit-groups → "21900010"']
  const forbidden = (meant?: string) => [`error username-characters${meant === undefined ? '' : ` ? "${meant}"`}`]
  const unknown = (meant?: string) => [`error account-unknown${meant === undefined ? '' : ` ? "${meant}"`}`]
  testCells('username', {
    valid: ['21900010'],
    invalid: [
      ['', ['error username-empty'], null],
      ['0', ['error username-empty'], null],
      ['   ', ['info cell-blanks → ""', 'error username-empty'], null],
      ['\u200B', ['info cell-invisible → ""', 'error username-empty'], null],
      ['21 900 010', groups, '21900010'],
      ['219 000 10', groups, '21900010'],
      ['21\u00A0900\u00A0010', ['info cell-hard-blank → "21 900 010"', ...groups], '21900010'],
      ['21\u202F900\u202F010', ['info cell-hard-blank → "21 900 010"', ...groups], '21900010'],
      ['21\u2009900\u2009010', groups, '21900010'],
      ['21,900,010', groups, '21900010'],
      ['21’900’010', groups, '21900010'],
      ["21'900'010", groups, '21900010'],
      ['21.900.010', groups, '21900010'],
      ['21.900.999', unknown('21900010'), null],
      ['21,90,0010', forbidden('21900010'), null],
      ['21900010.0', ['error username-decimal ? "21900010"'], null],
      ['21900010,0', ['error username-decimal ? "21900010"'], null],
      ['21900010.00', ['error username-decimal ? "21900010"'], null],
      ['21900010.5', unknown('21900010'), null],
      ['2,19E+07', ['error username-scientific'], null],
      ['2.19e+07', ['error username-scientific'], null],
      ['2E7', ['error username-scientific'], null],
      ["'21900010", ['info cell-excel-text → "21900010"'], '21900010'],
      ['="21900010"', ['info cell-excel-text → "21900010"'], '21900010'],
      ["'21900010'", forbidden('21900010'), null],
      ['“21900010”', forbidden('21900010'), null],
      ['=21900010', ['error cell-formula'], null],
      ['+21900010', ['error cell-formula'], null],
      ['２１９０００１０', forbidden('21900010'), null],
      ['21900010+', forbidden('21900010'), null],
      ['2190 0010 a', forbidden('21900010'), null],
      ['anaïs', forbidden('21900010'), null],
      ['21999999', unknown('21900010'), null],
      ['anais.garcon@etu.univ-exemple.example', ['error username-is-email ? "21900010"'], null],
      ['nobody@univ-exemple.example', ['error username-is-email'], null],
      ['21900010\u200B', ['info cell-invisible → "21900010"'], '21900010'],
      [
        '\uFEFF21900010\u00A0',
        [
          'info cell-invisible → "21900010\u00A0"',
          'info cell-hard-blank → "21900010 "',
          'info cell-blanks → "21900010"',
        ],
        '21900010',
      ],
      ['2190\u00000010', ['warning control-characters → "21900010"'], '21900010'],
      ['21900010\\', ['error cell-backslash'], null],
    ],
  })
  testCells(
    'username',
    { valid: ['martinj'], invalid: [['MartinJ', ['info username-uppercase → "martinj"'], 'martinj']] },
    people.julie,
  )
  testCells(
    'username',
    {
      valid: [],
      invalid: [
        ['martín', forbidden('martinj'), null],
        ['martin j', forbidden('martinj'), null],
      ],
    },
    people.julie,
  )

  test('an e-mail is a username where the site has such an account', () => {
    const jean = {
      username: 'jean.dupont@partenaire.example',
      firstname: 'Jean',
      lastname: 'Dupont',
      email: 'jean.dupont@partenaire.example',
    }
    expect(checkSample(file(jean)).verdict).toBe('ready')
  })

  test('digits and an e are a username where the site has such an account', () => {
    const [account] = snapshot.accounts as Record<string, unknown>[]
    const known = referenceFrom({
      ...snapshot,
      accounts: [{ ...account, username: '2e5', guest: false, email: 'e@b.example' }],
    })
    expect(checkSample(file({ username: '2e5', email: 'e@b.example' }), { reference: known }).verdict).toBe('ready')
  })
})

describe('an account', () => {
  const account = snapshot.accounts as Record<string, unknown>[]
  const julie = account.find(({ username }) => username === 'martinj')!
  const about = (facts: Record<string, unknown>, siteName = 'ecampus') => {
    const reference = referenceFrom({ ...snapshot, accounts: [{ ...julie, ...facts }] })
    return checkSample(file(people.julie), { reference, site: siteNamed(siteName)! })
      .problems.filter(({ field }) => field === 'username')
      .map(brief)
  }

  test.each([
    ['sound', {}, []],
    ['suspended', { suspended: true }, ['warning account-inactive']],
    ['unconfirmed', { confirmed: false }, ['warning account-inactive']],
    ['nologin', { auth: 'nologin' }, ['warning account-inactive']],
    ['manual', { auth: 'manual' }, []],
    ['of an authentication that is gone', { auth: 'saml2' }, ['error account-without-auth']],
    ['an administrator', { siteadmin: true }, ['error account-administrator']],
    ['a guest', { guest: true }, ['error account-guest']],
    ['created today', { timecreated: '2026-11-22T00:00:00+01:00' }, ['error account-created-today']],
    ['created yesterday', { timecreated: '2026-11-21T23:59:59+01:00' }, []],
    ['created yesterday in UTC, today here', { timecreated: '2026-11-21T23:30:00Z' }, ['error account-created-today']],
  ])('%s', (_, facts, said) => {
    expect(about(facts)).toEqual(said)
  })

  test('created today, where the site does not mind', () => {
    expect(about({ timecreated: '2026-11-22T12:00:00+01:00' }, 'collegium')).toEqual([])
  })
})

describe('a name', () => {
  testCells('firstname', {
    valid: ['Anaïs', 'ANAIS', 'Jean-Marc', "d'Anaïs", 'Ana\\ïs', 'Bahâ’i'],
    invalid: [
      ['', ['warning name-empty'], ''],
      ['Anaïs  Marie', ['info name-doubled-blanks → "Anaïs Marie"'], 'Anaïs Marie'],
      ['Anaïs\u00A0Marie', ['info cell-hard-blank → "Anaïs Marie"'], 'Anaïs Marie'],
      ['\u3000Anaïs\u2003', ['info cell-blanks → "Anaïs"'], 'Anaïs'],
      ['Ana\u00ADïs', ['info cell-invisible → "Anaïs"'], 'Anaïs'],
      ['Anai\u0308s', ['info cell-not-composed → "Anaïs"'], 'Anaïs'],
      ['AnaÃ¯s', ['warning mojibake → "Anaïs"'], 'Anaïs'],
      ['AnaÃƒÂ¯s', ['warning mojibake → "AnaÃ¯s"', 'warning mojibake → "Anaïs"'], 'Anaïs'],
      ['AnaiÌˆs', ['warning mojibake → "Anai\u0308s"', 'info cell-not-composed → "Anaïs"'], 'Anaïs'],
      ['Ana\uFFFDs', ['error mojibake'], null],
      ['AnaÃ¯s Зоя', ['error mojibake'], null],
      ['Anaïs\nMarie', ['warning cell-line-break → "Anaïs Marie"'], 'Anaïs Marie'],
      ['Anaïs \r\n Marie', ['warning cell-line-break → "Anaïs Marie"'], 'Anaïs Marie'],
      ['Anaïs\\', ['warning cell-backslash → "Anaïs"'], 'Anaïs'],
      ['Ana\\"ïs', ['warning cell-backslash → "Ana\\"ïs"'], '"Ana""ïs"'],
      ['<b>Anaïs</b>', ['warning name-angle-bracket'], '<b>Anaïs</b>'],
      ["'Anaïs", ['info cell-excel-text → "Anaïs"'], 'Anaïs'],
      ["=cmd|'/C calc'!A0", ['error cell-formula'], null],
      ['@Anaïs', ['error cell-formula'], null],
      [' =1+1', ['info cell-blanks → "=1+1"', 'error cell-formula'], null],
    ],
  })
  testCells('lastname', {
    valid: ['Garçon', 'garcon', 'GARÇON', 'Petit Garçon', 'Anaïs', 'Garçon-Petit', ''].filter((name) => name !== ''),
    invalid: [['', ['warning name-empty'], '']],
  })
  testCells(
    'lastname',
    { valid: ['Lefèvre'], invalid: [['Vasseur', ['warning name-differs'], 'Vasseur']] },
    { ...people.camille, firstname: 'Hugo' },
  )
  testCells(
    'lastname',
    { valid: [], invalid: [['Inconnu', ['error name-differs'], null]] },
    { firstname: 'Paul', email: 'paul@messagerie.example' },
  )
  testCells('lastname', { valid: [], invalid: [['Vasseur', [], null]] }, { ...people.tom, username: '21900010' })
  const mael = { username: '21900009', firstname: 'M.', email: 'mael.oeuvrard@etu.univ-exemple.example' }
  testCells('lastname', { valid: ['Œuvrard', 'Oeuvrard', 'OEUVRARD'], invalid: [] }, mael)
})

describe('an e-mail', () => {
  const long = `${'a'.repeat(65)}@univ-exemple.example`
  testCells('email', {
    valid: ['anais.garcon@etu.univ-exemple.example', 'Anais.Garcon@ETU.univ-exemple.example'],
    invalid: [
      ['', ['warning email-empty'], ''],
      ['anaïs@univ.example', ['warning email-malformed', 'warning email-differs'], 'anaïs@univ.example'],
      ['a@b', ['warning email-malformed', 'warning email-differs'], 'a@b'],
      ['a b@c.example', ['warning email-malformed', 'warning email-differs'], 'a b@c.example'],
      ['a..b@c.example', ['warning email-malformed', 'warning email-differs'], 'a..b@c.example'],
      ['a@b.example;c@d.example', ['warning email-malformed', 'warning email-differs'], 'a@b.example;c@d.example'],
      ['Anaïs <a@b.example>', ['warning email-malformed', 'warning email-differs'], 'Anaïs <a@b.example>'],
      [long, ['warning email-malformed', 'warning email-differs'], long],
      ['anais@messagerie.example', ['warning email-differs'], 'anais@messagerie.example'],
      ["o'neil+x@messagerie.example", ['warning email-differs'], "o'neil+x@messagerie.example"],
      ['tom.vasseur@etu.univ-exemple.example', ['error email-of-another-account ? "21900011"'], null],
      ['TOM.vasseur@etu.univ-exemple.example', ['error email-of-another-account ? "21900011"'], null],
    ],
  })
  testCells(
    'email',
    {
      valid: ['nobody@univ.example'],
      invalid: [
        ['nobody', ['error email-malformed'], null],
        ['', ['warning email-empty'], ''],
      ],
    },
    {},
    { reference: noReference },
  )
})

test('names and e-mail are not compared where the username is unusable or unknown', () => {
  const codes = (username: string) => checkSample(file({ ...people.tom, username })).problems.map(({ code }) => code)
  for (const username of ['21999999', 'tom+v', '2,19E+07', '']) {
    expect(codes(username).filter((code) => /^(name-differs|email-(differs|of-another-account))$/.test(code))).toEqual(
      [],
    )
  }
})
