// Files are complete or not there, and never written through a link onto the file that was checked.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { Report } from '../../checking/report.ts'
import type { Language } from '../../moodle/language.ts'
import { rejectedFile } from '../../replies/rejected-file.ts'
import { WrongCall } from './wrong-call.ts'

/**
 * Writes `<name>.corrected.csv` and, if a row was rejected, `<name>.rejected.csv` in that folder, which is made when
 * missing; their paths. Throws WrongCall when it cannot.
 */
export async function writeFiles(folder: string, report: Report, language: Language): Promise<readonly string[]> {
  const { name } = parse(report.file.name)
  const rejected = rejectedFile(report, language)
  const files: readonly { readonly path: string; readonly content: Written['content'] | null }[] = [
    { path: join(folder, `${name}.corrected.csv`), content: report.corrected?.bytes ?? null },
    // Excel needs the mark to see UTF-8, and this file is made to be opened.
    { path: join(folder, `${name}.rejected.csv`), content: rejected === null ? null : `\uFEFF${rejected}` },
  ]
  const wanted = files.filter((file): file is Written => file.content !== null)
  try {
    await mkdir(folder, { recursive: true })
    for (const file of wanted) await replace(file)
  } catch (error) {
    throw new WrongCall(`Cannot write to ${folder}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return wanted.map(({ path }) => path)
}

type Written = { readonly path: string; readonly content: string | Uint8Array }

async function replace({ path, content }: Written): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  try {
    await writeFile(draft, content)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
