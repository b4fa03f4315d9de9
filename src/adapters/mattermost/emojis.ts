// The bot shows one of these on a person's post: in a collapsed thread it is all that people see of its state.
import type { Mark } from '../../ports/chat.ts'

/** Names as Mattermost knows them; an unknown one would be refused. */
export const emojis: Readonly<Record<Mark, string>> = {
  working: 'eyes',
  ready: 'white_check_mark',
  partial: 'warning',
  blocked: 'no_entry',
  waiting: 'hourglass_flowing_sand',
  done: 'checkered_flag',
  failed: 'confused',
  closed: 'file_cabinet',
}
