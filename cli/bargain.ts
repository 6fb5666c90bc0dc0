/** `parley bargain`: what both sides can live with, from files. */
import { convertCase } from './bargain/convert.ts'
import type { Command } from './command.ts'

/** The commands. */
export const bargainCommands: readonly Command[] = [
  {
    name: 'bargain convert',
    words: 2,
    usage:
      'IN OUT [--to json|csv|xlsx|genius|geniusweb|negmas|negmas-json] [--constraints FILE] [--without KEY,...]',
    summary:
      'write a case in another format; what is not kept is named, what would change the answer is refused',
    options: { to: { type: 'string' }, constraints: { type: 'string' }, without: { type: 'string' } },
    run: convertCase,
  },
]
