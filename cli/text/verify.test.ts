/** `parley text verify`: what it prints and how it ends, for good files and for files that are none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sha256 } from '#domain/record/sha256.ts'
import { newAlternative } from '#domain/text/bracket.ts'
import { newClause } from '#domain/text/clause.ts'
import { freeze } from '#domain/text/version/freezing.ts'
import { hashOfRecord, recordOf } from '#domain/text/version/record.ts'
import { versionFileFormat } from '#domain/text/version/verify.ts'
import { BadUsage, type Call } from '../command.ts'
import { verifyFile } from './verify.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-verify-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const source = {
  ...{ room: '0b5bd3f4-7a4d-4b53-9d0b-1f2e3d4c5b6a', title: { en: 'Text', ru: 'Текст' } },
  ...{ languages: ['en', 'ru'], parties: ['us', 'ru'] },
}

const frozen = (passage: Readonly<Record<string, readonly string[]>>) =>
  freeze({ ...source, clauses: [newClause({ id: 'c1', kind: 'operative', passage })] }, null)

const version = () => {
  const passage = { en: ['Each Party notifies the other.'], ru: ['Каждая Сторона уведомляет другую.'] }
  const { record, hash, leaves } = frozen(passage)
  return { format: versionFileFormat, record, hash, leaves, marks: [], objections: [], log: 'none' }
}

/** Runs the command on a file with this content. */
const run = async (content: string, values: Call['values'] = {}) => {
  const path = join(folder, 'version.json')
  writeFileSync(path, content)
  const printed: string[] = []
  const out = vi.spyOn(console, 'log').mockImplementation((words) => void printed.push(`${words}\n`))
  try {
    const ending = await verifyFile({ positionals: [path], values } as Call)
    return { ending, said: printed.join('') }
  } finally {
    out.mockRestore()
  }
}

it('says what it verified, and ends with 0', async () => {
  const file = version()
  const { ending, said } = await run(JSON.stringify(file), { hash: file.hash.toUpperCase() })
  expect(ending).toBe(0)
  expect(said).toContain('SNT/Rev.1 Text\nwords verified: 1 clauses in en, ru\n')
  expect(said).toContain(`sha256 ${file.hash}`)
})

it('finds one changed letter, and another version, and ends with 1', async () => {
  const file = JSON.stringify(version())
  const flipped = await run(file.replace('уведомляет', 'уведомляeт'))
  expect(flipped).toMatchObject({ ending: 1 })
  expect(flipped.said).toContain('NOT verified: The words in “ru” are not those that were hashed')
  expect(await run(file, { hash: 'f'.repeat(64) })).toMatchObject({ ending: 1 })
})

it.each([
  ['nothing', '', 'is not JSON'],
  ['another file', '{"format":"parley-text/1"}', 'is not a version'],
  ['a cut file', JSON.stringify(version()).slice(0, -40), 'is not JSON'],
])('calls %s no version, with the name of the file', async (_, content, said) => {
  await expect(run(content)).rejects.toThrow(BadUsage)
  await expect(run(content)).rejects.toThrow(said)
})

const spelt = JSON.stringify(version())
const inner = '{"bracket":[{"by":[],"words":['
const deep = `[${inner.repeat(9_000)}${']}]}'.repeat(9_000)}]`
it.each([
  ['a member twice', spelt.replace('"depth":0', '"depth":1,"depth":0')],
  ['a space after its title', spelt.replace('"en":"Text"', '"en":"Text "')],
  ['a member that nobody hashed', spelt.replace('"title":{', '"title":{"__proto__":"Another text",')],
  ['half a character', spelt.replace('Each', '\\ud800')],
  ['brackets without end', spelt.replace('["Each Party notifies the other."]', deep)],
])('calls a version with %s none', async (_, content) => {
  expect(content).not.toBe(spelt)
  await expect(run(content)).rejects.toThrow(BadUsage)
})

it('takes no mark by an RSA key that can be taken apart', async () => {
  const markBy = (n: string) => ({
    ...{
      kind: 'initial',
      party: 'us',
      by: { seat: 'us', member: source.room },
      at: '2026-11-22T10:00:00.000Z',
    },
    ...{ rp: 'localhost', seal: 'none', index: 1, key: { kty: 'RSA', n, e: 'AQAB' } },
    assertion: { credential: 'AA', clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' },
  })
  const marked = (n: string) => run(JSON.stringify({ ...version(), marks: [markBy(n)] }))
  await expect(marked('_'.repeat(171))).rejects.toThrow(BadUsage)
  expect((await marked('_'.repeat(342))).said).toContain('WRONG us initialled')
})

it('reads sixty brackets inside each other', async () => {
  const ids = Array.from({ length: 60 }, (_, i) => `b${i}`)
  const words = (i: number) => ({ en: i < 60 ? [{ bracket: `b${i}` }] : ['x'], ru: ['х'] })
  const brackets = Object.fromEntries(
    ids.map((id, i) => [id, { id, alternatives: [newAlternative({ id: `a${i}`, passage: words(i + 1) })] }]),
  )
  const clause = newClause({ id: 'c1', kind: 'operative', passage: words(0), brackets })
  const { record, hash, leaves } = freeze({ ...source, clauses: [clause] }, null)
  expect((await run(JSON.stringify({ ...version(), record, hash, leaves }))).ending).toBe(0)
})

it('calls words that are hashed in another form than C no version', async () => {
  const passage = { en: ['A cafe\u0301.'], ru: ['Кафе.'] }
  const { record, hash, leaves } = frozen(passage)
  const en = leaves.en?.map((leaf) => ({ ...leaf, words: passage.en })) ?? []
  const forged = recordOf(record, { ...leaves, en }, sha256)
  expect(hashOfRecord(forged, sha256)).not.toBe(hash)
  const file = { ...version(), record: forged, hash: hashOfRecord(forged, sha256), leaves: { ...leaves, en } }
  await expect(run(JSON.stringify(file))).rejects.toThrow('not in normal form C')
})
