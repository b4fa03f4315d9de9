// The recorded exchanges, as they lie in test/recordings/mattermost.
import { readFileSync } from 'node:fs'
import type { Json, JsonObject } from '../json.ts'

export type RecordedRequest = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Json
}

export type RecordedResponse = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Json
}

export type Exchange = {
  readonly name: string
  readonly request: RecordedRequest
  readonly response: RecordedResponse
}

/** What the bot got, and what it said to it. */
export type RecordedCallback = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: JsonObject
  readonly answered: RecordedAnswer
}

export type RecordedAnswer = {
  readonly status?: number
  readonly type?: string
  readonly body?: Json
  readonly destroy?: boolean
}

export type Frame = {
  readonly received?: JsonObject
  readonly sent?: JsonObject
  readonly event?: string
  readonly code?: number
}

export type Recording = {
  readonly name: string
  readonly request?: RecordedRequest
  readonly response?: RecordedResponse
  readonly calls?: readonly Exchange[]
  readonly callbacks?: readonly RecordedCallback[]
  readonly seen_by_marie?: readonly JsonObject[]
  readonly frames?: readonly Frame[]
}

export function readRecordings(name: string): readonly Recording[] {
  const text = readFileSync(new URL(`../../../recordings/mattermost/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Recording)
}
