/** `npm run bench -- record`: a log verified, beside Go; heads signed and published, beside the naive way. */

import { measurePublishing } from './record/publish.ts'
import { measureVerification } from './record/verify.ts'
import { machine } from './testing/figures.ts'

measureVerification()
console.log(machine(...(await measurePublishing())))
