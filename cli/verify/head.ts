/** The head of a log, opened under the policy by which the log is judged. */
import { claimedOrigin, openCheckpoint, type VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import { fileRefusals } from '#domain/record/collation.ts'
import type { Policy } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { type Account, report } from './account.ts'
import type { Source } from './source.ts'
import { type FindTrust, idIn, openHead } from './trust.ts'

/** A head that the log signed; one that too few witnesses cosigned is reported, and looked at all the same. */
const openSigned = (note: Uint8Array, policy: Policy, account: Account): VerifiedCheckpoint | undefined => {
  const head = openHead(note, policy)
  if (head.ok) return head.value
  report(account, 'checkpoint', head.refusal)
  if (head.refusal.code !== 'record.quorum-missing') return undefined
  const signed = openCheckpoint(note, policy, primitives)
  return signed.ok ? signed.value : undefined
}

const isOf = (account: Account, place: string, { origin }: VerifiedCheckpoint): boolean => {
  const facts = { origin, expected: account.origin }
  if (origin !== account.origin) report(account, place, { code: 'record.other-log', facts })
  return origin === account.origin
}

const openVouched = async (source: Source, policy: Policy, account: Account): Promise<void> => {
  const note = await source.read('vouched')
  const head = note && openHead(note, policy)
  if (!head) return
  if (!head.ok) report(account, 'vouched', head.refusal)
  else if (isOf(account, 'vouched', head.value)) account.vouched = head.value
}

/**
 * Opens the head of the log at a source, which must be of this origin, and notes in the account whose keys were asked.
 * Undefined if that failed; the account says why.
 */
export const openHeadOf = async (
  source: Source,
  account: Account,
  findTrust: FindTrust,
): Promise<VerifiedCheckpoint | undefined> => {
  const { origin } = account
  const trust = await findTrust(idIn(origin), () => source.read('policy'))
  if (!trust.ok) return void report(account, 'policy', trust.refusal)
  account.trust = trust.value
  const note = await source.read('checkpoint')
  if (!note) return void report(account, 'checkpoint', fileRefusals.missing('checkpoint'))
  const { policy } = trust.value
  await openVouched(source, policy, account)
  const head = openSigned(note, policy, account)
  if (!head || !isOf(account, 'checkpoint', head)) return undefined
  account.checkpoint = head
  return head
}

/** The origin the checkpoint at a source claims; undefined where there is none. */
export const originAt = async (source: Source): Promise<string | undefined> => {
  const note = await source.read('checkpoint')
  const origin = note && claimedOrigin(note)
  return origin?.ok ? origin.value : undefined
}
