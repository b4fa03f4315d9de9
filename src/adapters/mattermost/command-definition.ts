// The slash command as the server keeps it; its token is what proves that a call is the server's.
import { z } from 'zod'
import { type Api, read } from './api.ts'
import { paths } from './callback-options.ts'

export const trigger = 'enrol-check'

const schema = z.object({
  id: z.string(),
  token: z.string(),
  trigger: z.string(),
  url: z.string(),
  team_id: z.string(),
})

/** Makes the command of a team, or brings it up to date; its token. Throws Refusal 403 for no administrator. */
export async function putCommand(api: Api, team: string, callbackUrl: string): Promise<string> {
  const there = read(z.array(schema), await api.client.getCustomTeamCommands(team))
  const mine = there.find((command) => command.trigger === trigger)
  const definition = { ...wanted, team_id: team, url: callbackUrl + paths.command }
  if (!mine) return read(schema, await api.post('/commands', definition)).token
  const changed = { ...mine, ...definition } as unknown as Parameters<typeof api.client.editCommand>[0]
  return read(schema, await api.client.editCommand(changed)).token
}

const wanted = {
  trigger,
  method: 'P',
  username: '',
  icon_url: '',
  auto_complete: true,
  auto_complete_desc: 'Vérifier un fichier d’inscriptions Moodle · Check a Moodle enrolment file',
  auto_complete_hint:
    '[check | status | pending | template | rules | site | remind | done | withdraw | language | help]',
  display_name: 'enrol-check',
  description: 'Checks files for Upload users of Moodle, and follows what becomes of them',
}
