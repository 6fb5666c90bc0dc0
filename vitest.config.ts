import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Our own parts are read as source, here and in the global set-up, never as they were last built.
    alias: [{ find: /^#(domain|contract|server|cli)\//, replacement: `${import.meta.dirname}/$1/` }],
  },
  test: {
    include: ['{domain,contract,server,cli,web,bench,scripts,e2e}/**/*.test.{ts,tsx}'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    globalSetup: ['server/testing/global.ts'],
  },
})
