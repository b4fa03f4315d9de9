// Bytes of the file to check, from disk or from standard input.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { WrongCall } from './wrong-call.ts'

export type InputFile = { readonly name: string; readonly bytes: Uint8Array }

/** Reads it; `-` is standard input. Throws WrongCall when there is no such file. */
export async function readInput(file: string): Promise<InputFile> {
  if (file === '-') return { name: 'stdin.csv', bytes: await buffer(process.stdin) }
  try {
    return { name: basename(file), bytes: await readFile(file) }
  } catch (error) {
    throw new WrongCall(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
