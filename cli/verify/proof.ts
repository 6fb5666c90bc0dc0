/** `parley verify proof`: whether a proof file shows a leaf in a log one trusts. Needs no network and no server. */
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { fromHex, fromUtf8, toHex, toUtf8 } from '#domain/record/bytes.ts'
import { type ActLine, parseAct, parseActLine } from '#domain/record/folder.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { originOf } from '#domain/record/origin.ts'
import { parseProof } from '#domain/record/proof.ts'
import { type ProvenLeaf, verify } from '#domain/record/verify.ts'
import { primitives } from '#server/record/primitives.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { sentence } from '../input.ts'
import { orBadInput, readInput, readPolicy, wanted } from './input.ts'
import { cosignersOf, headJson, refusalJson } from './show.ts'

const hexSalt = (call: Call): Uint8Array | undefined => {
  const text = textOf(call, 'salt')
  if (text === undefined) return undefined
  const salt = fromHex(text)
  if (salt?.length !== 32) throw new BadUsage('--salt wants 64 hexadecimal digits')
  return salt
}

/** An act and what makes a leaf of it: a line of acts.jsonl says all, an act alone wants its salt and stands where the proof says. */
const readAct = async (path: string, salt: Uint8Array | undefined, index: number): Promise<ActLine> => {
  const text = fromUtf8(await readInput(path)) ?? ''
  const line = parseActLine(text.trimEnd(), path, 1)
  if (line.ok && salt) throw new BadUsage(`${path} states a salt already; leave --salt out`)
  if (line.ok) return line.value
  const act = orBadInput(parseAct(text, path), path)
  if (!salt) throw new BadUsage(`${path} is an act without its salt; give it with --salt`)
  return { index, salt, act }
}

/** What is to be proven: the bytes of a leaf, and the act it was made of if there is one. */
interface Claim {
  readonly leaf: Uint8Array
  readonly shown: ActLine | undefined
}

const readClaim = async (call: Call, index: number): Promise<Claim> => {
  const [, leafPath] = call.positionals
  const actPath = textOf(call, 'act')
  const salt = hexSalt(call)
  if ((leafPath === undefined) === (actPath === undefined))
    throw new BadUsage('verify proof wants either a file with the leaf or --act FILE')
  if (leafPath !== undefined) return { leaf: await readInput(leafPath), shown: undefined }
  const shown = await readAct(actPath ?? '', salt, index)
  return { leaf: toUtf8(leafOf(shown.act, shown.index, shown.salt, primitives.sha256)), shown }
}

const actWords = ({ kind, by, at }: Act): string =>
  `the act ${kind} of ${by ? `${by.member} for the seat ${by.seat}` : 'nobody in particular'} at ${at}`

const provenLines = (
  { index, hash, checkpoint }: ProvenLeaf,
  shown: ActLine | undefined,
): readonly string[] => [
  `Proven: ${shown ? actWords(shown.act) : 'this leaf'} is entry ${index} of ${checkpoint.origin}.`,
  ...(shown ? [`  room       ${shown.act.room}`] : []),
  `  log        ${checkpoint.size} entries`,
  `  leaf       ${toHex(hash)}`,
  `  cosigned   ${cosignersOf(checkpoint.cosignatures)}`,
]

const tellOutcome = (call: Call, outcome: Outcome<ProvenLeaf>, shown: ActLine | undefined): Ending => {
  if (outcome.ok) {
    const { index, hash, checkpoint } = outcome.value
    const room = shown?.act.room ?? null
    const json = { ok: true, index, room, leaf: toHex(hash), ...headJson(checkpoint) }
    print(call, json, provenLines(outcome.value, shown))
    return 0
  }
  const { refusal } = outcome
  print(call, { ok: false, ...refusalJson(refusal) }, [`Not proven: ${sentence(refusal)}`])
  return 1
}

/** Runs `verify proof`. */
export const verifyProof = async (call: Call): Promise<Ending> => {
  const [path] = call.positionals
  if (path === undefined) throw new BadUsage('verify proof wants a proof file')
  const policy = await readPolicy(wanted(call, 'policy'))
  const file = await readInput(path)
  const { index } = orBadInput(parseProof(file), path)
  const { leaf, shown } = await readClaim(call, index)
  const proven = verify(file, leaf, policy, primitives)
  const own = shown && proven.ok ? ofItsRoom(proven.value, shown) : proven
  const isOther = shown && shown.index !== index
  return tellOutcome(
    call,
    isOther ? refuse('record.proof-other', { index, expected: shown.index }) : own,
    shown,
  )
}

/** A log may hold a leaf of any room; it proves nothing of rooms other than its own. */
const ofItsRoom = (proven: ProvenLeaf, { act }: ActLine): Outcome<ProvenLeaf> => {
  const origin = originOf(act.room)
  const expected = proven.checkpoint.origin
  return origin === expected ? { ok: true, value: proven } : refuse('record.other-log', { origin, expected })
}
