import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Act } from './act.ts'
import { toUtf8 } from './bytes.ts'
import {
  type About,
  type ActLine,
  type AnchoringLine,
  formatAbout,
  formatActLine,
  formatAnchoringLine,
  formatState,
  parseAbout,
  parseAct,
  parseActLine,
  parseAnchoringLine,
  parseState,
  proofIndex,
  proofPath,
  stateHash,
} from './folder.ts'
import { sha256 } from './sha256.ts'

const malformed = (path: string, line: number) => ({
  ok: false,
  refusal: { code: 'record.folder-malformed', facts: { path, line } },
})

const id = (letter: string): string =>
  `${letter.repeat(8)}-${letter.repeat(4)}-4abc-8abc-${letter.repeat(12)}`
const about: About = {
  process: { id: id('a'), key: 'talks', name: { en: 'Talks' }, exercise: false, languages: ['en', 'ru'] },
  seat: 'us',
  at: '2026-09-20T10:00:00.000Z',
  anchor: id('c'),
  logs: [
    {
      log: id('b'),
      origin: `parley/log/${id('b')}`,
      kind: 'room',
      room: { id: id('b'), key: 'plenary', kind: 'plenary', name: { en: 'Plenary' }, seats: ['us', 'ru'] },
    },
    { log: id('c'), origin: `parley/log/${id('c')}`, kind: 'anchor' },
  ],
}

describe('about.json', () => {
  it('comes back as it was written', () => {
    expect(parseAbout(formatAbout(about))).toEqual({ ok: true, value: about })
  })

  const lines = formatAbout(about).split('\n')
  const lineWith = (words: string, nth = 0): number =>
    lines.flatMap((line, i) => (line.includes(words) ? [i + 1] : []))[nth] ?? 0
  it.each([
    ['another format', 'parley record 1', 'parley record 2', lineWith('format')],
    ['a number for a seat', '"seat": "us"', '"seat": 3', lineWith('"seat":')],
    ['a member too many', '"seat": "us"', '"seat": "us", "more": 1', lineWith('"seat":')],
    ['a member that is missing', '  "seat": "us",\n', '', 1],
    ['an id that is a path', `"id": "${id('a')}"`, '"id": "../secret"', lineWith('"id":')],
    ['a room kind that there is not', '"kind": "plenary"', '"kind": "lobby"', lineWith('"kind": "plenary"')],
    ['an origin of another log', `log/${id('b')}`, `log/${id('a')}`, lineWith('origin')],
    ['a room that is not its log’s', `"id": "${id('b')}"`, `"id": "${id('a')}"`, lineWith('"id":', 1)],
    ['an anchor that is no log', `"anchor": "${id('c')}"`, `"anchor": "${id('a')}"`, lineWith('"anchor":')],
    ['a moment without its zone', '10:00:00.000Z', '10:00:00.000', lineWith('"at":')],
    ['no JSON', '"exercise": false', '"exercise": no', lineWith('exercise')],
    ['an end too early', '}\n', '', lines.length - 2],
  ])('is refused with %s, and says in which line', (_, from, to, line) => {
    const text = formatAbout(about)
    const at = from === '}\n' ? text.lastIndexOf(from) : text.indexOf(from)
    const changed = text.slice(0, at) + to + text.slice(at + from.length)
    expect(parseAbout(changed)).toEqual(malformed('about.json', line))
  })

  it('is refused when a log stands there twice or two are the anchor', () => {
    const [room, last] = about.logs
    if (!room || !last) throw new Error('two logs')
    for (const logs of [
      [room, room, last],
      [room, last, { log: id('d'), origin: `parley/log/${id('d')}`, kind: 'anchor' as const }],
    ])
      expect(parseAbout(formatAbout({ ...about, logs }))).toMatchObject({
        refusal: { code: 'record.folder-malformed' },
      })
  })

  test('no text makes it throw', () => {
    const text = formatAbout(about)
    const cut = fc.tuple(fc.nat(text.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 8 }))
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const read = parseAbout(text.slice(0, at) + put + text.slice(at + length))
        expect(read.ok || read.refusal.code === 'record.folder-malformed').toBe(true)
      }),
    )
  })
})

const salt = fc.uint8Array({ minLength: 32, maxLength: 32 })
const words = fc.string({ unit: 'grapheme', minLength: 1 })
const actor = fc.option(fc.record({ seat: words, member: words }))
const payload = fc.jsonValue({ depthSize: 'small' }).map((value) => JSON.parse(JSON.stringify(value)))
const act: fc.Arbitrary<Act> = fc.record({
  id: words,
  room: words,
  kind: words,
  object: words,
  by: actor,
  at: words,
  payload,
})
const actLine: fc.Arbitrary<ActLine> = fc.record({ index: fc.maxSafeNat(), salt, act })

/** What is written, what one character less or more makes of it. */
const nearly = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(2), fc.constantFrom('', ' ', '"', '0', 'A', '\\u0041', ',"a":1', '{'))
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length))

describe('a line of acts.jsonl', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(actLine, (line) => {
        expect(parseActLine(formatActLine(line).slice(0, -1), 'x', 1)).toEqual({ ok: true, value: line })
      }),
    )
  })

  test('is read only as it would be written', () => {
    const texts = actLine.chain((line) => nearly(formatActLine(line).slice(0, -1)))
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseActLine(text, 'x/acts.jsonl', 7)
        if (read.ok) expect(formatActLine(read.value)).toBe(`${text}\n`)
        else expect(read).toEqual(malformed('x/acts.jsonl', 7))
      }),
      { numRuns: 1000 },
    )
  })

  const good = formatActLine({
    index: 3,
    salt: new Uint8Array(32).fill(171),
    act: { id: 'a', room: 'b', kind: 'c', object: 'd', by: null, at: 'e', payload: { en: 'мир' } },
  }).slice(0, -1)
  it.each([
    ['space', good.replace('"act":', '"act": ')],
    ['capital digits', good.replace('ab', 'AB')],
    ['an index with a zero before it', good.replace(':3,', ':03,')],
    ['an index beyond counting', good.replace(':3,', ':9007199254740992,')],
    ['a member twice', good.replace('"id":"a"', '"id":"a","id":"a"')],
    ['a member too many', good.replace('"id":"a"', '"id":"a","no":1')],
    ['an escape that need not be', good.replace('мир', '\\u043cир')],
    ['half a character', good.replace('мир', '\\ud83d')],
    ['no payload', good.replace(/,"payload":.*/, '}}')],
    ['an actor without a seat', good.replace('null', '{"member":"x"}')],
    ['a newline at its end', `${good}\n`],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => {
    expect(parseActLine(good, 'acts', 2).ok).toBe(true)
    expect(parseActLine(text, 'acts', 2)).toEqual(malformed('acts', 2))
  })

  it('may hold a whole character that is written with escapes elsewhere', () => {
    expect(parseActLine(good.replace('мир', '\\\\ud83d'), 'acts', 2).ok).toBe(true)
  })
})

describe('an act by itself', () => {
  it('may be written in any way, and says in which line it is wrong', () => {
    const value = { id: 'a', room: 'b', kind: 'c', object: 'd', by: null, at: 'e', payload: 1.5 }
    const text = JSON.stringify(value, null, 2)
    expect(parseAct(text, 'act.json')).toEqual({ ok: true, value })
    expect(parseAct(text.replace('"c"', '3'), 'act.json')).toEqual(malformed('act.json', 4))
    expect(parseAct(text.replace('"c"', '"\\ud800"'), 'act.json')).toEqual(malformed('act.json', 1))
  })
})

const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const anchoring: fc.Arbitrary<AnchoringLine> = fc.record({
  index: fc.maxSafeNat(),
  at: moment,
  size: fc.maxSafeNat(),
  root: salt,
  salt,
})

describe('a line of anchorings.jsonl', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(anchoring, (line) => {
        expect(parseAnchoringLine(formatAnchoringLine(line).slice(0, -1), 'x', 1)).toEqual({
          ok: true,
          value: line,
        })
      }),
    )
  })

  test('is read only as it would be written', () => {
    const texts = anchoring.chain((line) => nearly(formatAnchoringLine(line).slice(0, -1)))
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseAnchoringLine(text, 'x', 7)
        if (read.ok) expect(formatAnchoringLine(read.value)).toBe(`${text}\n`)
        else expect(read).toEqual(malformed('x', 7))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('state.json', () => {
  const hash = stateHash({ revision: 2, state: { b: 1, a: undefined } }, sha256)

  it('holds the hash of revision and state in canonical JSON', () => {
    const canonical = toUtf8('{"revision":2,"state":{"b":1}}')
    expect(hash).toBe(Buffer.from(sha256(canonical)).toString('hex'))
  })

  it('comes back sorted, and says in which line it is wrong', () => {
    const text = formatState(
      new Map([
        ['message/b', hash],
        ['message/a', hash],
      ]),
    )
    const read = parseState(text, 'x')
    expect(read.ok && [...read.value]).toEqual([
      ['message/a', hash],
      ['message/b', hash],
    ])
    expect(parseState(text.replace(hash, 'x'), 'x')).toEqual(malformed('x', 2))
    expect(parseState(text.replace('message/b', 'message/a'), 'x')).toEqual(malformed('x', 3))
    expect(parseState('[]', 'x')).toEqual(malformed('x', 1))
  })
})

describe('the file of a proof', () => {
  it('is named by its index in one way', () => {
    expect(proofPath('log', 12)).toBe('log/proofs/12.tlog-proof')
    expect(proofIndex('12.tlog-proof')).toBe(12)
    expect(proofIndex('0.tlog-proof')).toBe(0)
    for (const name of [
      '012.tlog-proof',
      '.tlog-proof',
      '1.tlog-proof.bak',
      '-1.tlog-proof',
      '9007199254740992.tlog-proof',
    ])
      expect(proofIndex(name)).toBeUndefined()
  })
})
