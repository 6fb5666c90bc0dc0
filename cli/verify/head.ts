/** The head of a log, opened under the policy by which the log is judged. */
import { claimedOrigin } from '#domain/record/checkpoint.ts'
import { fileRefusals } from '#domain/record/collation.ts'
import type { WitnessedCheckpoint } from '#domain/record/policy.ts'
import { type Account, report } from './account.ts'
import type { Source } from './source.ts'
import { type FindTrust, openHead } from './trust.ts'

/** The id in an origin as ours are; empty in any other. */
export const idIn = (origin: string): string => /^parley\/log\/([0-9a-f-]{36})$/.exec(origin)?.[1] ?? ''

/**
 * Opens the head of the log at a source, which must be of this origin, and notes in the account whose keys were asked.
 * Undefined if that failed; the account says why.
 */
export const openHeadOf = async (
  source: Source,
  account: Account,
  findTrust: FindTrust,
): Promise<WitnessedCheckpoint | undefined> => {
  const { origin } = account
  const trust = await findTrust(idIn(origin), () => source.read('policy'))
  if (!trust.ok) return void report(account, 'policy', trust.refusal)
  account.trust = trust.value
  const note = await source.read('checkpoint')
  if (!note) return void report(account, 'checkpoint', fileRefusals.missing('checkpoint'))
  const head = openHead(note, trust.value.policy)
  if (!head.ok) return void report(account, 'checkpoint', head.refusal)
  if (head.value.origin !== origin) {
    const facts = { origin: head.value.origin, expected: origin }
    return void report(account, 'checkpoint', { code: 'record.other-log', facts })
  }
  account.checkpoint = head.value
  return head.value
}

/** The origin the checkpoint at a source claims; undefined where there is none. */
export const originAt = async (source: Source): Promise<string | undefined> => {
  const note = await source.read('checkpoint')
  const origin = note && claimedOrigin(note)
  return origin?.ok ? origin.value : undefined
}
