import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseBundle } from '#domain/record/bundle.ts'
import { toBase64 } from '#domain/record/bytes.ts'
import { type About, checkpointPath, parseAbout, proofPath } from '#domain/record/folder.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { parsePolicy } from '#domain/record/policy.ts'
import { bundleOf, tilePath } from '#domain/record/tiles.ts'
import { type Answer, buildGo, type Question, type Trust } from '../../domain/record/testing/go.ts'
import { openTable, type TestTable } from '../testing/table.ts'
import { nameWitnesses } from '../testing/witnesses.ts'
import { primitives } from './primitives.ts'

const go = buildGo()
let table: TestTable
let folder: string
let about: About

const put = (path: string, bytes: Uint8Array | string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), bytes)
}
const at = (path: string): string => readFileSync(join(folder, path), 'utf8')

beforeAll(async () => {
  if (!go) return
  table = await openTable()
  await nameWitnesses(table)
  const us = await table.as('us-head')
  for (let i = 0; i < 300; i += 1)
    await us.act('plenary', 'message.send', randomUUID(), 0, {
      nature: 'statement',
      original: 'en',
      words: { en: `Words ${i}.` },
    })
  await table.context.recorder.tick()
  await table.context.recorder.tick()
  const reply = await table.app.inject({
    url: `${table.base}/record/export`,
    headers: { host: 'localhost:4180', cookie: us.cookie },
  })
  folder = mkdtempSync(join(tmpdir(), 'parley-export-'))
  for (const [path, bytes] of Object.entries(unzipSync(reply.rawPayload)))
    put(path.slice(path.indexOf('/') + 1), bytes)
  const read = parseAbout(at('about.json'))
  if (!read.ok) throw new Error(read.refusal.code)
  about = read.value
})
afterAll(async () => {
  go?.remove()
  if (!go) return
  rmSync(folder, { recursive: true })
  await table.close()
})

const trustIn = (log: string): Trust => {
  const policy = parsePolicy(at(`${log}/policy`), primitives.sha256)
  if (!policy.ok) throw new Error(policy.refusal.code)
  const { logs, witnesses } = policy.value
  return {
    logs: logs.map(formatVerifierKey),
    witnesses: witnesses.map(formatVerifierKey),
    quorum: witnesses.length,
  }
}
const ask = (log: string, ...questions: readonly Question[]): readonly Answer[] =>
  go?.ask(trustIn(log), questions) ?? []
const wholeLog = (log: string): Question => ({ ask: 'log', folder: join(folder, log) })

/** What Go says of a log while one of its files is other than it was. */
const whileChanged = (path: string, change: (bytes: Buffer) => Uint8Array | string, log: string): Answer => {
  const before = readFileSync(join(folder, path))
  put(path, change(before))
  const [answer] = ask(log, wholeLog(log))
  put(path, before)
  return answer ?? {}
}

describe.skipIf(!go)('an exported folder, read by Go’s own packages', () => {
  it('is accepted log by log, with every entry, tile and cosignature', () => {
    expect(about.logs).toHaveLength(6)
    for (const { log } of about.logs) {
      const size = Number(at(checkpointPath(log)).split('\n')[1])
      expect(ask(log, wholeLog(log)), log).toEqual([size > 0 ? { size } : {}])
    }
  })

  it('holds proofs that are accepted for their entry and for no other', () => {
    const log = table.room('plenary')
    const width = 256
    const bundle = readFileSync(join(folder, log, tilePath(bundleOf({ level: 0, index: 0, width }))))
    const entries = parseBundle(bundle, width)
    if (!entries.ok) throw new Error(entries.refusal.code)
    const [leaf = new Uint8Array(), other = new Uint8Array()] = [entries.value[40], entries.value[41]]
    const file = toBase64(readFileSync(join(folder, proofPath(log, 40))))
    const [right, wrong] = ask(
      log,
      { ask: 'proof', file, leaf: toBase64(leaf) },
      { ask: 'proof', file, leaf: toBase64(other) },
    )
    expect(right?.refused).toBeUndefined()
    expect(wrong?.refused).toBeDefined()
  })

  it('is refused with a cosignature removed, a size edited, or one bit flipped', () => {
    const log = table.room('plenary')
    const checkpoint = checkpointPath(log)
    const lines = (bytes: Buffer) => bytes.toString().split('\n')
    const fewer = whileChanged(checkpoint, (bytes) => lines(bytes).toSpliced(-2, 1).join('\n'), log)
    expect(fewer.refused).toBeDefined()
    const longer = (bytes: Buffer) =>
      lines(bytes)
        .with(1, `${Number(lines(bytes)[1]) + 1}`)
        .join('\n')
    expect(whileChanged(checkpoint, longer, log).refused).toBeDefined()
    for (const path of [`${log}/tile/0/000`, `${log}/tile/entries/000`]) {
      const flip = (bytes: Buffer) => bytes.with(1_000, (bytes[1_000] ?? 0) ^ 1)
      expect(whileChanged(path, flip, log).refused, path).toBeDefined()
    }
    expect(ask(log, wholeLog(log))[0]?.refused).toBeUndefined()
  })
})
