// A file as the API shows it; type and extension come from its name alone.
import { extname } from 'node:path'
import type { JsonObject } from '../json.ts'
import type { FileRecord } from '../records.ts'

/** As far as the server's table of types was seen; what it does not know is ''. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
}

export const typeOf = (name: string): string => types[extensionOf(name)] ?? ''

const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase()

export function showFile({ id, user_id, post_id, channel_id, create_at, name, bytes }: FileRecord): JsonObject {
  return {
    id,
    user_id,
    ...(post_id !== '' && { post_id }),
    channel_id,
    create_at,
    update_at: create_at,
    delete_at: 0,
    name,
    extension: extensionOf(name),
    size: bytes.length,
    mime_type: typeOf(name),
    mini_preview: null,
    remote_id: '',
    archived: false,
  }
}
