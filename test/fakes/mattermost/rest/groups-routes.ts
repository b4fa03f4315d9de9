// Groups of people, which a server without a licence lacks; as in its sources and its documentation, not recorded.
import { ApiError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { GroupRecord } from '../records.ts'
import { personBy } from '../rules/finding.ts'
import { showPerson } from '../rules/show-person.ts'
import type { Call, Reply, Route } from './call.ts'

export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: '/groups', answer: find },
  { method: 'GET', path: '/groups/:group_id/members', answer: members },
]

function find(call: Call): Reply {
  const wanted = call.query.get('q') ?? ''
  const found = licensed(call).filter(({ name }) => name.includes(wanted.toLowerCase()))
  return { body: pageOf(call, found).map(showGroup) }
}

function members(call: Call): Reply {
  const group = licensed(call).find(({ id }) => id === call.params.group_id)
  if (!group) throw new ApiError(404, 'app.group.no_rows', 'No matching group found.')
  const people = pageOf(call, group.members).map((id) => showPerson(personBy(call.world, id)))
  return { body: { members: people, total_member_count: group.members.length } }
}

function licensed({ world }: Call): readonly GroupRecord[] {
  if (world.state.groups.length > 0) return world.state.groups
  throw new ApiError(501, 'api.license_error', 'Your license does not support this feature.')
}

function pageOf<T>({ query }: Call, all: readonly T[]): readonly T[] {
  const perPage = Number(query.get('per_page') ?? 60)
  const from = Number(query.get('page') ?? 0) * perPage
  return all.slice(from, from + perPage)
}

const showGroup = ({ id, name, members: { length } }: GroupRecord): JsonObject => ({
  id,
  name,
  display_name: name,
  description: '',
  source: 'custom',
  remote_id: null,
  create_at: 1,
  update_at: 1,
  delete_at: 0,
  has_syncables: false,
  member_count: length,
  allow_reference: true,
})
