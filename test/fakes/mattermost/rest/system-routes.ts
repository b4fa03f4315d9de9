// The server about itself; its settings are for administrators, but for those that a client needs.
import { forbidden } from '../errors.ts'
import { isAdmin } from '../rules/rights.ts'
import type { Config } from '../state.ts'
import type { Route } from './call.ts'
import recorded from './client-config.json' with { type: 'json' }

export const systemRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/system/ping',
    open: true,
    answer: () => ({
      body: {
        ActiveSearchBackend: 'database',
        AndroidLatestVersion: '',
        AndroidMinVersion: '',
        IosLatestVersion: '',
        IosMinVersion: '',
        status: 'OK',
      },
    }),
  },
  {
    method: 'GET',
    path: '/config/client',
    answer: ({ world }) => ({ body: { ...recorded, ...living(world.config) } }),
  },
  {
    method: 'GET',
    path: '/config',
    answer({ world, person }) {
      if (!isAdmin(person)) throw forbidden()
      const { siteUrl, enableBotAccounts, allowedUntrustedInternalConnections, maxFileSize } = world.config
      const { outgoingIntegrationRequestsTimeout } = world.config
      const services = {
        SiteURL: siteUrl,
        EnableBotAccountCreation: enableBotAccounts,
        AllowedUntrustedInternalConnections: allowedUntrustedInternalConnections,
        OutgoingIntegrationRequestsTimeout: outgoingIntegrationRequestsTimeout,
      }
      return { body: { ServiceSettings: services, FileSettings: { MaxFileSize: maxFileSize } } }
    },
  },
]

const living = ({ version, siteUrl, maxFileSize, enableBotAccounts }: Config) => ({
  Version: version,
  SiteURL: siteUrl,
  MaxFileSize: String(maxFileSize),
  EnableBotAccountCreation: String(enableBotAccounts),
})
