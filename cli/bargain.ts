/** `parley bargain`: what both sides can live with, and where a conflict may rest, from files. */
import { analyseCase } from './bargain/analyse.ts'
import { blindCommand } from './bargain/blind.ts'
import { checkFile } from './bargain/check.ts'
import { convertCase } from './bargain/convert.ts'
import { showStability } from './bargain/stability.ts'
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
  {
    name: 'bargain stability',
    words: 1,
    usage:
      'GAME.gmcr|CONFLICT.json [--gmr textbook|once|single] [--coalition A,B] [--from STATE] ' +
      '[--why STATE] [--inverse STATE --for DECIDER --as Nash|GMR|SMR|SEQ] [--sim] [--lang en] [--json]',
    summary: 'say in which states of a conflict nobody moves (graph model for conflict resolution)',
    options: {
      gmr: { type: 'string' },
      coalition: { type: 'string' },
      from: { type: 'string' },
      why: { type: 'string' },
      inverse: { type: 'string' },
      for: { type: 'string' },
      as: { type: 'string' },
      sim: { type: 'boolean' },
      lang: { type: 'string' },
      ...jsonOption,
    },
    run: showStability,
  },
  blindCommand,
]
