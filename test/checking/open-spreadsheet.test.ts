// A workbook as a whole: which sheet, which row is the header, and the numbers that the person sees beside their rows.
import { expect, test } from 'vitest'
import { xlsx } from '../table/workbooks.ts'
import { checkSample } from './sample.ts'

const header = ['username', 'firstname', 'lastname', 'email', 'course1', 'role1']
const person = ['21900010', 'Anaïs', 'Garçon', 'anais.garcon@etu.univ-exemple.example', 'M1-BIO-2025', 'student']
const stranger = person.with(4, 'M1-CHIMIE-2025')

const rowOf = (cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
const sheetOf = (...rows: readonly (readonly string[])[]): string => rows.map(rowOf).join('')
const workbook = (...sheets: readonly (readonly [string, string])[]) => checkSample(xlsx({ sheets }))

test('is converted, and never called ready as it is', () => {
  const report = workbook(['Liste', sheetOf(header, person)])
  expect(report).toMatchObject({ verdict: 'corrected', file: { format: 'xlsx', encoding: null, delimiter: null } })
  expect(report.problems.map(({ code }) => code)).toContain('file-from-spreadsheet')
  expect(report.corrected?.text).toBe(`${header.join(',')}\n${person.join(',')}\n`)
})

test('keeps the row numbers of the sheet, below titles and over empty rows', () => {
  const report = workbook(['Liste', sheetOf(['Groupe du soir'], header, person, [], stranger)])
  expect(report.plan.map(({ row }) => row)).toEqual([3])
  expect(report.rejected.map(({ number }) => number)).toEqual([5])
  expect(report.problems.filter(({ code }) => code === 'title-lines')).toMatchObject([{ value: 'Groupe du soir' }])
})

test('a title that holds a column name does not win over the header below it', () => {
  const report = workbook(['Liste', sheetOf(['Cours', 'M1-BIO-2025'], header, person)])
  expect(report).toMatchObject({ verdict: 'corrected', plan: [{ row: 3 }] })
})

test('the first sheet that has the header is read, hidden ones aside', () => {
  const report = workbook(
    ['Notes', sheetOf(['à rappeler', 'lundi'])],
    ['~Ancienne', sheetOf(header, stranger)],
    ['Liste', sheetOf(header, person)],
  )
  expect(report).toMatchObject({ verdict: 'corrected', counts: { corrected: 1, rejected: 0 } })
})

test('without a header says so', () => {
  expect(workbook(['Notes', sheetOf(['à rappeler'])]).problems).toMatchObject([{ code: 'header-missing' }])
})
