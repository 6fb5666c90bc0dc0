/** `npm run bench -- acts`: what an act costs, beside a plain row; how that grows; how soon others hear of it. */
import { measureGrowth } from './acts/growth.ts'
import { measureLatency } from './acts/latency.ts'
import { measureThroughput } from './acts/throughput.ts'
import { syncTime } from './testing/disk.ts'
import { machine } from './testing/figures.ts'
import { connectOwner, makePlainTable, versionOf } from './testing/plain.ts'
import { onSite, type Site, startServer } from './testing/server.ts'

const aim = 0.5

const measure = async (site: Site): Promise<void> => {
  await startServer(site, 'serve')
  const owner = await connectOwner(site.data)
  await makePlainTable(owner, 'acts')
  console.log(machine(await versionOf(owner), syncTime(site.data)))
  await owner.end()
  const ratio = await measureThroughput(site)
  await measureGrowth(site)
  await measureLatency(site)
  const verdict = ratio >= aim ? 'reached' : 'missed'
  console.log(
    `\nThe aim, half of plain inserts with 32 clients spread over the seats, is ${verdict}: ${ratio.toFixed(2)}`,
  )
}

await onSite(measure)
