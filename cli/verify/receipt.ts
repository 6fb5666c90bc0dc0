/** `parley verify receipt`: what became of a log's signed promise, and what to do then. */
import { join } from 'node:path'
import { done, type Outcome, type Refusal } from '#domain/outcome.ts'
import type { Policy, WitnessedCheckpoint } from '#domain/record/policy.ts'
import { type Finding, judgeReceipt, openReceipt, type VerifiedReceipt } from '#domain/record/receipt.ts'
import { primitives } from '#server/record/primitives.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { sentence } from '../input.ts'
import { isRecordFolder } from './folder.ts'
import { showLeaf } from './from-tiles.ts'
import { orBadInput, readInput, readPolicy, wanted } from './input.ts'
import { cosignersOf, headJson, momentOf, refusalJson } from './show.ts'
import { isAddress, openSource, type Source } from './source.ts'
import { idIn, openHead } from './trust.ts'

const unasked =
  'Pending: nothing is proven, since no log was asked: the log signed this promise, and no more is known. Give the log with --log.'

const said: Readonly<Record<Finding, string>> = {
  kept: 'Kept: the leaf stands where it was promised. There is nothing to do.',
  replaced:
    'Replaced: another leaf stands where this one was promised. The log signed both. Keep the receipt, the checkpoint and the tiles, and show them to the other seats and to the mediator: together they convict the log.',
  omitted:
    'Omitted: the time was up and the witnesses still saw a log without it. Keep the receipt and the checkpoint, and show them to the other seats and to the mediator: together they convict the log.',
  unshown:
    'Unshown: nothing is proven. The log was asked and is long enough, but the tiles that would show the entry are not here. Fetch them, or ask the log for its proof of this entry.',
  pending:
    'Pending: nothing is proven yet, neither that the promise was kept nor that it was broken. Keep the receipt, and look again with a checkpoint that was cosigned after the time it names.',
}

/** The log of a receipt: in a whole folder it is one of several. */
const sourceOf = async (place: string, origin: string, keyFile: string | undefined): Promise<Source> => {
  const isFolder = !isAddress(place) && (await isRecordFolder(place))
  return openSource(isFolder ? join(place, idIn(origin)) : place, keyFile)
}

/** What became of a receipt, and the head that shows it. */
interface Judged {
  readonly finding: Finding
  readonly head: WitnessedCheckpoint | undefined
}

const judge = async (receipt: VerifiedReceipt, source: Source, policy: Policy): Promise<Outcome<Judged>> => {
  const note = await source.read('checkpoint')
  if (!note) throw new BadUsage(`${source.name} holds no checkpoint`)
  const head = openHead(note, policy)
  if (!head.ok) return head
  const isLong = head.value.origin === receipt.origin && head.value.size > receipt.index
  const shown = isLong ? await showLeaf(source, head.value, receipt.index) : undefined
  if (shown && !shown.ok && shown.refusal.code !== 'record.tile-missing') return shown
  const finding = judgeReceipt(receipt, head.value, shown?.ok ? shown.value : undefined, primitives.sha256)
  return finding.ok ? done({ finding: finding.value, head: head.value }) : finding
}

const tellJudged = (call: Call, receipt: VerifiedReceipt, { finding, head }: Judged): Ending => {
  const { origin, index, time, within } = receipt
  const isWell = finding === 'kept' || finding === 'pending'
  const words = head ? said[finding] : unasked
  const json = {
    ok: isWell,
    finding,
    origin,
    index,
    promisedAt: momentOf(time),
    due: momentOf(time + within),
  }
  print(call, { ...json, head: head ? headJson(head) : null, sentence: words }, [
    words,
    `  promise    entry ${index} of ${origin}, made at ${momentOf(time)}, due at ${momentOf(time + within)}`,
    head
      ? `  log        ${head.size} entries, cosigned by ${cosignersOf(head.cosignatures)}`
      : '  log        not looked at; give it with --log',
  ])
  return isWell ? 0 : 1
}

const malformed = ['record.receipt-malformed', 'record.note-malformed']

const readReceipt = async (path: string, policy: Policy): Promise<Outcome<VerifiedReceipt>> => {
  const receipt = openReceipt(await readInput(path), policy.logs, primitives)
  return !receipt.ok && malformed.includes(receipt.refusal.code) ? done(orBadInput(receipt, path)) : receipt
}

const tellRefusal = (call: Call, refusal: Refusal): Ending => {
  print(call, { ok: false, ...refusalJson(refusal) }, [sentence(refusal)])
  return 1
}

/** Runs `verify receipt`. */
export const verifyReceipt = async (call: Call): Promise<Ending> => {
  const [path] = call.positionals
  if (path === undefined) throw new BadUsage('verify receipt wants a receipt')
  const policy = await readPolicy(wanted(call, 'policy'))
  const receipt = await readReceipt(path, policy)
  if (!receipt.ok) return tellRefusal(call, receipt.refusal)
  const place = textOf(call, 'log')
  if (place === undefined) return tellJudged(call, receipt.value, { finding: 'pending', head: undefined })
  const source = await sourceOf(place, receipt.value.origin, textOf(call, 'key-file'))
  const judged = await judge(receipt.value, source, policy)
  return judged.ok ? tellJudged(call, receipt.value, judged.value) : tellRefusal(call, judged.refusal)
}
