/** A witness on its own, as a seat runs it, for tests of backups. */
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { formatVerifierKey, type VerifierKey } from '#domain/record/key.ts'
import { signingKey } from '../../record/primitives.ts'
import { type Listening, listen } from '../../record/witness/listen.ts'
import { openWitness, type WitnessBody } from '../../record/witness/witness.ts'

/** A witness that listens, and its key as a seat names it. */
export interface Standing {
  readonly witness: WitnessBody
  readonly listening: Listening
  readonly key: string
}

/** Starts a witness with a new key in a folder, after which it is named. It cosigns, and shows nobody what it holds. */
export const startWitness = async (
  folder: string,
  logs: () => readonly VerifierKey[],
  clock: () => Date = () => new Date(),
): Promise<Standing> => {
  const signing = signingKey(`example/${basename(folder)}`, 'cosignature', randomBytes(32))
  const witness = await openWitness({ folder, signing, logs, clock })
  const { add } = witness
  return { witness, listening: await listen({ witness: { add } }), key: formatVerifierKey(signing.key) }
}

/** Stops witnesses. */
export const stopWitnesses = async (standing: readonly Standing[]): Promise<void> => {
  for (const { witness, listening } of standing) {
    await listening.close()
    await witness.close()
  }
}
