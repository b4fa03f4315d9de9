// The form behind `/enrol-check`: files, site and language. What it is sent becomes a post of the bot that says whose
// the files are, and then a posting like any other.
import { z } from 'zod'
import type { Language } from '../../moodle/language.ts'
import type { ChatEvents, Place } from '../../ports/chat.ts'
import type { Log } from '../../ports/log.ts'
import { attachmentsOf } from './attachments.ts'
import type { BotPosts } from './bot-posts.ts'
import { type Channels, isDirect } from './channels.ts'
import { type FormSent, formParts } from './form-metadata.ts'
import { formView, names } from './form-view.ts'
import type { SlackOptions } from './options.ts'
import { sentMessage } from './sent-message.ts'
import { anything, fileShape } from './shapes.ts'
import type { Web } from './web.ts'
import { words } from './words.ts'

export type Form = {
  /** False when Slack would not open it, most often as the trigger was too old. */
  open(trigger: string, channel: string, language: Language): Promise<boolean>
  /** Settles once the files are stored. `refuse` leaves the form open with a sentence in it. */
  sent(body: unknown, ack: () => Promise<void>, refuse: (sentence: string) => Promise<void>): Promise<void>
}

export type FormParts = {
  readonly web: Web
  readonly channels: Channels
  readonly posts: BotPosts
  readonly events: ChatEvents
  readonly sites: SlackOptions['sites']
  readonly log: Log
}

const chosen = z.object({ selected_option: z.object({ value: z.string() }).nullish() }).nullish()
const sentShape = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    state: z.object({
      values: z.object({
        [names.files]: z.object({ [names.files]: z.object({ files: z.array(fileShape) }) }),
        [names.site]: z.object({ [names.site]: chosen }).optional(),
        [names.language]: z.object({ [names.language]: chosen }).optional(),
      }),
    }),
  }),
})

const keptShape = z.object({ channel: z.string(), language: z.enum(['fr', 'en']) })

export function createForm({ web, channels, posts, events, sites, log }: FormParts): Form {
  /** The same view sent again finds its post by its key, and the application knows its files. */
  async function receive({ user, view }: z.output<typeof sentShape>): Promise<void> {
    const { channel, language: spoken } = keptShape.parse(JSON.parse(view.private_metadata))
    const { files, site, language } = view.state.values
    const form: FormSent = {
      person: user.id,
      site: site?.site?.selected_option?.value ?? null,
      language: languageIn(language?.language?.selected_option?.value),
      files: await attachmentsOf(web, files.files.files),
    }
    const place: Place = (await channels.isOpenTo(channel, user.id)) ? { channel, thread: null } : { direct: user.id }
    const message = sentMessage(form, form.language ?? spoken)
    const said = await posts.post(place, `form ${view.id}`, message, formParts(form))
    await events.posted({
      chat: 'slack',
      channel: said.channel,
      thread: null,
      post: said.post,
      author: form.person,
      text: '',
      files: form.files,
      direct: isDirect(said.channel),
      form: { site: form.site, language: form.language },
    })
  }

  return {
    async open(trigger, channel, language) {
      try {
        await web.call('views.open', { trigger_id: trigger, view: formView(sites, channel, language) }, anything)
        return true
      } catch (error) {
        log.warn({ error }, 'slack: the form could not be opened')
        return false
      }
    },
    async sent(body, ack, refuse) {
      const sent = sentShape.parse(body)
      try {
        await receive(sent)
      } catch (error) {
        log.warn({ error }, 'slack: a form could not be received')
        await refuse(words[keptShape.parse(JSON.parse(sent.view.private_metadata)).language].notDone)
        return
      }
      await ack()
    },
  }
}

const languageIn = (value: string | undefined): Language | null => (value === 'fr' || value === 'en' ? value : null)
