// Addresses of posts for people: those that need no name of a team, and so lead to direct messages as well.
import { type Api, read } from './api.ts'
import { clientConfigSchema } from './shapes.ts'

/** The link to a post, under the name by which people know the server. */
export function createLinks(api: Api, url: string): (post: string) => Promise<string> {
  let site: string | null = null
  return async (post) => {
    site ??= await siteUrl(api, url)
    return `${site}/_redirect/pl/${post}`
  }
}

async function siteUrl(api: Api, url: string): Promise<string> {
  const { SiteURL = '' } = read(clientConfigSchema, await api.client.getClientConfig())
  return (SiteURL || url).replace(/\/+$/, '')
}
