/** What a mirror says after a round: plain lines for a person, one line of JSON for a machine. */
import { type Finding, findingJson, say } from './finding.ts'
import type { Round } from './round.ts'

/** A witness that should have cosigned, and the logs where it has not. */
interface Missing {
  readonly witness: string
  readonly logs: readonly string[]
}

/** What came of a round, over all logs. */
export interface Account {
  /** New entries of rooms, and the rooms they are in. */
  readonly entries: number
  readonly grown: number
  readonly rooms: number
  readonly witnesses: number
  readonly missing: readonly Missing[]
  readonly findings: readonly Finding[]
}

const unsettledFinding = ({ log, size }: Round['unsettled'][number]): Finding => ({
  kind: 'unsound',
  log,
  refusal: { code: 'record.head-unanchored', facts: { size } },
  kept: null,
})

/** Adds a round up; a head that is still between two ticks counts as wrong. */
export const accountOf = ({ logs, findings, unsettled }: Round): Account => {
  const rooms = logs.filter(({ isRoom }) => isRoom)
  const grown = rooms.filter(({ taken }) => taken > 0)
  const missing = new Map<string, string[]>()
  for (const { name, missing: absent } of logs)
    for (const witness of absent) missing.set(witness, [...(missing.get(witness) ?? []), name])
  return {
    entries: grown.reduce((sum, { taken }) => sum + taken, 0),
    grown: grown.length,
    rooms: rooms.length,
    witnesses: new Set(logs.flatMap(({ witnesses }) => witnesses)).size,
    missing: [...missing].map(([witness, names]) => ({ witness, logs: names })),
    findings: [...findings, ...unsettled.map(unsettledFinding)],
  }
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

const whatIsNew = ({ entries, grown, rooms }: Account): string => {
  if (rooms === 0) return 'no head has been signed yet'
  if (entries === 0) return `nothing new in ${counted(rooms, 'room', 'rooms')}`
  return `${counted(entries, 'new entry', 'new entries')} in ${counted(grown, 'room', 'rooms')}`
}

const whoVouches = ({ entries, rooms, witnesses, missing }: Account): string => {
  if (rooms === 0) return ''
  if (witnesses === 0) return '; no witness is named yet'
  const it = entries === 0 ? 'what is held' : entries === 1 ? 'it' : 'them'
  if (missing.length > 0) {
    const absent = missing.map(({ witness, logs }) => `${witness} (${logs.join(', ')})`)
    return `; ${witnesses - missing.length} of ${counted(witnesses, 'witness', 'witnesses')} vouch for ${it}; missing: ${absent.join('; ')}`
  }
  return witnesses === 1
    ? `; the one witness vouches for ${it}`
    : `; all ${witnesses} witnesses vouch for ${it}`
}

/** The line of a round: `41 new entries in 3 rooms; all 3 witnesses vouch for them`. */
export const lineOf = (account: Account): string => `${whatIsNew(account)}${whoVouches(account)}`

/** The warnings of a round. */
export const warningsOf = ({ findings }: Account): readonly string[] => findings.map(say)

/** A round as one line of JSON. */
export const jsonLineOf = (
  at: string,
  { findings, ...account }: Account,
  { logs }: Pick<Round, 'logs'>,
): string =>
  JSON.stringify({
    at,
    ok: findings.length === 0,
    ...account,
    logs: logs.map(({ log, name, size, taken, missing }) => ({ log, name, size, taken, missing })),
    findings: findings.map(findingJson),
    trouble: null,
  })

/** A round that broke off, as one line of JSON. */
export const troubleJson = (at: string, trouble: string): string => JSON.stringify({ at, ok: false, trouble })
