// The page is plain files read from disk at each request: what one edits is what one sees.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { HttpError } from '../http/errors.ts'
import type { Answer, Route } from '../http/route.ts'

const folder = new URL('./page/', import.meta.url)

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** `GET /` and `GET /page/:file` for the files that were there at start. */
export function pageRoutes(): readonly Route[] {
  const names = new Set(readdirSync(folder))
  return [
    { method: 'GET', path: '/', answer: () => serve('index.html') },
    {
      method: 'GET',
      path: '/page/:file',
      answer: ({ params }) => {
        const name = params.file ?? ''
        if (!names.has(name)) throw new HttpError(404, 'not-found', 'There is nothing at this address.')
        return serve(name)
      },
    },
  ]
}

async function serve(name: string): Promise<Answer> {
  const type = types[extname(name)] ?? 'application/octet-stream'
  return { status: 200, headers: { 'content-type': type }, body: await readFile(new URL(name, folder)) }
}
