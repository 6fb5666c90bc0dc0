/** Witnesses for tests: named by the heads of both delegations and of the mediator. */
import { formatVerifierKey } from '#domain/record/key.ts'
import type { TestTable } from './table.ts'

/** The seats that name one. */
export const witnessingSeats = ['us', 'ru', 'mediator'] as const

/** Names a witness for each of these seats, in the plenary; null as the address lets the server play them. */
export const nameWitnesses = async (
  table: TestTable,
  url: string | null = null,
  seats: readonly string[] = witnessingSeats,
): Promise<void> => {
  for (const seat of seats) {
    const { key } = table.context.keys.exerciseWitness(table.founded.process, seat)
    const head = await table.as(`${seat}-head`)
    const named = await head.act('plenary', 'witness.appoint', seat, 0, { key: formatVerifierKey(key), url })
    if (named.status !== 200) throw new Error(named.text)
  }
}
