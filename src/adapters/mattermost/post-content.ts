// Everything that a post of the bot holds, made anew each time: nothing of it can be kept by leaving it out.
import type { Clock } from '../../ports/clock.ts'
import type { Message } from '../../replies/message.ts'
import { attachmentsOf } from './actions.ts'
import type { Api } from './api.ts'
import { keyProp, type OwnPost, personProp } from './own-posts.ts'
import type { People } from './people.ts'
import { render } from './render.ts'
import type { MattermostPost } from './shapes.ts'
import type { Signer } from './signature.ts'
import { upload, withLeftOut } from './uploads.ts'

export type ContentOptions = {
  readonly api: Api
  readonly clock: Clock
  readonly people: People
  readonly signer: Signer
  /** Where clicks go; null when the server cannot reach us. */
  readonly actionUrl: string | null
}

export type Content = {
  readonly message: string
  readonly props: Record<string, unknown>
  readonly file_ids: string[]
}

/** Uploads the files and makes the rest. Throws TypeError for a message that says nothing. */
export async function contentOf(
  { api, clock, people, signer, actionUrl }: ContentOptions,
  { channel, key, person }: Omit<OwnPost, 'id'>,
  given: Message,
): Promise<Content> {
  const { ids, leftOut } = await upload(api, channel, given.files)
  const message = withLeftOut(given, leftOut)
  const actions = { url: actionUrl, signer, now: clock.now(), key, person }
  const text = render(message, await people.calloutFor(message))
  // The server would take it.
  if (text === '' && ids.length + message.buttons.length + message.choices.length === 0)
    throw new TypeError('A post must say something')
  return {
    message: text,
    props: {
      // Without it an edited post would lose the name of the bot.
      from_bot: 'true',
      [keyProp]: key,
      ...(person === null ? {} : { [personProp]: person }),
      attachments: attachmentsOf(message, actions),
    },
    file_ids: [...ids],
  }
}

/** Whether the server attached other files than those that were sent. */
export const lacks = ({ file_ids }: MattermostPost, sent: Content): boolean =>
  sent.file_ids.some((id) => !(file_ids ?? []).includes(id)) || (file_ids ?? []).length > sent.file_ids.length
