// Where the bot is, and who is of the support team: the part of the doctor that asks about ids of the settings.
import { z } from 'zod'
import { bad, type Finding, good } from '../../ports/finding.ts'
import type { SlackOptions } from './options.ts'
import { anything } from './shapes.ts'
import { unanswered } from './unanswered.ts'
import type { Web } from './web.ts'

const channelShape = z.object({
  channel: z.object({
    name: z.string(),
    is_member: z.boolean().nullish(),
    is_archived: z.boolean().nullish(),
    is_read_only: z.boolean().nullish(),
  }),
})
const channelsShape = z.object({ channels: z.array(z.object({ name: z.string() })) })
const groupShape = z.object({ users: z.array(z.string()) })

/** Each channel and person of the settings, or the channels that the bot is in when none is set. */
export async function examineWorkspace(
  web: Web,
  { channels, staff, staffGroup }: Pick<SlackOptions, 'channels' | 'staff' | 'staffGroup'>,
): Promise<readonly Finding[]> {
  const places = channels.length === 0 ? [examineAll(web)] : channels.map((id) => examineOne(web, id))
  const people = staff.map((id) => examinePerson(web, id))
  const group = staffGroup === null ? [] : [examineGroup(web, staffGroup)]
  return await Promise.all([...places, ...people, ...group])
}

async function examineOne(web: Web, id: string): Promise<Finding> {
  try {
    const { channel } = await web.call('conversations.info', { channel: id }, channelShape)
    const remedy = `Type “/invite @enrol-check” in #${channel.name}.`
    if (channel.is_archived)
      return bad(`#${channel.name} is archived: nothing can be posted there`, 'Take it out of SLACK_CHANNELS.')
    if (channel.is_read_only)
      return bad(`Only some may post in #${channel.name}`, 'Allow the app under “Posting permissions” of the channel.')
    return channel.is_member
      ? good(`The bot is in #${channel.name}`)
      : bad(`The bot is not in #${channel.name}`, remedy)
  } catch (error) {
    const remedy =
      'Check the id in SLACK_CHANNELS (it begins with C or G), and invite the bot if the channel is private.'
    return unanswered(`The channel ${id} cannot be seen`, error, remedy)
  }
}

async function examineAll(web: Web): Promise<Finding> {
  try {
    const given = { types: 'public_channel,private_channel', exclude_archived: true, limit: 200 }
    const { channels } = await web.call('users.conversations', given, channelsShape)
    if (channels.length > 0) return good(`The bot answers in ${channels.map(({ name }) => `#${name}`).join(', ')}`)
    return bad('The bot is in no channel', 'Type “/invite @enrol-check” in the support channel.')
  } catch (error) {
    return unanswered('The bot’s channels cannot be listed', error, 'See the scopes above.')
  }
}

async function examinePerson(web: Web, id: string): Promise<Finding> {
  try {
    await web.call('users.info', { user: id }, anything)
    return good(`${id} of SLACK_STAFF is known`)
  } catch (error) {
    const remedy = 'Take the member id from the profile (“Copy member ID”): it begins with U or W.'
    return unanswered(`${id} of SLACK_STAFF is not known`, error, remedy)
  }
}

async function examineGroup(web: Web, usergroup: string): Promise<Finding> {
  try {
    const { users } = await web.call('usergroups.users.list', { usergroup }, groupShape)
    if (users.length > 0) return good(`The support team has ${users.length} members in the group ${usergroup}`)
    return bad(`The group ${usergroup} is empty`, 'Add the support team to it, or name people in SLACK_STAFF.')
  } catch (error) {
    const remedy = 'Check SLACK_STAFF_GROUP: a user group’s id begins with S. Groups need a paid plan.'
    return unanswered(`The group ${usergroup} cannot be read`, error, remedy)
  }
}
