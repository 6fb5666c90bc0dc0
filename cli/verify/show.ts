/** How what was found is shown, to a person in sentences and to a machine as JSON. */
import type { Refusal } from '#domain/outcome.ts'
import type { Cosignature, VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import { vouchedTime, type WitnessedCheckpoint } from '#domain/record/policy.ts'
import { sentence } from '../input.ts'
import { type Account, type Counted, counted, type Finding } from './account.ts'

/** Seconds since 1970 as ISO 8601, or as they are where no calendar reaches. */
export const momentOf = (seconds: number): string =>
  seconds < 8.64e12 ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : `second ${seconds}`

/** Who cosigned a checkpoint and when. */
export const cosignersOf = (cosignatures: readonly Cosignature[]): string =>
  cosignatures.length === 0
    ? 'no witness'
    : cosignatures.map(({ key, time }) => `${key.name} at ${momentOf(time)}`).join(', ')

const isWitnessed = (checkpoint: VerifiedCheckpoint): checkpoint is WitnessedCheckpoint =>
  'policy' in checkpoint

/** A checkpoint for a machine, with the time for which its quorum vouches. */
export const headJson = (checkpoint: VerifiedCheckpoint) => {
  const vouched = isWitnessed(checkpoint) ? vouchedTime(checkpoint) : undefined
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    cosigned: checkpoint.cosignatures.map(({ key, time }) => ({ by: key.name, at: momentOf(time) })),
    vouchedAt: vouched === undefined ? null : momentOf(vouched),
  }
}

/** A refusal for a machine. */
export const refusalJson = (refusal: Refusal) => ({ ...refusal, sentence: sentence(refusal) })

/** What is wrong in one log, in a sentence that says where. */
const findingLine = ({ name, origin }: Account, { place, refusal }: Finding): string => {
  const words = sentence(refusal)
  const where = place === '' || words.includes(place) ? '' : `, ${place}`
  return `  WRONG      ${name} (${origin})${where}: ${words}`
}

const policyLine = ({ trust }: Account): string => {
  if (!trust) return '  policy     none'
  return trust.from === 'given'
    ? `  policy     ${trust.path}`
    : '  policy     its own, which came with it: compare its keys with keys you got another way'
}

const singular: Readonly<Record<Counted, string>> = {
  entries: 'entry',
  acts: 'act',
  anchorings: 'anchoring',
  proofs: 'proof',
  files: 'file',
  objects: 'object',
}

const wordsOf = (what: Counted, number: number): string => {
  const words = `${number} ${number === 1 ? singular[what] : what}`
  return what === 'objects' ? `${words} replayed` : words
}

const vouchedLine = ({ size, cosignatures }: WitnessedCheckpoint): string =>
  `  vouched    the last head on which the witnesses agreed has ${wordsOf('entries', size)}, cosigned by ${cosignersOf(cosignatures)}`

const unshownLine = (unshown: number): string =>
  `  not shown  ${wordsOf('entries', unshown)} ${unshown === 1 ? 'is' : 'are'} not shown to this seat`

/** The account of one log, for a person. */
export const accountLines = (account: Account): readonly string[] => {
  const { checkpoint, vouched, unshown, counts, findings, more, notes } = account
  const seen = counted.filter((what) => counts.get(what)).map((what) => wordsOf(what, counts.get(what) ?? 0))
  return [
    '',
    `${account.name} (${account.origin}): ${checkpoint ? wordsOf('entries', checkpoint.size) : 'no head'}`,
    policyLine(account),
    ...(checkpoint ? [`  cosigned   ${cosignersOf(checkpoint.cosignatures)}`] : []),
    ...(vouched ? [vouchedLine(vouched)] : []),
    `  looked at  ${seen.length > 0 ? seen.join(', ') : 'nothing'}`,
    ...(unshown === undefined ? [] : [unshownLine(unshown)]),
    ...notes.map((note) => `  note       ${note}`),
    ...findings.map((finding) => findingLine(account, finding)),
    ...[...more].map(([code, times]) => `  WRONG      and ${times} more of ${code}`),
  ]
}

/** The account of one log, for a machine. */
export const accountJson = (account: Account) => ({
  ...headsJson(account),
  ...foundJson(account),
})

const headsJson = ({ name, origin, trust, checkpoint, vouched }: Account) => ({
  name,
  origin,
  policy: trust ? { from: trust.from, path: trust.path } : null,
  head: checkpoint ? headJson(checkpoint) : null,
  vouched: vouched ? headJson(vouched) : null,
})

const foundJson = ({ counts, unshown, findings, more, notes }: Account) => ({
  lookedAt: Object.fromEntries(counts),
  unshown: unshown ?? null,
  findings: findings.map(({ place, refusal }) => ({ place, ...refusalJson(refusal) })),
  more: Object.fromEntries(more),
  notes,
})

/** What all of it comes to. */
export const verdictLines = (accounts: readonly Account[]): readonly string[] => {
  const wrong = accounts.reduce(
    (sum, { findings, more }) => [...more.values()].reduce((a, b) => a + b, sum + findings.length),
    0,
  )
  if (wrong > 0)
    return ['', `${wrong === 1 ? 'One finding' : `${wrong} findings`}. What each means: docs/verify.md`]
  const isOwn = accounts.some(({ trust }) => trust?.from === 'own')
  return [
    '',
    'Everything agrees.',
    ...(isOwn
      ? [
          'Whoever made these files could have made the policies too: get the keys another way and give them with --policy.',
        ]
      : []),
  ]
}
