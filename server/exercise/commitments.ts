/** What the file of an exercise may leave to the loader in acts on commitments, the process and people: names, days, the wording of a clause. */
import type { Clause } from '#domain/text/clause.ts'

/** What the loader knows of the exercise so far. */
export interface CommitmentStage {
  /** The id that a name stands for: of an object that an act opened, or of a member. */
  readonly idOf: (name: string) => string | undefined
  readonly roomOf: (key: string) => string | undefined
  /** The moment that a time relative to loading stands for. */
  readonly momentOf: (at: string) => Date
  readonly clause: (id: string) => Promise<Clause | undefined>
}

const relative = /^(day|moment) ([+-]\d\S*)$/

const said = (stage: CommitmentStage, name: string, value: string): string => {
  const [, what, at] = value.match(relative) ?? []
  if (what && at) {
    const moment = stage.momentOf(at).toISOString()
    return what === 'day' ? moment.slice(0, 10) : moment
  }
  if (value.startsWith('@')) {
    const id = stage.idOf(value.slice(1))
    if (id === undefined) throw new Error(`an act speaks of ${value}, which no act has named`)
    return id
  }
  return name === 'to' ? (stage.roomOf(value) ?? value) : value
}

const within = (stage: CommitmentStage, name: string, value: unknown): unknown => {
  if (typeof value === 'string') return said(stage, name, value)
  if (Array.isArray(value)) return value.map((each) => within(stage, '', each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, within(stage, key, each)]))
}

const kinds =
  /^(?:leadership|credentials|member|note|stipulation|force|report|account|source|observation|denial|incident|inspection|evidence|finding|case|monitoring-report|mandate|track|ripeness|fundamental)\./

/** Whether an act is one on commitments, or one on the process or on people that names days as these do. */
export const isOnCommitments = (kind: string): boolean => kinds.test(kind)

/**
 * The payload with every `@name`, `day -3h`, `moment +30m` and key of a room replaced by what it stands for, and with the
 * wording number of the clause that a stipulation quotes. Throws where a name or a clause is not known.
 */
export const foundInCommitments = async (
  stage: CommitmentStage,
  payload: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> => {
  const given = within(stage, '', payload) as Record<string, unknown>
  const quote = given.quote as { readonly clause: string } | undefined
  if (!quote) return given
  const clause = await stage.clause(quote.clause)
  if (!clause) throw new Error(`an act quotes clause ${quote.clause}, which is not in the text`)
  return { ...given, quote: { ...quote, wording: clause.wording } }
}
