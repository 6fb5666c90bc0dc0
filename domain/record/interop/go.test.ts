import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { fromUtf8, toBase64, toHex, toUtf8 } from '../bytes.ts'
import { openCheckpoint } from '../checkpoint.ts'
import { formatVerifierKey, parseVerifierKey } from '../key.ts'
import { openNote } from '../note.ts'
import type { Primitives } from '../primitives.ts'
import { type Answer, buildGo, type Question, type Trust, writeLog } from '../testing/go.ts'
import { entriesOf, log, logOf, origin, policyOf, type TestLog, witnesses } from '../testing/log.ts'
import { chanceOf, nearlyNotes } from '../testing/mutations.ts'
import { platform, sha256, signer } from '../testing/platform.ts'
import { fromTiles, tilePath } from '../tiles.ts'
import { consistencyProof, inclusionProof, leafHash, type ReadNode } from '../tree.ts'
import { verify } from '../verify.ts'

const built = buildGo()
const folders: string[] = []
afterAll(() => {
  built?.remove()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const trust: Trust = {
  logs: [formatVerifierKey(log.key)],
  witnesses: witnesses.map(({ key }) => formatVerifierKey(key)),
  quorum: 2,
}
const go = (questions: readonly Question[]): readonly Answer[] => built?.ask(trust, questions) ?? []
const entries = entriesOf(700)
const leafAt = (index: number): Uint8Array => entries[index] ?? new Uint8Array()
const whole = logOf(entries)

const written = (made: TestLog): Question => {
  const folder = writeLog(made)
  folders.push(folder)
  return { ask: 'log', folder }
}

const proofQuestion = (file: string | Uint8Array, leaf: Uint8Array): Question => ({
  ask: 'proof',
  file: toBase64(typeof file === 'string' ? toUtf8(file) : file),
  leaf: toBase64(leaf),
})

describe.skipIf(!built)('beside Go', () => {
  test('our proofs are accepted, and a wrong leaf, a forged history, an edited size and a missing cosignature are not', () => {
    const forged = logOf(entriesOf(700, 'forged'), [log, ...witnesses.slice(0, 1)])
    const forgedLeaf = entriesOf(700, 'forged')[5] ?? new Uint8Array()
    const file = whole.proofOf(5)
    const lines = file.trimEnd().split('\n')
    const cases: readonly (readonly [string, Uint8Array, boolean])[] = [
      ...entries.map((leaf, index) => [whole.proofOf(index), leaf, true] as const),
      [file, leafAt(6), false],
      [forged.proofOf(5), forgedLeaf, false],
      [file.replace('\n700\n', '\n701\n'), leafAt(5), false],
      [file.replace('index 5\n', 'index 6\n'), leafAt(5), false],
      [`${lines.slice(0, -1).join('\n')}\n`, leafAt(5), true],
      [`${lines.slice(0, -2).join('\n')}\n`, leafAt(5), false],
      [lines.filter((line) => !line.includes(`${origin} `)).join('\n'), leafAt(5), false],
    ]
    const theirs = go(cases.map(([given, leaf]) => proofQuestion(given, leaf)))
    for (const [i, [given, leaf, holds]] of cases.entries()) {
      expect(theirs[i]?.refused === undefined, `Go, case ${i}`).toBe(holds)
      expect(verify(given, leaf, policyOf('2'), platform).ok, `ours, case ${i}`).toBe(holds)
    }
  })

  test('no proof with one flipped bit is accepted by us, and none by Go that we would not explain', () => {
    const strict = { ...trust, quorum: 3 }
    const bytes = toUtf8(whole.proofOf(5))
    const touched = Array.from({ length: bytes.length * 8 }, (_, bit) =>
      bytes.with(Math.floor(bit / 8), (bytes[Math.floor(bit / 8)] ?? 0) ^ (1 << (bit % 8))),
    )
    const theirs =
      built?.ask(
        strict,
        touched.map((file) => proofQuestion(file, leafAt(5))),
      ) ?? []
    const policy = policyOf('all')
    const acceptedHere = touched.filter((file) => verify(file, leafAt(5), policy, platform).ok)
    expect(acceptedHere).toEqual([])
    const acceptedThere = touched.filter((_, i) => theirs[i]?.refused === undefined)
    const leftover = acceptedThere.map((file) =>
      (fromUtf8(file) ?? '').split('\n').find((line) => !whole.proofOf(5).includes(line)),
    )
    expect(leftover.every((line) => line === undefined || /=$/.test(line))).toBe(true)
    console.log(
      `Flipped bits of a proof: ${touched.length}, accepted here 0, by Go ${acceptedThere.length} (bits left over in base64)`,
    )
  })

  test('our tiles and bundles are accepted at every size, and a touched tile, entry or checkpoint is not', () => {
    const sizes = [1, 2, 255, 256, 257, 511, 512, 513, 700]
    const good = sizes.map((size) => written(logOf(entries.slice(0, size))))
    expect(go(good)).toEqual(sizes.map((size) => ({ size })))
    const bad = ['tile/0/001', 'tile/0/002.p/188', 'tile/1/000.p/2', 'tile/entries/001'].map((path) => {
      const files = new Map(whole.files)
      const bytes = files.get(path) ?? new Uint8Array()
      return written({ ...whole, files: files.set(path, bytes.with(5, (bytes[5] ?? 0) ^ 1)) })
    })
    const edited = written({ ...whole, checkpoint: whole.checkpoint.replace('\n700\n', '\n699\n') })
    for (const answer of go([...bad, edited])) expect(answer.refused).toBeDefined()
  })

  test('proofs of inclusion and consistency mean the same on both sides, true and touched', () => {
    const hashes = entries.map((leaf) => leafHash(leaf, sha256))
    const heads = new Map(Array.from({ length: 71 }, (_, size) => [size, logOf(entries.slice(0, size)).root]))
    const questions: Question[] = []
    const expected: boolean[] = []
    const put = (holds: boolean, question: Question): void => {
      questions.push(question)
      expected.push(holds)
    }
    for (let to = 1; to <= 70; to += 1) {
      const made = logOf(entries.slice(0, to))
      const work = <T>(with_: (read: ReadNode) => T): T => {
        const found = fromTiles(to, (tile) => made.files.get(tilePath(tile)), sha256, with_)
        if (!found.ok) throw new Error(found.refusal.code)
        return found.value
      }
      const is = toBase64(made.root)
      for (let from = 1; from <= to; from += 1) {
        const path = work((read) => consistencyProof(from, to, read, sha256)).map(toBase64)
        const was = toBase64(heads.get(from) ?? new Uint8Array())
        put(true, { ask: 'consistency', from, to, was, is, path })
        if (from !== to) put(false, { ask: 'consistency', from, to, was: is, is, path })
        const inclusion = work((read) => inclusionProof(from - 1, to, read, sha256)).map(toBase64)
        const hash = toBase64(hashes[from - 1] ?? new Uint8Array())
        put(true, { ask: 'inclusion', index: from - 1, to, is, hash, path: inclusion })
        put(false, {
          ask: 'inclusion',
          index: from - 1,
          to,
          is,
          hash: toBase64(hashes[from] ?? new Uint8Array()),
          path: inclusion,
        })
      }
    }
    expect(go(questions).map(({ refused }) => refused === undefined)).toEqual(expected)
    console.log(`Proofs of inclusion and consistency put to Go: ${questions.length}, same verdicts`)
  })

  test('100,000 notes and checkpoints, more or less wrong, get the same verdicts', () => {
    const cases = 100_000
    const chance = chanceOf(Number(process.env.FUZZ_SEED ?? 20_250_101))
    const stranger = signer('stranger.example', 'note')
    const signers = [log, ...witnesses, log, stranger]
    const notes = Array.from({ length: cases }, nearlyNotes(chance, signers))
    const theirs = go(notes.map((note) => ({ ask: 'note', note: Buffer.from(note).toString('base64') })))
    const differing = notes.flatMap((note, i) => {
      const here = verdictOf(note)
      const there = inOrder(theirs[i] ?? {})
      const isUnsigned =
        here.checkpoint === 'unsigned' && !/^(?:malformed|beyond|)$/.test(there.checkpoint ?? '')
      const seen = isUnsigned ? { ...there, checkpoint: 'unsigned' } : there
      return JSON.stringify(here) === JSON.stringify(seen)
        ? []
        : [{ note: fromUtf8(note) ?? toHex(note), here, there }]
    })
    expect(differing.slice(0, 3)).toEqual([])
    const count = (is: (answer: Answer) => boolean): number => theirs.filter(is).length
    const opened = count(({ refused }) => refused === undefined)
    const wellFormed = count((answer) => answer.wellFormed === true)
    const heads = count(({ checkpoint = 'malformed' }) => checkpoint !== 'malformed')
    console.log(
      `Notes put to Go: ${cases}, ${wellFormed} well-formed, ${opened} opened, ${heads} checkpoints; same verdicts`,
    )
    for (const share of [opened, wellFormed, heads]) {
      expect(share).toBeGreaterThan(cases / 10)
      expect(share).toBeLessThan(cases * 0.9)
    }
  }, 600_000)

  test('keys of logs get the same verdicts', () => {
    const chance = chanceOf(7)
    const vkey = formatVerifierKey(log.key)
    const odd = ['+', ' ', '=', 'A', '0', '\u00a0', '\u3000', 'f', 'F', '/', '-']
    const keys = Array.from({ length: 5_000 }, () => {
      const at = chance(vkey.length + 1)
      const put = chance(4) === 0 ? '' : (odd[chance(odd.length)] ?? '')
      const key = vkey.slice(0, at) + put + vkey.slice(at + chance(2))
      return chance(10) === 0 ? key.replace(/\+[0-9a-f]{8}\+/, (id) => id.toUpperCase()) : key
    })
    const theirs = go(keys.map((key) => ({ ask: 'key', key })))
    const differing = keys.filter(
      (key, i) => parseVerifierKey(key, sha256).ok !== (theirs[i]?.refused === undefined),
    )
    expect(differing).toEqual([])
  })
})

const known = { logs: [log.key], witnesses: witnesses.map(({ key }) => key) }
const credulous: Primitives = { sha256, verifyEd25519: () => true }

/** What we say of a note, in Go's words: its grammar, the checkpoint inside, and the signatures. */
const verdictOf = (note: Uint8Array): Answer => {
  const grammar = openNote(note, [], platform)
  const wellFormed = !grammar.ok && grammar.refusal.code === 'record.note-unsigned'
  const opened = openNote(note, [...known.logs, ...known.witnesses], platform)
  const checkpoint = checkpointIn(note)
  if (!opened.ok) return inOrder({ wellFormed, checkpoint, refused: 'refused' })
  const { text, signatures, unknown } = opened.value
  const names = signatures.map(({ key }) => key.name)
  return inOrder({ wellFormed, checkpoint, text: toBase64(toUtf8(text)), names, unknown: unknown.length })
}

/** The checkpoint in a note, signatures taken on trust: what differs can then only be the grammar. */
const checkpointIn = (note: Uint8Array): string => {
  const found = openCheckpoint(note, known, credulous)
  if (found.ok) return `${found.value.origin} ${found.value.size} ${toHex(found.value.root)}`
  const words: Readonly<Record<string, string>> = {
    'record.checkpoint-malformed': 'malformed',
    'record.size-beyond': 'beyond',
    'record.log-unknown': 'unsigned',
  }
  return words[found.refusal.code] ?? ''
}

const inOrder = (answer: { readonly [K in keyof Answer]?: Answer[K] | undefined }): Answer => ({
  wellFormed: answer.wellFormed ?? false,
  checkpoint: answer.checkpoint ?? '',
  refused: answer.refused ?? '',
  text: answer.text ?? '',
  names: answer.names ?? [],
  unknown: answer.unknown ?? 0,
})
