// What most projects would write: csv-parse gives objects, a zod schema repairs and checks each, two sets find doubles.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { folded, type KnownSite, readSite, roleWords } from './known-site.ts'
import { measure } from './measure.ts'

type Posted = Record<string, string>

await measure(({ file, snapshot, out }) => {
  const schema = schemaFor(readSite(snapshot!))
  return () => {
    const posted = parse<Posted>(readFileSync(file), { delimiter: ';', columns: true })
    const seen = new Set<string>()
    const lines: string[] = [Object.keys(posted[0]!).join(';')]
    const problems: string[] = []
    for (const [index, cells] of posted.entries()) {
      const { data, error } = schema.safeParse(cells)
      const line = Object.values(data ?? cells).join(';')
      if (seen.has(line)) continue
      seen.add(line)
      if (error) problems.push([index + 2, line, ...error.issues.map(({ message }) => message)].join(';'))
      else lines.push(line)
    }
    writeFileSync(join(out, 'corrected.csv'), `${lines.join('\n')}\n`)
    writeFileSync(join(out, 'problems.csv'), `${problems.join('\n')}\n`)
    return { kept: lines.length - 1, others: posted.length - lines.length + 1 }
  }
})

function schemaFor({ accounts, courses, roles }: KnownSite) {
  const cell = z
    .string()
    .trim()
    .regex(/^(?![=+@'-])[^\p{Cc}\p{Cf}\\"]*$/u)
  const name = cell.transform((text) => text.replace(/ {2,}/g, ' '))
  const username = cell.toLowerCase().regex(/^[-.@_a-z0-9]+$/)
  return z
    .object({
      username: username.refine((text) => accounts.has(text), 'account unknown'),
      firstname: name,
      lastname: name,
      email: cell.regex(/^[\w.+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]+$/),
      course1: cell.refine((text) => courses.has(text), 'course unknown'),
      role1: cell
        .transform((text) => roleWords[folded(text)] ?? text)
        .refine((text) => roles.has(text), 'role unknown'),
      group1: cell.max(254).refine((text) => text === '' || Number.isNaN(Number(text)), 'group is a number'),
      enrolperiod1: cell.regex(/^\d*$/).refine((text) => Number(text) <= 3650, 'period too long'),
    })
    .refine(
      ({ username, email }) => accounts.get(username)?.email.toLowerCase() === email.toLowerCase(),
      'another person',
    )
}
