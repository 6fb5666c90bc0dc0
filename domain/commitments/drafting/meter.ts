/** The drafting meter: how far a clause can be carried out and seen to be, and what it lacks. */
import type { Demand } from './demand.ts'
import type { Speech } from './wording.ts'

/** What a draft may lack, in the order in which a person reads it. */
export const flags = [
  'rhetorical-only',
  'no-actor',
  'passive',
  'no-date',
  'vague-date',
  'no-verifier',
  'condition-without-order',
  'several',
] as const
export type Flag = (typeof flags)[number]

/** 0 absent, 1 rhetorical, 2 a mechanism, 3 an enforceable mechanism. */
export type DraftLevel = 0 | 1 | 2 | 3

/** A demand with all that later sentences say of it, its level, and what it lacks. */
export interface Measured {
  readonly demand: Demand
  readonly level: DraftLevel
  readonly flags: readonly Flag[]
}

/** A flag, and which of the measured demands have it, by their place. */
export interface Raised {
  readonly flag: Flag
  readonly of: readonly number[]
}

/** The meter of one clause in one language. */
export interface Meter {
  readonly level: DraftLevel
  readonly raised: readonly Raised[]
  readonly measured: readonly Measured[]
}

const asks: ReadonlySet<Speech> = new Set([
  'obligation',
  'prohibition',
  'recommendation',
  'permission',
  'intention',
])

/** True for a sentence that demands, allows or announces something; false for one that only speaks or states. */
export const demandsSomething = ({ speech }: Demand): boolean => asks.has(speech)

const fold = (last: Demand, next: Demand): Demand => ({
  ...last,
  bound: last.bound.length > 0 ? last.bound : next.bound,
  isPassive: last.isPassive,
  times: [...last.times, ...next.times],
  conditions: [...last.conditions, ...next.conditions],
  verification: [...last.verification, ...next.verification],
  procedures: [...last.procedures, ...next.procedures],
})

/** Demands with what the sentences after them add: "This process is to be finished by …" is no demand of its own. */
const folded = (demands: readonly Demand[]): readonly Demand[] => {
  const all: Demand[] = []
  for (const demand of demands) {
    const last = all.at(-1)
    if (demand.goesOn && last && demandsSomething(last)) all[all.length - 1] = fold(last, demand)
    else all.push(demand)
  }
  return all
}

const isDated = ({ times }: Demand): boolean => times.some(({ kind }) => kind !== 'vague')
// A report, a notice, an exchange or an inspection is seen by whoever receives or makes it; somebody's watching wants a name.
const isVerified = ({ verification }: Demand): boolean =>
  verification.some(({ means, verifier }) => verifier !== null || means !== 'third-party')
const waitsOpenly = ({ conditions }: Demand): boolean => conditions.some(({ isOrdered }) => !isOrdered)

// What is forbidden is forbidden at all times, and what is allowed is owed on no day.
const wantsDate = ({ speech }: Demand): boolean => speech !== 'prohibition' && speech !== 'permission'
const wantsVerifier = ({ speech }: Demand): boolean => speech !== 'permission'

const flagsOf = (demand: Demand): readonly Flag[] => {
  const nobody = demand.bound.length === 0
  const undated = wantsDate(demand) && !isDated(demand)
  const raised: readonly (readonly [Flag, boolean])[] = [
    ['no-actor', nobody],
    ['passive', nobody && demand.isPassive],
    ['no-date', undated && demand.times.length === 0],
    ['vague-date', undated && demand.times.length > 0],
    ['no-verifier', wantsVerifier(demand) && !isVerified(demand)],
    ['condition-without-order', waitsOpenly(demand)],
  ]
  return raised.filter(([, holds]) => holds).map(([flag]) => flag)
}

/**
 * The level of one demand. An intention is rhetoric (1). Of who is bound, when, how (a procedure) and who sees it, two make
 * a mechanism (2); it is enforceable (3) when it binds, names who, has a day or a term (a prohibition needs none),
 * names a verifier, and waits for nothing whose order is not known. Anything less is rhetoric.
 */
const levelOf = (demand: Demand): DraftLevel => {
  if (demand.speech === 'intention') return 1
  const who = demand.bound.length > 0
  const when = isDated(demand) || demand.speech === 'prohibition'
  const binds = demand.speech === 'obligation' || demand.speech === 'prohibition'
  if (binds && who && when && isVerified(demand) && !waitsOpenly(demand)) return 3
  const parts = [who, isDated(demand), demand.procedures.length > 0, isVerified(demand)]
  return parts.filter(Boolean).length >= 2 ? 2 : 1
}

const raisedIn = (measured: readonly Measured[], isRhetoric: boolean): readonly Raised[] =>
  flags.flatMap((flag): readonly Raised[] => {
    if (flag === 'rhetorical-only') return isRhetoric ? [{ flag, of: [] }] : []
    const all = measured.map((_, i) => i)
    if (flag === 'several') return all.length > 1 ? [{ flag, of: all }] : []
    const of = all.filter((i) => measured[i]?.flags.includes(flag))
    return of.length > 0 ? [{ flag, of }] : []
  })

/**
 * The meter of a clause, from its demands in one language and, where they follow it without a number, those of the
 * paragraphs after it. A clause is as strong as its weakest demand; one that demands nothing is rhetoric (1) if it
 * recognises, welcomes or believes, and absent (0) if it only states.
 */
export const meterOf = (demands: readonly Demand[]): Meter => {
  const measured = folded(demands)
    .filter(demandsSomething)
    .map((demand): Measured => ({ demand, level: levelOf(demand), flags: flagsOf(demand) }))
  const speaks = demands.some(({ speech }) => speech === 'rhetoric')
  const isRhetoric =
    (measured.length === 0 && speaks) ||
    (measured.length > 0 && measured.every(({ demand }) => demand.speech === 'intention'))
  const level = measured.length > 0 ? Math.min(...measured.map((one) => one.level)) : speaks ? 1 : 0
  return { level: level as DraftLevel, raised: raisedIn(measured, isRhetoric), measured }
}
