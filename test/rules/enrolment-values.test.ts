// Periods, statuses and start dates, cell by cell (policy, "enrolperiodN, enrolstatusN, enroltimestartN").
import { describe } from 'vitest'
import { testCells } from './tester.ts'

describe('a period', () => {
  const days = (text: string) => [`info period-words → ${JSON.stringify(text)}`]
  const unclear = (meant?: number) => [`error period-unclear${meant === undefined ? '' : ` ? "${meant}"`}`]
  testCells('enrolperiod1', {
    valid: ['', '1', '30', '030', '3650', '0365'],
    invalid: [
      ['30 jours', days('30'), '30'],
      ['30 Jours', days('30'), '30'],
      ['30jours', days('30'), '30'],
      ['30 j', days('30'), '30'],
      ['30j', days('30'), '30'],
      ['1 jour', days('1'), '1'],
      ['30 days', days('30'), '30'],
      ['1 day', days('1'), '1'],
      ['1 000', days('1000'), '1000'],
      ['1 000 jours', days('1000'), '1000'],
      ['1\u202F000', ['info cell-hard-blank → "1 000"', ...days('1000')], '1000'],
      ['1\u2009000', days('1000'), '1000'],
      ['30,0', days('30'), '30'],
      ['30.0', days('30'), '30'],
      ['30,00 jours', days('30'), '30'],
      [' 30 ', ['info cell-blanks → "30"'], '30'],
      ["'30", ['info cell-excel-text → "30"'], '30'],
      ['0', ['warning period-zero'], '0'],
      ['000', ['warning period-zero'], '000'],
      ['0 jours', [...days('0'), 'warning period-zero'], '0'],
      ['1,000', unclear(), null],
      ['1.000', unclear(), null],
      ['12 5', unclear(), null],
      ['3 mois', unclear(90), null],
      ['1 mois', unclear(30), null],
      ['2 months', unclear(60), null],
      ['2 semaines', unclear(14), null],
      ['1 week', unclear(7), null],
      ['1 an', unclear(365), null],
      ['2 years', unclear(730), null],
      ['30/06/2027', unclear(220), null],
      ['2027-06-30', unclear(220), null],
      ['30/06/2020', unclear(), null],
      ['31/02/2027', unclear(), null],
      ['2592000', unclear(30), null],
      ['3651', unclear(), null],
      ['99999999999999999999', unclear(), null],
      ['30,5', unclear(), null],
      ['0.5', unclear(), null],
      ['1e2', unclear(), null],
      ['0x1E', unclear(), null],
      ['３０', unclear(), null],
      ['٣٠', unclear(), null],
      ['illimité', unclear(), null],
      ['jours 30', unclear(), null],
      ['30 jours ouvrés', unclear(), null],
      ['-5', ['error cell-formula'], null],
      ['+30', ['error cell-formula'], null],
    ],
  })
})

describe('a status', () => {
  const words = (digit: string) => [`info status-words → "${digit}"`]
  const unknown = ['error status-unknown']
  testCells('enrolstatus1', {
    valid: ['', '0', '1'],
    invalid: [
      ['actif', words('0'), '0'],
      ['ACTIVE', words('0'), '0'],
      ['Actif ', ['info cell-blanks → "Actif"', ...words('0')], '0'],
      ['suspendu', words('1'), '1'],
      ['Suspendue', words('1'), '1'],
      ['suspended', words('1'), '1'],
      ['1 ', ['info cell-blanks → "1"'], '1'],
      ['1\u00A0', ['info cell-hard-blank → "1 "', 'info cell-blanks → "1"'], '1'],
      ['01', unknown, null],
      ['00', unknown, null],
      ['1.0', unknown, null],
      ['2', unknown, null],
      ['oui', unknown, null],
      ['true', unknown, null],
      ['inactif', unknown, null],
      ['non', unknown, null],
      ['-1', ['error cell-formula'], null],
    ],
  })
})

describe('a start', () => {
  const first = (iso: string) => [`info start-day-first → "${iso}"`]
  const unclear = (meant?: string) => [`error start-unclear${meant === undefined ? '' : ` ? "${meant}"`}`]
  const past = ['info start-past']
  testCells('enroltimestart1', {
    valid: ['', '2027-01-15', '2026-11-22', '2027-01-15 08:00', '2027-01-15T08:00:00', '2027-01-15T08:00:00+01:00'],
    invalid: [
      ['2026-09-01', past, '2026-09-01'],
      ['2026-11-21 23:59', past, '2026-11-21 23:59'],
      ['15/01/2027', first('2027-01-15'), '2027-01-15'],
      ['15-01-2027', first('2027-01-15'), '2027-01-15'],
      ['15.01.2027', first('2027-01-15'), '2027-01-15'],
      ['15/1/2027', first('2027-01-15'), '2027-01-15'],
      ['13/12/2026', first('2026-12-13'), '2026-12-13'],
      ['21/11/2026', [...first('2026-11-21'), ...past], '2026-11-21'],
      ['05/01/2027', unclear('2027-01-05'), null],
      ['12/12/2026', unclear('2026-12-12'), null],
      ['5.1.2027', unclear('2027-01-05'), null],
      ['15/01/27', unclear(), null],
      ['2027-02-31', unclear(), null],
      ['31/02/2027', unclear(), null],
      ['2027-13-01', unclear(), null],
      ['15/13/2027', unclear(), null],
      ['46037', unclear(), null],
      ['1768431600', unclear(), null],
      ['15 janvier 2027', unclear(), null],
      ['tomorrow', unclear(), null],
      ['2027-1-5', unclear(), null],
      ['2027-01-15 25:00', unclear(), null],
      ['@1768431600', ['error cell-formula'], null],
    ],
  })
})

describe('a start and a period', () => {
  testCells(
    'enroltimestart1',
    {
      valid: [],
      invalid: [
        ['2026-10-22', ['info start-past', 'warning start-over-already'], '2026-10-22'],
        ['2026-10-23', ['info start-past'], '2026-10-23'],
      ],
    },
    { enrolperiod1: '30' },
  )
})
