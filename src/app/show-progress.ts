// A long check tells how far it is, rarely enough for chats that allow one edit a second, and never after the report.
import { workingReply } from '../replies/working-reply.ts'
import type { Outside } from './outside.ts'
import { type Request, reply } from './request.ts'

/** Milliseconds before the first word of progress, and between two. */
const pause = 1_000

export type Progress = {
  readonly hear: (part: number) => void
  /** Settles once nothing more will be said. */
  readonly end: () => Promise<void>
}

/** Edits the reply while a file is checked. */
export function showProgress(outside: Outside, request: Request): Progress {
  let last = outside.clock.now()
  let edit: Promise<void> | null = null

  async function tell(progress: number): Promise<void> {
    try {
      await reply(
        outside,
        request,
        workingReply({ language: request.language, name: request.posting.file.name, progress }),
      )
    } catch (error) {
      outside.log.warn({ posting: request.posting.id, error }, 'progress could not be shown')
    }
  }

  return {
    hear(part) {
      const now = outside.clock.now()
      if (edit || now.epochMilliseconds - last.epochMilliseconds < pause) return
      last = now
      edit = tell(part).finally(() => {
        edit = null
      })
    },
    end: async () => {
      await edit
    },
  }
}
