import { defineConfig } from 'vitest/config'

// Two projects: `unit` needs nothing but node; `outside` starts PostgreSQL, a browser and whole processes.
export default defineConfig({
  test: {
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/outside/**'],
          setupFiles: ['test/properties/seed.ts'],
          // A thousand files of a property are quick here and slow on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'outside',
          include: ['test/outside/**/*.test.ts'],
          globalSetup: ['test/outside/postgres.ts'],
          setupFiles: ['test/properties/seed.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
