/** A log of 200,000 entries verified from its files, beside a verifier of Go's own packages. */
import * as crypto from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { auditStep, beginAudit, endAudit, nextStep } from '#domain/record/audit.ts'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { openWitnessed } from '#domain/record/policy.ts'
import type { Sha256 } from '#domain/record/primitives.ts'
import { sha256 as anywhere } from '#domain/record/sha256.ts'
import { tilePath } from '#domain/record/tiles.ts'
import { primitives } from '#server/record/primitives.ts'
import { buildGo, writeLog } from '../../domain/record/testing/go.ts'
import { log, logOf, policyOf, witnesses } from '../../domain/record/testing/log.ts'
import { platform } from '../../domain/record/testing/platform.ts'
import { median } from '../testing/figures.ts'

const size = 200_000
const aim = 3
const rounds = 5

const entryAt = (index: number): Uint8Array => {
  const commitment = crypto.createHash('sha256').update(`${index}`).digest('hex')
  return toUtf8(`{"commitment":"${commitment}","index":${index},"room":"plenary","version":1}`)
}

const verifyLog = (folder: string, sha256: Sha256): void => {
  const read = (path: string): Uint8Array => readFileSync(join(folder, path))
  const opened = openWitnessed(read('checkpoint'), policyOf('all'), { ...platform, sha256 })
  if (!opened.ok) throw new Error(opened.refusal.code)
  let audit = beginAudit(opened.value)
  for (let step = nextStep(audit); step; step = nextStep(audit)) {
    const tiles = step.tiles.map((tile) => read(tilePath(tile)))
    const next = auditStep(audit, step, read(tilePath(step.bundle)), tiles, sha256)
    if (!next.ok) throw new Error(next.refusal.code)
    audit = next.value
  }
  const end = endAudit(audit, sha256)
  if (!end.ok) throw new Error(end.refusal.code)
}

/** The median of some rounds, in milliseconds. */
const timed = (work: () => void): number =>
  median(
    Array.from({ length: rounds }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )

const say = (what: string, value: number): void =>
  console.log(`${what.padEnd(44)}${value.toFixed(0).padStart(8)} ms`)

/** Measures it, and prints what it saw. */
export const measureVerification = (): void => {
  const made = logOf(Array.from({ length: size }, (_, index) => entryAt(index)))
  const folder = writeLog(made)
  const go = buildGo()
  try {
    console.log(`Every entry, tile and cosignature of a log of ${size} entries, median of ${rounds}:`)
    const ours = timed(() => verifyLog(folder, primitives.sha256))
    say('Parley with Node’s hash', ours)
    say(
      'Parley with the hash that runs anywhere',
      timed(() => verifyLog(folder, anywhere)),
    )
    console.log(`A proof with three cosignatures: ${toUtf8(made.proofOf(123_456)).length} bytes`)
    if (go) {
      const keys = witnesses.map(({ key }) => formatVerifierKey(key))
      const trust = { logs: [formatVerifierKey(log.key)], witnesses: keys, quorum: 3 }
      const theirs = timed(() => {
        const [answer] = go.ask(trust, [{ ask: 'log', folder }])
        if (answer?.size !== size) throw new Error(`Go: ${answer?.refused}`)
      })
      say('Go’s sumdb/note and sumdb/tlog', theirs)
      const verdict = ours <= aim * theirs ? 'reached' : 'missed'
      console.log(`\nThe aim, at most ${aim} times Go’s time, is ${verdict}: ${(ours / theirs).toFixed(2)}`)
    }
  } finally {
    go?.remove()
    rmSync(folder, { recursive: true })
  }
}
