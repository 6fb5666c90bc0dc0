/** How the screen is built and, while it is being written, served. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root: `${root}web`,
  plugins: [react()],
  resolve: {
    // The condition `source` would also reach into packages that publish theirs; only our own parts are read as source.
    alias: [
      { find: /^#(domain|contract)\//, replacement: `${root}$1/` },
      // The same reader of tables as at the terminal, as its makers build it for browsers.
      { find: /^csv-parse\/sync$/, replacement: 'csv-parse/browser/esm/sync' },
    ],
  },
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { port: 4181, proxy: { '/api': 'http://127.0.0.1:4180', '/log': 'http://127.0.0.1:4180' } },
})
