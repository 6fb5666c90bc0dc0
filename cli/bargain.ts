/** `parley bargain`: what both sides can live with, from files. */
import { analyseCase } from './bargain/analyse.ts'
import { blindCommand } from './bargain/blind.ts'
import { checkFile } from './bargain/check.ts'
import { convertCase } from './bargain/convert.ts'
import { listTrades } from './bargain/trades.ts'
import { type Command, jsonOption } from './command.ts'

/** The commands. */
export const bargainCommands: readonly Command[] = [
  {
    name: 'bargain analyse',
    words: 1,
    usage: 'PATH [--solutions nash,welfare] [--constraints FILE] [--json]',
    summary: 'find the zone of agreement, every efficient point and the named solutions, with certificates',
    options: { solutions: { type: 'string' }, constraints: { type: 'string' }, ...jsonOption },
    run: analyseCase,
  },
  {
    name: 'bargain trades',
    words: 1,
    usage: 'PATH [--from "Issue=Option; ..."] [--changes 2] [--constraints FILE] [--json]',
    summary: 'list the changes of a few issues that raise somebody and hurt nobody',
    options: {
      from: { type: 'string' },
      changes: { type: 'string' },
      constraints: { type: 'string' },
      ...jsonOption,
    },
    run: listTrades,
  },
  {
    name: 'bargain check',
    words: 1,
    usage: 'ANSWER.json [--json]',
    summary: 'check an analysis from its case and packages alone: nothing is better, nothing is missing',
    options: { ...jsonOption },
    run: checkFile,
  },
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
  blindCommand,
]
