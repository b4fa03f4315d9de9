// Where `setup` leaves the tokens of the slash command for the bot, when they are not in the settings: a file that only
// its owner may read, in the folder of everything else that is written.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({ commandTokens: z.array(z.string()) })

const fileIn = (dataDir: string): string => join(dataDir, 'mattermost.json')

/** Replaces what was kept; path of the file. */
export async function keepCommandTokens(dataDir: string, commandTokens: readonly string[]): Promise<string> {
  const file = fileIn(dataDir)
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, `${JSON.stringify({ commandTokens })}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return file
}

/** What `setup` kept; none when it never ran here. */
export async function keptCommandTokens(dataDir: string): Promise<readonly string[]> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(missing)
  return text === null ? [] : schema.parse(JSON.parse(text)).commandTokens
}

function missing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
