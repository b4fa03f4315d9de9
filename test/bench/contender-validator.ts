// csv-file-validator with the same checks on cells; it repairs and writes nothing, and `unique` compares rows pairwise.
import { readFileSync } from 'node:fs'
import validator, { type FieldSchema } from 'csv-file-validator'
import { folded, readSite, roleWords } from './known-site.ts'
import { measure } from './measure.ts'

/** Its types promise a module that its code is not. */
const validate = validator as unknown as typeof validator.default

const clean = /^(?![=+@'-])[^\p{Cc}\p{Cf}\\"]*$/u

await measure(({ file, snapshot }) => {
  const { accounts, courses, roles } = readSite(snapshot!)
  const column = (name: string, isRight: (text: string) => boolean): FieldSchema => ({
    name,
    inputName: name,
    validate: (cell) => clean.test(String(cell)) && isRight(String(cell).trim()),
  })
  const headers = [
    { ...column('username', (text) => accounts.has(text.toLowerCase())), unique: true },
    column('firstname', () => true),
    column('lastname', () => true),
    column('email', (text) => /^[\w.+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]+$/.test(text)),
    column('course1', (text) => courses.has(text)),
    column('role1', (text) => roles.has(roleWords[folded(text)] ?? text)),
    column('group1', (text) => text.length <= 254 && (text === '' || Number.isNaN(Number(text)))),
    column('enrolperiod1', (text) => /^\d*$/.test(text) && Number(text) <= 3650),
  ]
  return async () => {
    const text = readFileSync(file, 'utf8')
    const { data, inValidData } = await validate(text, { headers, parserConfig: { delimiter: ';' } })
    const faulty = new Set(inValidData.map(({ rowIndex }) => rowIndex)).size
    return { kept: data.length - faulty, others: faulty }
  }
})
