/** What must hold of a proposal in the making. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newClause } from '#domain/text/clause.ts'
import { type Content, replaceRange, widthOfContent } from '#domain/text/content.ts'
import { segmentsOf } from './change.ts'
import { wholeWords } from './picking.ts'
import { beginDraft, changeIn, draftAnew, placeAnew, proposalOf, withoutPicked } from './rewriting.ts'

const clause = newClause({
  id: 'c',
  kind: 'operative',
  passage: {
    en: ['Each Party ', { bracket: 'b' }, ' notify the other before any launch.'],
    ru: ['Каждая Сторона ', { bracket: 'b' }, ' другую до любого пуска.'],
  },
  brackets: {
    b: {
      id: 'b',
      alternatives: [
        {
          id: 'x',
          passage: { en: ['shall'], ru: ['уведомляет'] },
          sponsors: ['us'],
          supporters: [],
          status: 'proposed',
          base: 0,
        },
      ],
    },
  },
})
const languages = ['en', 'ru']
const picked = { clause: 'c', language: 'en', within: null, range: { from: 24, to: 29 } }

describe('a draft', () => {
  it('opens on the sentence around the picked words, in the other language on its counterpart', () => {
    const { rewrites } = beginDraft(clause, languages, picked)
    expect([rewrites.en?.wished, rewrites.ru?.wished]).toEqual([
      ' notify the other before any launch.',
      ' другую до любого пуска.',
    ])
  })

  it('proposes the words that differ, and what was not written counts as not yet translated', () => {
    const draft = beginDraft(clause, languages, picked)
    const { en } = draft.rewrites
    if (!en) throw new Error('no words')
    const changed = {
      ...draft,
      rewrites: { ...draft.rewrites, en: { ...en, wished: en.wished.replace('any', 'each') } },
    }
    expect(proposalOf(draft)).toBeNull()
    expect(proposalOf(changed)).toMatchObject({
      ranges: { en: { from: 37, to: 40 }, ru: { from: 16, to: 40 } },
      passage: { en: ['each'], ru: null },
    })
  })

  it('that brackets words takes them out', () => {
    const words = withoutPicked(beginDraft(clause, languages, picked), {
      ...picked,
      range: { from: 30, to: 36 },
    })
    const { en } = words.rewrites
    expect(en?.wished).toBe(' notify the other any launch.')
  })

  it('opens inside an alternative', () => {
    const inside = beginDraft(clause, languages, { ...picked, within: 'x', range: { from: 0, to: 5 } })
    expect([inside.within, inside.rewrites.en?.wished, inside.rewrites.ru?.wished]).toEqual([
      'x',
      'shall',
      'уведомляет',
    ])
  })

  it('over a bracket replaces the same bracket in both languages', () => {
    const over = beginDraft(clause, languages, { ...picked, range: { from: 5, to: 19 } })
    expect([over.rewrites.en?.range, over.rewrites.ru?.range, over.rewrites.en?.wished]).toEqual([
      { from: 5, to: 19 },
      { from: 15, to: 16 },
      '',
    ])
  })
})

const word = fc.constantFrom('shall', 'notify', 'the', 'other', 'Party', '24', 'hours', 'ё')
const sentence = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(' '))

describe('placing anew', () => {
  it('on the words that were seen is the same wish', () => {
    fc.assert(
      fc.property(sentence, sentence, (seen, wished) => {
        const rewrite = { range: { from: 0, to: seen.length }, wished }
        const anew = placeAnew([seen], [seen], rewrite)
        if (anew) expect(anew.wished).toBe(wished)
      }),
    )
  })

  it('keeps what others have changed elsewhere, and makes the wished change', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.boolean(), (front, back, before) => {
        const seen = 'Each Side shall promptly inform all.'
        const now = before ? `${front}. ${seen}` : `${seen} ${back}.`
        const rewrite = { range: { from: 0, to: seen.length }, wished: seen.replace('promptly', 'at once') }
        expect(placeAnew([seen], [now], rewrite)?.wished).toBe(now.replace('promptly', 'at once'))
      }),
    )
  })

  it('says so when the words are gone, and loses none of what was written', () => {
    const seen = newClause({ id: 'c', kind: 'operative', passage: { en: ['Each Party shall report.'] } })
    const draft = beginDraft(seen, ['en'])
    const written = {
      ...draft,
      rewrites: { en: { range: { from: 0, to: 24 }, wished: 'Each Party shall tell.' } },
    }
    const now = { ...seen, wording: 2, passage: { en: ['Nobody reports.'] } }
    const { lost, draft: anew } = draftAnew(written, now)
    expect([lost, anew.seen.wording]).toEqual([['en'], 2])
    expect(written.rewrites.en.wished).toBe('Each Party shall tell.')
  })
})

describe('whole words', () => {
  it('cover what was picked, begin and end with words, and split none', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.nat(), fc.nat(), (one, other, a, b) => {
        const content: Content = [one, { bracket: 'b' }, other]
        const width = widthOfContent(content)
        const [from, to] = [a % (width + 1), b % (width + 1)].toSorted((x, y) => x - y) as [number, number]
        const range = wholeWords(content, { from, to })
        const cut = (at: number): boolean =>
          segmentsOf(content).some(({ from: begin, words }) => {
            const i = at - begin
            return (
              i > 0 && i < words.length && /\p{L}/u.test(words[i] ?? '') && /\p{L}/u.test(words[i - 1] ?? '')
            )
          })
        if (range.to > range.from) expect([cut(range.from), cut(range.to)]).toEqual([false, false])
      }),
    )
  })
})

it('a change made to the content gives the wished words', () => {
  fc.assert(
    fc.property(sentence, sentence, (seen, wished) => {
      const content: Content = ['Chapeau: ', { bracket: 'b' }, seen]
      const rewrite = { range: { from: 10, to: 10 + seen.length }, wished }
      const change = changeIn(content, rewrite)
      const after = change ? replaceRange(content, change.range, change.content) : content
      expect(segmentsOf(after).at(-1)?.words).toBe(wished)
    }),
  )
})
