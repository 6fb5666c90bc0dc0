import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { signingKey } from '../primitives.ts'
import { lineWithin } from './line.ts'
import { CannotWitness } from './store.ts'
import { cosignedAt, logKey, newFolder, origin, removeFolders, testLog, witnessKey } from './testing/logs.ts'
import { openWitness, type WitnessBody, type WitnessOptions } from './witness.ts'

const log = testLog(300)
const forked = testLog(300, 10)

const open: WitnessBody[] = []
const witnessIn = async (folder: string, more: Partial<WitnessOptions> = {}): Promise<WitnessBody> => {
  const clock = () => new Date('2026-11-22T12:00:00.900Z')
  const witness = await openWitness({ folder, signing: witnessKey, logs: () => [log.key], clock, ...more })
  open.push(witness)
  return witness
}
afterEach(async () => {
  for (const witness of open.splice(0)) await witness.close()
})
afterAll(removeFolders)

/** An answer in a word or two: the size that was cosigned, or the status and what came with it. */
const ask = async (witness: WitnessBody, old: number, size: number, of = log): Promise<string> => {
  const answer = await witness.add(of.step(old, size))
  if (answer.status !== 200) return `${answer.status} ${answer.body.trim()}`
  expect(answer.body).toMatch(/^\u2014 [^\n]+\n$/)
  expect(cosignedAt(of, size, [answer.body.trim()])).toBeDefined()
  return `cosigned ${size}`
}

const fileOf = (folder: string): string =>
  join(folder, 'held', createHash('sha256').update(origin).digest('hex'))

describe('a witness', () => {
  test('answers with every status of the protocol', async () => {
    const witness = await witnessIn(newFolder())
    expect(await ask(witness, 0, 5)).toBe('cosigned 5')
    expect(await ask(witness, 5, 20)).toBe('cosigned 20')
    expect(await ask(witness, 20, 20)).toBe('cosigned 20')
    expect(await ask(witness, 5, 25)).toBe('409 20')
    expect(await witness.add(log.step(5, 25))).toMatchObject({ type: 'text/x.tlog.size', body: '20\n' })
    expect(await witness.add(toUtf8('old 20\n'))).toMatchObject({ status: 400 })
    expect(await witness.add(new Uint8Array([0xff, 0x0a, 0x0a, 0x61, 0x0a]))).toMatchObject({ status: 400 })
    const lower = new TextDecoder().decode(log.step(0, 9)).replace('old 0', 'old 20')
    expect(await witness.add(toUtf8(lower))).toMatchObject({ status: 400 })
    const stranger = testLog(30, 30, signingKey('parley/log/other', 'note', new Uint8Array(32)))
    expect(await witness.add(stranger.step(0, 9))).toMatchObject({ status: 404 })
    const impostor = testLog(30, 30, signingKey(origin, 'note', new Uint8Array(32)))
    expect(await witness.add(impostor.step(20, 25))).toMatchObject({ status: 403 })
    const proofless = new TextDecoder().decode(log.step(0, 25)).replace('old 0', 'old 20')
    expect(await witness.add(toUtf8(proofless))).toMatchObject({ status: 422 })
    await witness.close()
    expect(await witness.add(log.step(20, 25))).toMatchObject({ status: 503 })
  })

  test('refuses a fork and a step back, and keeps the signed head of the fork as proof, once', async () => {
    const folder = newFolder()
    const told: [string, string][] = []
    const onContradiction = (of: string, path: string) => void told.push([of, path])
    const witness = await witnessIn(folder, { onContradiction })
    expect(await ask(witness, 0, 20)).toBe('cosigned 20')
    expect(await ask(witness, 20, 20, forked)).toBe('409 record.history-forged')
    expect(await witness.add(forked.step(20, 20))).toMatchObject({ type: 'text/plain; charset=utf-8' })
    expect(await ask(witness, 20, 30, forked)).toBe('422 record.history-forged')
    expect(await ask(witness, 10, 12, forked)).toBe('409 20')
    expect(await ask(witness, 0, 5)).toBe('409 20')
    expect(told).toEqual([[origin, expect.any(String)]])
    expect(readFileSync(told[0]?.[1] ?? '', 'utf8')).toBe(forked.note(20))
    expect(await ask(witness, 20, 21)).toBe('cosigned 21')
  })

  test('takes the fork when it comes first, and then nothing else', async () => {
    const witness = await witnessIn(newFolder())
    expect(await ask(witness, 0, 20, forked)).toBe('cosigned 20')
    expect(await ask(witness, 20, 20)).toBe('409 record.history-forged')
    expect(await ask(witness, 20, 30)).toBe('422 record.history-forged')
  })

  test('has on disk what it cosigned before it answers, with its own signature and the log’s', async () => {
    const folder = newFolder()
    const witness = await witnessIn(folder)
    for (const [old, size] of [
      [0, 3],
      [3, 3],
      [3, 200],
    ] as const) {
      const { body } = await witness.add(log.step(old, size))
      expect(readFileSync(fileOf(folder), 'utf8')).toBe(`${log.note(size)}${body}`)
    }
    expect(statSync(fileOf(folder)).mode & 0o077).toBe(0)
    expect(readdirSync(join(folder, 'held'))).toHaveLength(1)
  })

  test('still knows after a restart what it cosigned', async () => {
    const folder = newFolder()
    const first = await witnessIn(folder)
    expect(await ask(first, 0, 20)).toBe('cosigned 20')
    await first.close()
    const second = await witnessIn(folder)
    expect(await ask(second, 0, 5)).toBe('409 20')
    expect(await ask(second, 20, 20, forked)).toBe('409 record.history-forged')
    expect(await ask(second, 20, 30)).toBe('cosigned 30')
  })

  test('keeps logs apart', async () => {
    const other = testLog(50, 50, signingKey('parley/log/other', 'note', new Uint8Array(32)))
    const witness = await witnessIn(newFolder(), { logs: () => [log.key, other.key] })
    expect(await ask(witness, 0, 20)).toBe('cosigned 20')
    expect(await ask(witness, 0, 7, other)).toBe('cosigned 7')
    expect(await ask(witness, 20, 21)).toBe('cosigned 21')
    expect(await ask(witness, 7, 9, other)).toBe('cosigned 9')
  })

  test('knows a new log as soon as it is told of it, and no more when it is told no longer', async () => {
    let logs = [logKey.key].slice(1)
    const witness = await witnessIn(newFolder(), { logs: () => logs })
    expect(await ask(witness, 0, 5)).toBe('404 record.log-unknown')
    logs = [log.key]
    expect(await ask(witness, 0, 5)).toBe('cosigned 5')
    logs = []
    expect(await ask(witness, 5, 6)).toBe('404 record.log-unknown')
  })

  test('never states a time before the last it stated, even when its clock was put back before a restart', async () => {
    const folder = newFolder()
    const at = (time: string) => ({ clock: () => new Date(time) })
    const timeOf = async (witness: WitnessBody, old: number, size: number) => {
      const { body } = await witness.add(log.step(old, size))
      return new Date((cosignedAt(log, size, [body.trim()]) ?? 0) * 1000).toISOString()
    }
    const first = await witnessIn(folder, at('2026-11-22T12:00:00Z'))
    expect(await timeOf(first, 0, 5)).toBe('2026-11-22T12:00:00.000Z')
    await first.close()
    const second = await witnessIn(folder, at('2026-11-22T11:00:00Z'))
    expect(await timeOf(second, 5, 6)).toBe('2026-11-22T12:00:00.000Z')
    await second.close()
    const third = await witnessIn(folder, at('2026-11-22T12:00:30Z'))
    expect(await timeOf(third, 6, 7)).toBe('2026-11-22T12:00:30.000Z')
  })

  test('takes racing requests one after the other: of two that would both continue, one is cosigned', async () => {
    const witness = await witnessIn(newFolder())
    await ask(witness, 0, 10)
    const both = await Promise.all([ask(witness, 10, 20), ask(witness, 10, 20, forked)])
    expect(both).toEqual(['cosigned 20', '409 20'])
    const sizes = Array.from({ length: 100 }, (_, i) => 21 + ((i * 37) % 100))
    const answers = await Promise.all(sizes.map((size) => ask(witness, 20, size)))
    expect(answers.filter((answer) => answer.startsWith('cosigned'))).toEqual(['cosigned 21'])
    expect(answers.filter((answer) => answer === '409 21')).toHaveLength(99)
  })

  test('cosigns nothing that it cannot keep, and goes on from what it held when it can again', async () => {
    const folder = newFolder()
    const witness = await witnessIn(folder)
    await ask(witness, 0, 10)
    renameSync(join(folder, 'held'), join(folder, 'away'))
    writeFileSync(join(folder, 'held'), 'in the way')
    await expect(witness.add(log.step(10, 20))).rejects.toThrow()
    expect(await lineWithin(witness).ask(log.step(10, 20))).toEqual({ kind: 'silent', why: 'unreachable' })
    rmSync(join(folder, 'held'))
    renameSync(join(folder, 'away'), join(folder, 'held'))
    expect(await ask(witness, 20, 30)).toBe('409 10')
    expect(await ask(witness, 10, 30)).toBe('cosigned 30')
  })

  test('closes only when everybody has an answer', async () => {
    const folder = newFolder()
    const witness = await witnessIn(folder)
    const asked = [ask(witness, 0, 10), ask(witness, 10, 20)]
    await witness.close()
    await witnessIn(folder)
    expect(await Promise.all(asked)).toEqual(['cosigned 10', 'cosigned 20'])
  })
})

describe('the folder of a witness', () => {
  const held = async (): Promise<string> => {
    const folder = newFolder()
    const witness = await witnessIn(folder)
    await ask(witness, 0, 20)
    await witness.close()
    return folder
  }

  test('is one witness’s at a time', async () => {
    const folder = newFolder()
    const first = await witnessIn(folder)
    await expect(witnessIn(folder)).rejects.toThrow(CannotWitness)
    await expect(witnessIn(folder)).rejects.toThrow(/is in use: process \d+/)
    await first.close()
    await expect(witnessIn(folder)).resolves.toBeDefined()
  })

  test('opens no more when what was held is damaged in any byte, cut short or somebody else’s', async () => {
    const folder = await held()
    const whole = readFileSync(fileOf(folder))
    const damages = [
      ...Array.from({ length: whole.length }, (_, at) => whole.with(at, (whole[at] ?? 0) ^ 1)),
      whole.subarray(0, 100),
      new Uint8Array(0),
    ]
    let refused = 0
    for (const damaged of damages.filter((_, i) => i % 7 === 0 || i >= whole.length)) {
      writeFileSync(fileOf(folder), damaged)
      const opened = await witnessIn(folder).catch((error: unknown) => error)
      if (opened instanceof CannotWitness) refused += 1
      // The log's own line is kept for others to see; what is held does not depend on it.
      else if (typeof opened === 'object' && opened !== null && 'add' in opened)
        expect(await ask(opened as WitnessBody, 0, 5)).toBe('409 20')
      for (const witness of open.splice(0)) await witness.close()
    }
    expect(refused).toBeGreaterThan(30)
    writeFileSync(fileOf(folder), whole)
    expect(await ask(await witnessIn(folder), 20, 21)).toBe('cosigned 21')
  })

  test('opens no more for another key', async () => {
    const folder = await held()
    const signing = signingKey('witness.example/b', 'cosignature', new Uint8Array(32))
    await expect(witnessIn(folder, { signing })).rejects.toThrow(/another key made it/)
  })

  test('opens no more when one log’s file was put in the place of another’s', async () => {
    const folder = await held()
    renameSync(fileOf(folder), join(folder, 'held', 'a'.repeat(64)))
    await expect(witnessIn(folder)).rejects.toThrow(CannotWitness)
  })

  test('opens with what a crash left half-written beside it', async () => {
    const folder = await held()
    writeFileSync(`${fileOf(folder)}.draft`, log.note(25).slice(0, 40))
    expect(await ask(await witnessIn(folder), 20, 21)).toBe('cosigned 21')
  })

  test('is refused in words where there can be none', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(witnessIn(join(folder, 'file'))).rejects.toThrow(/cannot be used/)
  })
})
