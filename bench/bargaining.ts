/** `npm run bench -- bargaining`: what analysing a negotiation costs, beside the plain way of doing it. */
import { measureStability } from './bargaining/stability.ts'

const parts: Readonly<Record<string, () => void>> = { stability: measureStability }
// Named on the command line, one part alone is measured.
const asked = process.argv[2]

for (const [part, measure] of Object.entries(parts)) if (asked === undefined || asked === part) measure()
