/** What must hold of versions: one text, one hash; every change of a word is seen; statements are never mixed up. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUtf8, toUtf8 } from '#domain/record/bytes.ts'
import { newAlternative } from '../bracket.ts'
import { type Clause, newClause } from '../clause.ts'
import type { Content, Piece } from '../content.ts'
import { fromBase64Url, toBase64Url } from './assertion.ts'
import { correct, freeze } from './freezing.ts'
import { isSettled, leavesOf, plainLeaf } from './leaf.ts'
import { challengeOf, markKinds, statementText } from './statement.ts'
import { correctionStands, mayMark, putMark, standingOf, type Version } from './version.ts'

const languages = ['en', 'ru']
const parties = ['us', 'ru']
const title = { en: 'Text', ru: 'Текст' }
const word = fc.stringMatching(/^[A-Za-zА-я0-9 ,.;]{1,12}$/)

const clauseOf = (id: string, order: string, en: Content, ru: Content, more: Partial<Clause> = {}): Clause =>
  newClause({ id, order, kind: 'operative', passage: { en, ru }, ...more })

const bracketed = (id: string, order: string, [a, b, c, d]: readonly string[]): Clause =>
  clauseOf(id, order, ['Words ', { bracket: `b-${id}` }], [{ bracket: `b-${id}` }], {
    brackets: {
      [`b-${id}`]: {
        id: `b-${id}`,
        alternatives: [
          newAlternative({ id: `x-${id}`, passage: { en: [a ?? ''], ru: [b ?? ''] }, sponsors: ['us'] }),
          newAlternative({ id: `y-${id}`, passage: { en: [c ?? ''], ru: null }, sponsors: ['ru'], base: 0 }),
          newAlternative({ id: `z-${id}`, passage: { en: [d ?? ''], ru: [] }, bridge: true }),
        ],
      },
    },
  })

const texts = fc
  .array(fc.tuple(word, word, fc.option(fc.tuple(word, word, word, word))), { minLength: 1, maxLength: 6 })
  .map((rows) =>
    rows.map(([en, ru, inBracket], i) =>
      inBracket ? bracketed(`c${i}`, `A${i}x`, inBracket) : clauseOf(`c${i}`, `A${i}x`, [en], [ru]),
    ),
  )

const source = (clauses: readonly Clause[]) => ({ room: 'room', title, languages, parties, clauses })

describe('a frozen version', () => {
  it('has the same hash whatever the order in which the clauses are kept, and whatever was said of them', () => {
    fc.assert(
      fc.property(texts, fc.integer(), (clauses, turn) => {
        const at = Math.abs(turn) % clauses.length
        const turned = [...clauses.slice(at), ...clauses.slice(0, at)].map((clause) => ({
          ...clause,
          wording: 9,
        }))
        expect(freeze(source(turned), null).hash).toBe(freeze(source(clauses), null).hash)
      }),
    )
  })

  it('has another hash after any change of a word, in any language, in any alternative', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.constantFrom(...languages), (clauses, n, language) => {
        const at = n % clauses.length
        const changed = clauses.map((clause, i) =>
          i === at
            ? {
                ...clause,
                passage: { ...clause.passage, [language]: [...(clause.passage[language] ?? []), '!'] },
              }
            : clause,
        )
        const [one, other] = [freeze(source(clauses), null), freeze(source(changed), null)]
        expect(other.hash).not.toBe(one.hash)
        const untouched = languages.find((each) => each !== language) ?? ''
        expect(other.record.roots[untouched]).toBe(one.record.roots[untouched])
        expect(other.record.roots[language]).not.toBe(one.record.roots[language])
      }),
    )
  })

  it('has one hash for one text in any normal form of Unicode', () => {
    const of = (form: string) =>
      freeze(
        source([
          clauseOf('c', 'V', [`Fran${'ç'.normalize(form)}ais й`.normalize(form)], ['ё'.normalize(form)]),
        ]),
        null,
      ).hash
    expect(of('NFD')).toBe(of('NFC'))
  })

  it('names the version before, and with it all that came before', () => {
    const clauses = [clauseOf('c', 'V', ['Words.'], ['Слова.'])]
    const first = freeze(source(clauses), null)
    const second = freeze(source(clauses), { number: 1, hash: first.hash })
    expect(second.record).toMatchObject({ number: 2, previous: first.hash, root: first.record.root })
    expect(second.hash).not.toBe(first.hash)
  })

  it('shows a leaf with the words of every alternative and whose they are', () => {
    fc.assert(
      fc.property(texts, (clauses) => {
        for (const { clause: id, words } of leavesOf({ clauses }, 'en')) {
          const shown = plainLeaf(words)
          const brackets = Object.values(clauses.find((clause) => clause.id === id)?.brackets ?? {})
          for (const { passage, sponsors, bridge } of brackets.flatMap(({ alternatives }) => alternatives))
            expect(shown).toContain(
              `${bridge ? 'Mediator' : sponsors.join(', ')}: ${String(passage.en?.[0] ?? '')}`,
            )
          if (brackets.length === 0) expect(shown).toBe(words?.join(''))
        }
      }),
    )
  })

  it('is settled only when no bracket, placeholder or untranslated words are left, also in notes', () => {
    const pieces: readonly Piece[] = [{ placeholder: 'XX' }, { note: 'n' }]
    expect(isSettled(['Words'])).toBe(true)
    expect(isSettled(null)).toBe(false)
    const leaves = pieces.map((piece) => leavesOf({ clauses: [clauseOf('c', 'V', [piece], ['a'])] }, 'en')[0])
    expect(leaves.map((leaf) => isSettled(leaf?.words ?? null))).toEqual([false, false])
    const noted = clauseOf('c', 'V', [{ note: 'n' }], ['a'], { notes: { n: { en: ['A note.'], ru: null } } })
    expect(
      ['en'].map((language) => isSettled(leavesOf({ clauses: [noted] }, language)[0]?.words ?? null)),
    ).toEqual([true])
  })
})

const versionOf = (clauses: readonly Clause[], more: Partial<Version> = {}): Version => ({
  ...freeze(source(clauses), null),
  consent: 'ad-referendum',
  concordant: true,
  by: { seat: 'mediator', member: 'm' },
  at: '2026-11-22T10:00:00.000Z',
  index: 0,
  marks: [],
  objections: [],
  ...more,
})

const mark = (party: string, kind: Version['marks'][0]['kind']): Version['marks'][0] => ({
  kind,
  party,
  by: { seat: party, member: party },
  at: '2026-11-22T10:00:00.000Z',
  assertion: { credential: '', clientDataJSON: '', authenticatorData: '', signature: '' },
  key: { kty: 'OKP', crv: 'Ed25519', x: '' },
  rp: 'localhost',
  seal: '',
  index: 1,
})

describe('what is put to a version', () => {
  it('never raises it without every party: any order of marks that may be put', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...parties), fc.constantFrom(...markKinds)), {
      maxLength: 14,
    })
    fc.assert(
      fc.property(moves, (all) => {
        let version = versionOf([clauseOf('c', 'V', ['Words.'], ['Слова.'])])
        for (const [party, kind] of all) {
          if (!mayMark(version, kind, party, parties).ok) continue
          const before = version.marks
          const put = putMark(version, mark(party, kind))
          if (!put.ok) throw new Error('what may be put can be put')
          version = put.value
          expect(version.marks.slice(0, before.length)).toEqual(before)
        }
        const did = (party: string, kind: string) =>
          version.marks.some((one) => one.party === party && one.kind === kind)
        const standing = standingOf(version, parties)
        if (standing !== 'frozen') expect(parties.every((party) => did(party, 'initial'))).toBe(true)
        if (standing === 'signed')
          expect(
            parties.every(
              (party) => did(party, 'sign') || (did(party, 'confirm') && did(party, 'sign-ad-referendum')),
            ),
          ).toBe(true)
      }),
    )
  })

  it('waits for clean, agreed and concordant words', () => {
    const clean = [clauseOf('c', 'V', ['Words.'], ['Слова.'])]
    const code = (version: Version) => {
      const may = mayMark(version, 'initial', 'us', parties)
      return may.ok ? 'ok' : may.refusal.code
    }
    expect(code(versionOf(clean))).toBe('ok')
    expect(code(versionOf(clean, { consent: 'none' }))).toBe('version.not-agreed')
    expect(code(versionOf(clean, { concordant: false }))).toBe('version.not-concordant')
    expect(code(versionOf([bracketed('c', 'V', ['a', 'b', 'c', 'd'])]))).toBe('version.not-clean')
  })

  it('is a text of its own for every kind, version, party and member', () => {
    const all = markKinds.flatMap((kind) =>
      parties.flatMap((party) =>
        [1, 2].map((number) => statementText({ kind, number, hash: 'f'.repeat(64), party, member: 'm' })),
      ),
    )
    expect(new Set(all).size).toBe(all.length)
    const statement = { kind: 'sign' as const, number: 1, hash: 'f'.repeat(64), party: 'us', member: 'm' }
    expect(fromUtf8(challengeOf(statement))).toContain(`sha256 ${'f'.repeat(64)}\n`)
  })
})

it('a reference to a clause that has left the text is never initialled as an empty space', () => {
  const passage = [
    ['As in paragraph ', { reference: 'd' }, '.'],
    ['Как в пункте ', { reference: 'd' }, '.'],
  ] as const
  const standing = (of: Clause['standing']) =>
    freeze(
      source([clauseOf('c', 'A', ...passage), clauseOf('d', 'V', ['D.'], ['Д.'], { standing: of })]),
      null,
    ).clean
  expect(standing('in')).toBe(true)
  expect(standing('removed')).toBe(false)
  expect(standing('merged')).toBe(false)
})

describe('a correction', () => {
  const faulty = versionOf([clauseOf('c', 'V', ['No less than 25 hours.'], ['Не менее 24 часов.'])])

  it('changes the words it names and no others, and names the version it corrects', () => {
    const made = correct(faulty, [{ clause: 'c', language: 'en', from: '25', to: '24' }], {
      number: 4,
      hash: 'e'.repeat(64),
    })
    if (!made.ok) throw new Error(made.refusal.code)
    expect(plainLeaf(made.value.leaves.en?.[0]?.words ?? null)).toBe('No less than 24 hours.')
    expect(made.value.leaves.ru).toEqual(faulty.leaves.ru)
    expect(made.value.record).toMatchObject({ number: 5, corrects: faulty.hash, previous: 'e'.repeat(64) })
  })

  it('of the agreed part is of that part alone, and its words are in normal form C where they meet', () => {
    const part = { ...faulty, record: { ...faulty.record, part: 'agreed' as const } }
    const made = correct(part, [{ clause: 'c', language: 'en', from: ' than 25', to: '\u0301 than 24' }], {
      number: 4,
      hash: 'e'.repeat(64),
    })
    if (!made.ok) throw new Error(made.refusal.code)
    expect(made.value.record.part).toBe('agreed')
    expect(made.value.leaves.en?.[0]?.words).toEqual(['No les\u015b than 24 hours.'])
  })

  it('is refused where the words do not stand exactly once', () => {
    for (const from of ['99', 'o', ''])
      expect(
        correct(faulty, [{ clause: 'c', language: 'en', from, to: '24' }], { number: 1, hash: '' }),
      ).toMatchObject({ refusal: { code: 'version.words-not-found' } })
    expect(
      correct(faulty, [{ clause: 'd', language: 'en', from: '25', to: '24' }], { number: 1, hash: '' }).ok,
    ).toBe(false)
  })

  it('stands when every party has initialled it and none has objected', () => {
    const record = { ...faulty.record, corrects: faulty.hash }
    const initialled = versionOf([], { record, marks: parties.map((party) => mark(party, 'initial')) })
    expect(correctionStands(initialled, parties)).toBe(true)
    const objection = { party: 'us', by: { seat: 'us', member: 'u' }, at: '', words: {} }
    expect(correctionStands({ ...initialled, objections: [objection] }, parties)).toBe(false)
    expect(correctionStands({ ...initialled, marks: initialled.marks.slice(1) }, parties)).toBe(false)
  })
})

it('base64url reads what it writes and refuses everything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    }),
  )
  for (const bad of ['a', 'a=', 'a+bc', 'ab/c', 'ab c']) expect(fromBase64Url(bad)).toBeUndefined()
  expect(fromBase64Url(toBase64Url(toUtf8('Сторона')))).toEqual(toUtf8('Сторона'))
})
