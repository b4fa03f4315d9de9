// Files: sent before their post, as a form or as bare bytes; told of and given back.
import { ApiError } from '../errors.ts'
import { showFile, typeOf } from '../rules/show-file.ts'
import { readableFile, upload } from '../rules/uploading.ts'
import type { Call, Reply, Route } from './call.ts'
import { readBytes } from './read-body.ts'
import { readMultipart } from './read-multipart.ts'

export const fileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/files',
    answer: (call) => (isForm(call) ? uploadForm(call) : uploadBytes(call)),
  },
  {
    method: 'GET',
    path: '/files/:file_id/info',
    answer({ world, person, params }) {
      const file = readableFile(world, params.file_id!, person)
      if (!file) throw new ApiError(404, 'app.file_info.get.app_error', 'Unable to get the file info.')
      return { body: showFile(file) }
    },
  },
  { method: 'GET', path: '/files/:file_id', answer: download },
]

const isForm = ({ request }: Call): boolean => request.headers['content-type']?.startsWith('multipart/') === true

/** A form without a file makes an empty list, not an error. */
async function uploadForm({ world, person, request }: Call): Promise<Reply> {
  const { fields, files } = await readMultipart(request)
  const channel = fields.get('channel_id')?.[0] ?? ''
  const infos = files.map((file) => showFile(upload(world, person, channel, file)))
  return { status: 201, body: { file_infos: infos, client_ids: fields.get('client_ids') ?? [] } }
}

async function uploadBytes({ world, person, request, query }: Call): Promise<Reply> {
  const file = { name: query.get('filename') ?? '', bytes: await readBytes(request) }
  const info = showFile(upload(world, person, query.get('channel_id') ?? '', file))
  return { status: 201, body: { file_infos: [info], client_ids: null } }
}

function download({ world, person, params }: Call): Reply {
  const file = readableFile(world, params.file_id!, person)
  if (!file) throw new ApiError(404, 'api.file.get_file_info.app_error', 'Failed to get file info.')
  const coded = encodeURIComponent(file.name)
  return {
    body: file.bytes,
    headers: {
      'content-type': typeOf(file.name) || 'application/octet-stream',
      'content-disposition': `attachment;filename="${coded}"; filename*=UTF-8''${coded}`,
    },
  }
}
