// For whoever keeps the process running; both are functions of others, so that this file knows neither store nor chats.
import { json, type Route } from './route.ts'

/** `ready` decides the status; the rest is shown as it is. */
export type Health = { readonly ready: boolean; readonly [part: string]: unknown }

export type Probes = {
  readonly health: () => Health | Promise<Health>
  /** Prometheus text, https://prometheus.io/docs/instrumenting/exposition_formats/ */
  readonly metrics: () => string | Promise<string>
}

/** `GET /healthz` (200 or 503) and `GET /metrics`. */
export function probeRoutes({ health, metrics }: Probes): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      answer: async () => {
        const state = await health()
        return json(state, state.ready ? 200 : 503)
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      answer: async () => ({
        status: 200,
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        body: await metrics(),
      }),
    },
  ]
}
