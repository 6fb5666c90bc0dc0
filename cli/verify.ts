/** `parley verify`: checks proofs, logs, receipts and whole folders of a record, without asking the server to be believed. */
import { type Command, jsonOption, type Options } from './command.ts'
import { verifyHistory } from './verify/consistency.ts'
import { verifyLogs } from './verify/log.ts'
import { verifyProof } from './verify/proof.ts'
import { verifyReceipt } from './verify/receipt.ts'

const policyOption = { policy: { type: 'string' } } as const satisfies Options
const logOptions = { log: { type: 'string' }, 'key-file': { type: 'string' } } as const satisfies Options

/** The commands. */
export const verifyCommands: readonly Command[] = [
  {
    name: 'verify proof',
    words: 2,
    usage: 'FILE [LEAF] --policy FILE [--act FILE [--salt HEX]] [--json]',
    summary: 'say whether a proof shows this leaf, or this act, in a log of the policy',
    options: { ...policyOption, ...jsonOption, act: { type: 'string' }, salt: { type: 'string' } },
    run: verifyProof,
  },
  {
    name: 'verify log',
    words: 1,
    usage: 'DIR|URL [--policy FILE|DIR] [--key-file FILE] [--replay] [--json]',
    summary: 'verify every entry, tile and signature of a log, or all of a folder taken home',
    options: {
      ...policyOption,
      ...jsonOption,
      'key-file': { type: 'string' },
      replay: { type: 'boolean' },
    },
    run: verifyLogs,
  },
  {
    name: 'verify receipt',
    words: 1,
    usage: 'FILE --policy FILE [--log DIR|URL] [--key-file FILE] [--json]',
    summary: 'say whether a log kept the promise of a receipt, and what to do if not',
    options: { ...policyOption, ...jsonOption, ...logOptions },
    run: verifyReceipt,
  },
  {
    name: 'verify consistency',
    words: 2,
    usage: 'OLD NEW --policy FILE [--log DIR|URL] [--key-file FILE] [--json]',
    summary: 'say whether a later checkpoint of a log goes on where an earlier one ended',
    options: { ...policyOption, ...jsonOption, ...logOptions },
    run: verifyHistory,
  },
]
