// The command line as scripts see it: the launcher is started for real.
import { spawn } from 'node:child_process'
import { link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv, faulty, good } from '../fakes/world.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-cli-'))
  await writeFile(join(folder, 'good.csv'), good().bytes)
  await writeFile(join(folder, 'faulty.csv'), faulty(1).bytes)
  await writeFile(join(folder, 'all-wrong.csv'), faulty(3).bytes)
  await writeFile(join(folder, 'broken.csv'), Uint8Array.from([0, 1, 2, 0xff, 0, 0, 7, 0]))
  await writeFile(join(folder, 'reference.json'), '{ "accounts": [{ "username": 21900001 }] }')
})
afterAll(() => rm(folder, { recursive: true }))

type Answer = { readonly code: number | null; readonly out: string; readonly err: string }

async function run(words: readonly string[], input?: Uint8Array): Promise<Answer> {
  const child = spawn(process.execPath, ['bin/enrol-check.js', ...words], { env: { ...process.env, LC_ALL: 'en_GB' } })
  child.stdin.end(input)
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, out, err }
}
const check = (file: string, ...words: string[]) => run(['check', join(folder, file), ...words])

describe('enrol-check check', () => {
  it.each([
    ['good.csv', 0, 'ready'],
    ['faulty.csv', 1, 'partial'],
    ['all-wrong.csv', 1, 'blocked'],
    ['broken.csv', 2, 'unreadable'],
  ])('of %s ends with %i', async (file, code, verdict) => {
    const answer = await check(file, '--json', '--today', '2026-11-22')
    expect(answer).toMatchObject({ code, err: '' })
    expect(JSON.parse(answer.out)).toMatchObject({
      schema: 1,
      verdict,
      file: { name: file },
      site: 'ecampus',
      verified: [],
    })
  })

  it('prints one line of JSON with all that scripts read', async () => {
    const { out } = await check('faulty.csv', '--json', '--today', '2026-11-22')
    expect(out.trimEnd()).not.toContain('\n')
    const report = JSON.parse(out) as object
    const keys = [
      'schema',
      'file',
      'site',
      'verified',
      'verdict',
      'problems',
      'plan',
      'counts',
      'rejected_rows',
      'dropped_rows',
      'corrected',
    ]
    expect(Object.keys(report)).toEqual(keys)
    expect(report).toMatchObject({
      counts: { rows: 3, corrected: 2, rejected: 1, dropped: 0 },
      rejected_rows: [2],
      plan: [
        { row: 3, course: 'M1-BIO-2025', start: '2026-11-22', period_days: null, status: 'active', group: null },
        {},
      ],
    })
  })

  it('prints a report for people, without colours in a pipe, in the language asked for', async () => {
    const { out } = await check('faulty.csv', '--lang', 'fr')
    expect(out).toContain('1 ligne sur 3 à revoir')
    expect(out).not.toContain('\u001B')
    expect((await check('faulty.csv')).out).toContain('1 row out of 3')
  })

  it('reads standard input', async () => {
    const answer = await run(['check', '-', '--json'], good().bytes)
    expect(answer.code).toBe(0)
    expect(JSON.parse(answer.out)).toMatchObject({ file: { name: 'stdin.csv', rows: 3 } })
  })

  it('writes the corrected file and the rejected rows, and says where', async () => {
    const out = join(folder, 'a', 'b')
    const answer = await check('faulty.csv', '--out', out, '--lang', 'fr')
    expect((await readdir(out)).toSorted()).toEqual(['faulty.corrected.csv', 'faulty.rejected.csv'])
    expect(answer.out).toContain(join(out, 'faulty.rejected.csv'))
    expect(await readFile(join(out, 'faulty.corrected.csv'), 'utf8')).toMatch(/^username,.*\n21900002.*\n21900003.*\n$/)
    await check('good.csv', '--out', out)
    expect(await readdir(out)).toContain('good.corrected.csv')
    expect(await readdir(out)).not.toContain('good.rejected.csv')
  })

  it.each([
    ['its own name', (path: string) => writeFile(path, '')],
    ['a link', (path: string) => symlink('good.csv', path)],
    ['a hard link', (path: string) => link(join(folder, 'good.csv'), path)],
  ])('never writes over the file that it checks, through %s', async (_, make) => {
    const path = join(folder, 'good.corrected.csv')
    await make(path)
    expect((await check('good.csv', '--out', folder)).code).toBe(0)
    expect(await readFile(join(folder, 'good.csv'))).toEqual(Buffer.from(good().bytes))
    await writeFile(path, faulty(1).bytes)
    await check('good.corrected.csv', '--out', folder)
    expect(await readFile(path)).toEqual(Buffer.from(faulty(1).bytes))
    await rm(path)
  })

  it.each([
    [['check'], 'Which file?'],
    [['check', 'nowhere.csv'], 'Cannot read nowhere.csv'],
    [['check', 'package.json', '--site', 'moodle'], '--site is one of'],
    [['check', 'package.json', '--reference', 'nowhere.json'], 'nowhere.json cannot be read'],
    [['check', 'package.json', '--config', 'nowhere.yml'], 'nowhere.yml cannot be read'],
    [
      ['check', 'package.json', '--site', 'prelude', '--reference', 'docs/examples/site.json'],
      'is of the site ecampus',
    ],
    [['chek', 'a.csv'], 'No command is called chek'],
    [['constructor'], 'No command is called constructor'],
    [[], 'Usage:'],
    [['rules', 'nothing'], 'No rule is called nothing'],
  ])('called as %j says what is wrong and ends with 2', async (words, message) => {
    const answer = await run(words)
    expect(answer).toMatchObject({ code: 2, out: '' })
    expect(answer.err).toContain(message)
    expect(answer.err).not.toMatch(/^\s+at /m)
  })

  it('takes its site and what is known of it from a configuration', async () => {
    const words = ['--config', 'docs/examples/enrol-check.yml', '--json', '--today', '2026-11-23']
    const [known, other] = await Promise.all([
      check('good.csv', ...words),
      check('good.csv', ...words, '--site', 'formation'),
    ])
    expect(JSON.parse(known.out)).toMatchObject({
      site: 'ecampus',
      verified: expect.arrayContaining(['accounts']) as unknown,
    })
    expect(JSON.parse(other.out)).toMatchObject({ site: 'formation', verified: [] })
  })

  it('names the place in a reference that is wrong', async () => {
    const answer = await check('good.csv', '--reference', join(folder, 'reference.json'))
    expect(answer.code).toBe(2)
    expect(answer.err).toContain('accounts[0].username')
  })

  it('ends with 2 when it cannot write', async () => {
    const answer = await check('good.csv', '--out', join(folder, 'good.csv'))
    expect(answer).toMatchObject({ code: 2, out: '' })
    expect(answer.err).toContain('Cannot write to')
  })
})

describe('enrol-check rules', () => {
  it('lists the catalogue and explains one rule, in a language', async () => {
    const { out, code } = await run(['rules'])
    expect(code).toBe(0)
    expect(out).toMatch(/^error +column-missing/m)
    expect((await run(['rules', 'username-uppercase', '--lang', 'fr'])).out).toMatch(/^username-uppercase · /)
  })
})

it('enrol-check template prints a file that is well formed', async () => {
  const { out, code } = await run(['template'])
  expect(code).toBe(0)
  const answer = await run(['check', '-', '--json'], csv('', ...out.trimEnd().split('\n')).bytes)
  expect(answer.code).toBe(0)
})
