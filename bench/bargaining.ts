/** `npm run bench -- bargaining`: frontiers beside enumeration, named solutions with certificates. */
import { cpus } from 'node:os'
import { measureFrontiers } from './bargaining/frontiers.ts'
import { measureSearching } from './bargaining/searching.ts'
import { measureStability } from './bargaining/stability.ts'
import { load } from './testing/figures.ts'

const parts: Readonly<Record<string, () => void>> = {
  frontiers: measureFrontiers,
  searching: measureSearching,
  stability: measureStability,
}
// Named on the command line, one part alone is measured.
const asked = process.argv[2]

console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}; ${load()}`,
)
for (const [part, measure] of Object.entries(parts)) if (asked === undefined || asked === part) measure()
