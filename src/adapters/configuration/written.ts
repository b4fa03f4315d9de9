// The file itself, as somebody wrote it; JSON is read as the YAML that it is.
import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import { OutsideError } from '../../ports/outside-error.ts'
import { shapeFaults, syntaxFaults } from './faults.ts'
import { shape, type Written } from './shape.ts'

/** What that file says, nothing more. Throws OutsideError `configuration-missing`, and as `writtenIn`. */
export async function readWritten(path: string): Promise<Written> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new OutsideError('configuration-missing', `The configuration ${path} cannot be read: ${reason}`, { cause })
  })
  return writtenIn(text, path)
}

/** What the text of that file says. Throws OutsideError `configuration-invalid` with a line for each thing that is wrong. */
export function writtenIn(text: string, path: string): Written {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const syntax = syntaxFaults({ document, lines })
  if (syntax.length > 0) throw invalid(path, syntax)
  const answer = shape.safeParse(document.toJS() ?? {})
  if (answer.success) return answer.data
  throw invalid(path, shapeFaults(answer.error, { document, lines }))
}

const invalid = (path: string, faults: readonly string[]) =>
  new OutsideError('configuration-invalid', faults.map((fault) => `${path}, ${fault}`).join('\n'))
