/** `npm run bench -- record`: a log verified, beside Go and in a browser; heads signed and published, beside the naive way. */
import { measureBrowser } from './record/browser.ts'
import { measurePublishing } from './record/publish.ts'
import { measureVerification } from './record/verify.ts'
import { machine } from './testing/figures.ts'
import { onSite, startServer } from './testing/server.ts'

measureVerification()
console.log(machine(...(await measurePublishing())))
process.env.PARLEY_TICK_SECONDS = '2'
await onSite(async (site) => {
  await startServer(site, 'serve')
  await measureBrowser(site)
})
