/** Takes a table of observations into a mission's room, each through the one door; a file taken twice is taken once. */
import { createHash } from 'node:crypto'
import { RecordObservation } from '#contract/commitments-acts.ts'
import type { Imported } from '#contract/commitments-views.ts'
import { readRecords } from '#contract/csv.ts'
import { readObservations, type TableRow } from '#domain/commitments/observation-table.ts'
import type { Observation } from '#domain/commitments/sighting.ts'
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

/** The rows; a file that is no table is refused with the line where it breaks. */
const rowsOf = (text: string): Outcome<readonly TableRow[]> => {
  const rows = readRecords('', text, longestImport)
  if (!rows.ok) return refuse('observations.broken', { line: Number(rows.refusal.facts?.line ?? 1) })
  return done(rows.value.filter(({ cells }) => cells.some((cell) => cell !== '')))
}

/** An id that follows from what is recorded, in the shape of a UUID (RFC 9562, version 4): the same row, the same id. */
const idFor = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** The longest file of observations taken at once, in bytes. */
export const longestImport = 32 * 1024 * 1024

/** How many rows are under way at the door at once. */
const atOnce = 512

type Refused = Imported['refused'][number]

const refusedAt = (line: number, { code, facts }: Refusal): Refused => ({
  line,
  code,
  ...(facts ? { facts } : {}),
})

/** Records every row that can be taken, and says of every other one why not. Nothing of a refused row is kept. */
export const importObservations = async (
  context: Context,
  who: Asking,
  room: string,
  text: string,
): Promise<Outcome<Imported>> => {
  const rows = rowsOf(text)
  if (!rows.ok) return rows
  const { process } = await context.houseOf(who.identity.role)
  const read = readObservations(rows.value, process.languages)
  if (!read.ok) return read
  const refused = read.value.refused.map(({ line, refusal }) => refusedAt(line, refusal))
  const seen = new Map<string, number>()
  const post = async (line: number, observation: Observation): Promise<Refused | undefined> => {
    const checked = RecordObservation.safeParse(observation)
    if (!checked.success) {
      const [issue] = checked.error.issues
      return { line, code: 'observations.value', facts: { column: issue?.path.join('.') ?? '' } }
    }
    const key = JSON.stringify(checked.data)
    // Two rows that are alike are two observations; the second time the file is brought they are known both.
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const object = idFor(room, key, String(nth))
    const outcome = await context.acts.post(who.identity, {
      ...{ id: idFor('act', object), room, kind: 'observation.record', object, base: 0 },
      payload: checked.data,
    })
    return outcome.ok ? undefined : refusedAt(line, outcome.refusal)
  }
  let recorded = 0
  const all = read.value.observations
  for (let from = 0; from < all.length; from += atOnce) {
    const answers = await Promise.all(
      all.slice(from, from + atOnce).map(({ line, observation }) => post(line, observation)),
    )
    recorded += answers.filter((answer) => answer === undefined).length
    refused.push(...answers.filter((answer) => answer !== undefined))
  }
  return done({ recorded, refused: refused.toSorted((a, b) => a.line - b.line) })
}
