import { afterEach, describe, expect, it } from 'vitest'
import { serve } from './serve.ts'

describe('the probes', () => {
  let server: Awaited<ReturnType<typeof serve>>
  afterEach(() => server.close())

  it.each([
    [true, 200],
    [false, 503],
  ])('say ready %s with status %i and what else is known', async (ready, status) => {
    server = await serve([], { health: () => Promise.resolve({ ready, store: 'ok' }) })
    const response = await fetch(`${server.url}/healthz`)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ ready, store: 'ok' })
  })

  it('give metrics as Prometheus text', async () => {
    server = await serve([], { metrics: () => Promise.resolve('jobs_queued 3\n') })
    const response = await fetch(`${server.url}/metrics`)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(await response.text()).toBe('jobs_queued 3\n')
  })

  it('answer 500 when health itself fails', async () => {
    server = await serve([], { health: () => Promise.reject(new Error('bug')) })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(500)
  })
})
