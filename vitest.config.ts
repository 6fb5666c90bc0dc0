import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Our own parts are read as source, here and in the global set-up, never as they were last built.
    alias: [{ find: /^#(domain|contract|server|cli)\//, replacement: `${import.meta.dirname}/$1/` }],
  },
  test: {
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    // The files of a worker share what they import: a table of its own is what keeps one test from another.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['{server,cli,bench,scripts,e2e}/**/*.test.ts'],
          globalSetup: ['server/testing/global.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'pure', include: ['{domain,contract,web}/**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
