import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** A mock holds for all that loads the module after it, so these files may share their modules with no other. */
const mocked = globSync('test/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes('vi.mock('))
/** A thousand runs each, or real clients over sockets. */
const thorough = ['properties', 'hostile', '{adapters,fakes}/{slack,mattermost}'].map(
  (name) => `test/${name}/**/*.test.ts`,
)

const project = (name: string, test: object) => ({
  extends: true as const,
  test: { name, setupFiles: ['test/properties/seed.ts'], testTimeout: 30_000, ...test },
})

// `unit` is what one runs while writing. `npm test` runs all: `outside` starts PostgreSQL, a browser and whole processes.
export default defineConfig({
  test: {
    pool: 'threads',
    projects: [
      project('unit', {
        include: ['test/**/*.test.ts'],
        exclude: [...mocked, ...thorough, 'test/outside/**'],
        // Loading the same modules for each file took longer than the tests.
        isolate: false,
      }),
      project('mocked', { include: mocked }),
      project('thorough', { include: thorough }),
      project('outside', {
        include: ['test/outside/**/*.test.ts'],
        globalSetup: ['test/outside/postgres.ts'],
        pool: 'forks',
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
    ],
  },
})
