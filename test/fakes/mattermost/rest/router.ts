// Finds the route of a request as the real server does: ids that are none are refused before anything is looked up.
import { pathInvalid } from '../errors.ts'
import { isId } from '../ids.ts'
import type { Route } from './call.ts'
import { callbackRoutes } from './callbacks-routes.ts'
import { channelRoutes } from './channels-routes.ts'
import { commandRoutes } from './commands-routes.ts'
import { fileRoutes } from './files-routes.ts'
import { groupRoutes } from './groups-routes.ts'
import { memberRoutes } from './members-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { postRoutes } from './posts-routes.ts'
import { reactionRoutes } from './reactions-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { systemRoutes } from './system-routes.ts'
import { teamRoutes } from './teams-routes.ts'

export type Found = { readonly route: Route; readonly params: Readonly<Record<string, string>> }

const routes = [
  ...systemRoutes,
  ...peopleRoutes,
  ...teamRoutes,
  ...channelRoutes,
  ...memberRoutes,
  ...groupRoutes,
  ...postRoutes,
  ...readingRoutes,
  ...fileRoutes,
  ...reactionRoutes,
  ...callbackRoutes,
  ...commandRoutes,
].map((route) => ({ route, pattern: patternOf(route.path) }))

/** Null where there is no such address. Throws ApiError 400 for something in the address that is no id. */
export function findRoute(method: string, path: string): Found | null {
  for (const { route, pattern } of routes) {
    const groups = route.method === method ? pattern.exec(path)?.groups : undefined
    if (pattern.test(path) && route.method === method) return { route, params: checkIds(groups ?? {}) }
  }
  return null
}

function patternOf(path: string): RegExp {
  const source = path.replace(/:(\w+)/g, (_, name: string) =>
    name.endsWith('Name') ? `(?<${name}>[A-Za-z0-9_.+-]+)` : `(?<${name}>[A-Za-z0-9]+)`,
  )
  return new RegExp(path.startsWith('/hooks/') ? `^${source}$` : `^/api/v4${source}$`)
}

function checkIds(groups: Record<string, string>): Found['params'] {
  const params = Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)] as const)
  for (const [name, value] of params)
    if (name.endsWith('_id') && value !== 'me' && !isId(value)) throw pathInvalid(name)
  return Object.fromEntries(params)
}
