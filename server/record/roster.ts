/** The witnesses of a process, as they were appointed in its plenary. */
import type pg from 'pg'
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '#domain/record/key.ts'
import type { Witness } from '#domain/record/witnessing.ts'
import { primitives } from './primitives.ts'

/** A witness that is to be asked. */
export interface Appointed {
  readonly seat: string
  readonly key: VerifierKey
  /** Null when the server plays it. */
  readonly url: string | null
}

/** Every seat's appointment as this role can read it, dismissed ones too, with its revision. */
export const readAppointments = async (
  pool: pg.Pool,
): Promise<readonly { readonly revision: number; readonly witness: Witness }[]> => {
  const { rows } = await pool.query<{ revision: number; state: Witness }>(
    "select revision, state from parley.objects where kind = 'witness' order by object_id",
  )
  return rows.map(({ revision, state }) => ({ revision, witness: state }))
}

/** The witnesses now, in the order of their seats. */
export const readRoster = async (pool: pg.Pool): Promise<readonly Appointed[]> =>
  rosterOf((await readAppointments(pool)).map(({ witness }) => witness))

/** Those of the seats' appointments that stand. */
export const rosterOf = (witnesses: readonly Witness[]): readonly Appointed[] =>
  witnesses.flatMap(({ seat, url, dismissedAt, ...named }) => {
    const key = parseVerifierKey(named.key, primitives.sha256)
    return dismissedAt || !key.ok ? [] : [{ seat, key: key.value, url }]
  })

/** How a witness is told from the one that the same seat had before. */
export const keyText = ({ key }: Appointed): string => formatVerifierKey(key)
