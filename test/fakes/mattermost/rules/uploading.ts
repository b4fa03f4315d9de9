// Files come before their post, and stay without one when nobody posts them.
import { ApiError, forbidden } from '../errors.ts'
import type { FileRecord, PersonRecord } from '../records.ts'
import type { World } from '../world.ts'
import { mayRead, writableChannel } from './rights.ts'

/** How long the file of a deleted post can still be had, on the town's clock. */
const afterlife = 1000

export type NewFile = { readonly name: string; readonly bytes: Uint8Array }

/** Throws ApiError 403 for a channel that is unknown or not theirs, 413 for a file over the limit. */
export function upload(world: World, person: PersonRecord, channel: string, file: NewFile): FileRecord {
  writableChannel(world, channel, person)
  const { maxFileSize } = world.config
  if (file.bytes.length > maxFileSize) {
    const text = `Unable to upload file ${file.name}. -1 bytes exceeds the maximum allowed ${maxFileSize} bytes.`
    throw new ApiError(413, 'api.file.upload_file.too_large_detailed.app_error', text)
  }
  const record: FileRecord = {
    id: world.newId(),
    user_id: person.id,
    post_id: '',
    channel_id: channel,
    create_at: world.clock.stamp(),
    name: file.name,
    bytes: file.bytes,
    orphan_at: null,
    gone: false,
  }
  world.state.files.set(record.id, record)
  return record
}

/** Undefined for a file that is not there any more; throws 403 for one of a channel they may not read. */
export function readableFile(world: World, id: string, person: PersonRecord): FileRecord | undefined {
  const file = world.state.files.get(id)
  if (!file || file.gone || isForgotten(world, file)) return undefined
  const channel = world.state.channels.get(file.channel_id)
  if (!channel || !mayRead(world, channel, person)) throw forbidden()
  return file
}

const isForgotten = ({ clock }: World, { orphan_at }: FileRecord): boolean =>
  orphan_at !== null && clock.millis() - orphan_at > afterlife
