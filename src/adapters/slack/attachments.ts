// Slack shows some files without a name or an address: those of other workspaces, of beyond the plan's limit, deleted.

import { z } from 'zod'
import type { Attachment } from '../../ports/chat.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { fileShape, type SlackFile } from './shapes.ts'
import type { Web } from './web.ts'

const infoShape = z.object({ file: fileShape })

/** All that Slack knows of a file. Throws OutsideError `file-gone`. */
export async function fileNamed(web: Web, id: string): Promise<SlackFile> {
  return (await web.call('files.info', { file: id }, infoShape)).file
}

/** The files of a post that are still there. One that cannot be read is among them, to be answered as such. */
export async function attachmentsOf(web: Web, files: readonly SlackFile[]): Promise<readonly Attachment[]> {
  const present = files.filter(({ mode }) => mode !== 'tombstone')
  return await Promise.all(present.map(async (file) => toAttachment(isHalfShown(file) ? await told(web, file) : file)))
}

/** As Slack Connect shows files (docs.slack.dev, "Slack Connect files"). */
const isHalfShown = (file: SlackFile) => file.file_access === 'check_file_info' || file.mode === 'file_access'

async function told(web: Web, file: SlackFile): Promise<SlackFile> {
  try {
    return await fileNamed(web, file.id)
  } catch (error) {
    if (error instanceof OutsideError && error.code !== 'chat-unavailable' && error.code !== 'rate-limited') return file
    throw error
  }
}

/** Snippets are `text/plain` with a name that says nothing: what they hold is looked at later. */
function toAttachment({ id, name, title, size, mimetype }: SlackFile): Attachment {
  return { id, name: name || title || id, size: size ?? 0, type: mimetype ?? '' }
}
