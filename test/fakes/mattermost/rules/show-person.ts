// A person as they see themselves and as others see them: not the same keys.
import { type JsonObject, without } from '../json.ts'
import type { PersonRecord } from '../records.ts'

export function showPerson(person: PersonRecord): JsonObject {
  return { ...common(person), auth_data: '', ...(person.bot === null && { remote_id: '' }), ...botFields(person) }
}

export function showMyself(person: PersonRecord): JsonObject {
  return {
    ...common(person),
    notify_props: notifyProps,
    last_password_update: person.create_at,
    ...botFields(person),
  }
}

const common = (person: PersonRecord): JsonObject => ({
  ...without(person, 'bot'),
  auth_service: '',
  nickname: '',
  position: '',
  disable_welcome_email: false,
})

const botFields = ({ bot }: PersonRecord): JsonObject =>
  bot === null ? {} : { is_bot: true, bot_description: bot.description }

const notifyProps: JsonObject = {
  channel: 'true',
  comments: 'never',
  desktop: 'mention',
  desktop_sound: 'true',
  desktop_threads: 'all',
  email: 'true',
  email_threads: 'all',
  first_name: 'false',
  mention_keys: '',
  push: 'mention',
  push_status: 'online',
  push_threads: 'all',
}
