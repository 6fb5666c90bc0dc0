/** What a printed text holds, in which order, and what a clean print leaves open. */
import { describe, expect, it } from 'vitest'
import { type Alternative, newAlternative } from '../bracket.ts'
import { bracket, clause, parties, printedOf, textOf } from '../word/testing/texts.ts'
import { printedText } from './printed.ts'
import type { PrintedRun } from './runs.ts'

const text = textOf(
  clause('c1', ['Under ', { reference: 'c2' }, ' each Party ', { bracket: 'b' }, { note: 'n' }, '.'], null, {
    brackets: bracket('b', { US: [['shall'], ['а']], RU: [['should'], ['б']] }),
    notes: { n: { en: ['A note.'], ru: null } },
  }),
  clause(
    'c2',
    ['Notice ', { bracket: 'd' }, ' ', { bracket: 'e' }, '.'],
    ['Срок ', { bracket: 'd' }, ' ', { bracket: 'e' }, '.'],
    {
      brackets: {
        ...bracket('d', { stood: [['a day'], ['день']], US: [['a week'], ['неделя']] }),
        e: {
          id: 'e',
          alternatives: [
            newAlternative({ id: 'e1', passage: { en: ['before'], ru: ['до'] }, sponsors: ['US'] }),
            newAlternative({ id: 'e2', passage: { en: ['ahead'], ru: ['ранее'] }, bridge: true }),
          ],
        },
      },
    },
  ),
)

const wordsOf = (runs: readonly PrintedRun[] | null | undefined): string =>
  (runs ?? []).map((run) => ('words' in run ? run.words : run.kind === 'open' ? '[…]' : '[ ]')).join('')

describe('a printed text', () => {
  it('knows the position of every run, the numbers of references, and what is not yet translated', () => {
    const [row] = printedOf(text).rows
    expect(row?.cells.ru).toEqual({ number: '1.', runs: null })
    expect(row?.cells.en?.runs?.map((run) => [run.kind, run.at])).toEqual([
      ['words', 0],
      ['mark', 6],
      ['words', 7],
      ['bracket', 19],
      ['note', 20],
      ['words', 21],
    ])
    expect(row?.cells.en?.runs?.[1]).toMatchObject({ words: '2' })
    expect(row?.cells.en?.runs?.[3]).toMatchObject({
      alternatives: [
        { id: 'b-us', sponsors: ['US'], runs: [{ words: 'shall' }] },
        { id: 'b-ru', sponsors: ['RU'], runs: [{ words: 'should' }] },
      ],
    })
  })

  it('without brackets takes the bridge, else what stood, and counts what is left open', () => {
    const printed = printedOf(text, { mode: 'clean' })
    expect(printed.rows.map(({ cells }) => wordsOf(cells.en?.runs))).toEqual([
      'Under 2 each Party […]A note..',
      'Notice a day ahead.',
    ])
    expect(printed.open).toBe(1)
  })

  it('without brackets is the chair’s text: what every side stands behind comes before a bridge', () => {
    const passage = (word: string) => ({ en: [word], ru: [word] })
    const alternatives = [
      newAlternative({ id: 'a1', passage: passage('old'), bridge: true, base: 1 }),
      newAlternative({ id: 'a2', passage: passage('new'), bridge: true, base: 2 }),
    ]
    const agreed = newAlternative({ id: 'a3', passage: passage('all'), sponsors: ['US'], supporters: ['RU'] })
    const clean = (...more: readonly Alternative[]) => {
      const brackets = { b: { id: 'b', alternatives: [...alternatives, ...more] } }
      const marked = textOf(clause('c1', [{ bracket: 'b' }], [{ bracket: 'b' }], { brackets }))
      return wordsOf(printedOf(marked, { mode: 'clean' }).rows[0]?.cells.en?.runs)
    }
    expect([clean(), clean(agreed)]).toEqual(['new', 'all'])
  })

  it('puts the side whose original it is first, and its language', () => {
    const printed = printedOf(text, { mode: 'alternat', first: { party: 'RU', language: 'ru' } })
    expect(printed.languages).toEqual(['ru', 'en'])
    expect(printed.parties.map(({ key }) => key)).toEqual(['RU', 'US'])
    expect(printed.original?.key).toBe('RU')
  })

  it('is refused when it is nobody’s original, in a language the text has not, or a copy there is not', () => {
    const refused = (more: object) => printedText(text, { title: {}, parties, mode: 'alternat', ...more })
    expect(refused({})).toMatchObject({ refusal: { code: 'print.whose-original' } })
    expect(refused({ first: { party: 'FR', language: 'en' } })).toMatchObject({
      refusal: { code: 'print.whose-original' },
    })
    expect(refused({ first: { party: 'US', language: 'fr' } })).toMatchObject({
      refusal: { code: 'print.language' },
    })
    expect(refused({ mode: 'clean', copy: { number: 4, of: 3, for: '' } })).toMatchObject({
      refusal: { code: 'print.copy' },
    })
  })
})
