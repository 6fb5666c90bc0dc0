/** `parley bargain`: what both sides can live with, and where a conflict may rest. */
import { showStability } from './bargain/stability.ts'
import { type Command, jsonOption } from './command.ts'

/** The commands. */
export const bargainCommands: readonly Command[] = [
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
]
