/** `npm run bench -- text`: two versions compared, a text opened in a browser, a room full of readers, an act on a long text. */
import { syncTime } from './testing/disk.ts'
import { machine } from './testing/figures.ts'
import { connectOwner, versionOf } from './testing/plain.ts'
import { onSite, type Site, startServer } from './testing/server.ts'
import { measureActing } from './text/acting.ts'
import { measureComparing } from './text/comparing.ts'
import { measureListening } from './text/listening.ts'
import { measureLoading } from './text/loading.ts'
import { textOfPages } from './text/prose.ts'
import { foundTalks, openText } from './text/talks.ts'

const sizes = [5, 72, 360]
/** The text that everybody has open. */
const crowded = 72

/** Talks with a text of each length, on one server. */
const openTexts = async (site: Site): Promise<ReadonlyMap<number, Site>> => {
  const texts = new Map<number, Site>()
  for (const pages of sizes) texts.set(pages, await foundTalks(site, `pages-${pages}`))
  await startServer(site, 'serve')
  const owner = await connectOwner(site.data)
  console.log(machine(await versionOf(owner), syncTime(site.data)))
  await owner.end()
  for (const [pages, there] of texts) await openText(there, textOfPages(pages))
  return texts
}

const parts: Readonly<Record<string, (texts: ReadonlyMap<number, Site>) => Promise<void>>> = {
  loading: measureLoading,
  listening: async (texts) => {
    const site = texts.get(crowded)
    if (site) await measureListening(crowded, site)
  },
  acting: measureActing,
}
// Named on the command line, one part alone is measured.
const asked = process.argv[2]
const wanted = (part: string): boolean => asked === undefined || asked === part

if (wanted('comparing')) measureComparing()
if (asked !== 'comparing')
  await onSite(async (site) => {
    const texts = await openTexts(site)
    for (const [part, measure] of Object.entries(parts)) if (wanted(part)) await measure(texts)
  })
