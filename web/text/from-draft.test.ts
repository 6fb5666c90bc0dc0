/** What must hold of a difference that is turned into a proposal. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAlternative } from '#domain/text/bracket.ts'
import { type Clause, newClause } from '#domain/text/clause.ts'
import { addAlternative, openBracket } from '#domain/text/drafting.ts'
import type { MakeProposal } from '#domain/text/proposal.ts'
import { adopt } from '#domain/text/settling.ts'
import { choiceOf, resolved } from '#domain/text/text.ts'
import { proposalFromDraft, proposalOfNew } from './from-draft.ts'

const languages = ['en', 'ru'] as const

const entered = (clause: Clause, { target, passage }: MakeProposal): Clause => {
  const alternative = { id: 'fresh', passage, sponsors: ['us'] }
  const opened =
    target.on === 'words'
      ? openBracket(clause, { bracket: 'new', stood: 'old', ranges: target.ranges, alternative })
      : target.on === 'bracket'
        ? addAlternative(clause, target.bracket, alternative)
        : null
  if (!opened?.ok) throw new Error(JSON.stringify(opened))
  const adopted = adopt(opened.value, 'fresh', '')
  if (!adopted.ok) throw new Error(JSON.stringify(adopted))
  return adopted.value
}

const reading = (clause: Clause, language: string): string =>
  resolved(clause.passage[language] ?? [], clause.brackets, language, choiceOf('us')).join('')

const word = fc.constantFrom('shall', 'notify', 'the', 'other', '24', 'hours', ',', 'ё')
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
const pair = fc.record({ en: words, ru: words })
const filled = ({ en, ru }: { en: string; ru: string }) => ({ en: [en], ru: [ru] })

const clauses = fc
  .tuple(pair, pair, pair, pair, pair, fc.boolean())
  .map(([front, middle, back, ours, theirs, swapped]) => {
    const mark = { bracket: 'b' }
    const second = { bracket: 'c' }
    const content = (language: 'en' | 'ru') => {
      const [one, other] = swapped && language === 'ru' ? [second, mark] : [mark, second]
      return [front[language], one, middle[language], other, back[language]]
    }
    const bracket = (id: string) => ({
      id,
      alternatives: [
        newAlternative({ id: `${id}-us`, passage: filled(ours), sponsors: ['us'] }),
        newAlternative({ id: `${id}-ru`, passage: filled(theirs), sponsors: ['ru'] }),
      ],
    })
    return newClause({
      id: 'c1',
      kind: 'operative',
      passage: { en: content('en'), ru: content('ru') },
      brackets: { b: bracket('b'), c: bracket('c') },
    })
  })

describe('a difference between the draft and the common text', () => {
  it('entered and adopted, gives the common text the words of the draft in both languages', () => {
    fc.assert(
      fc.property(
        clauses,
        pair,
        fc.constantFrom('both', 'en', 'ru'),
        fc.nat(),
        (common, fresh, which, cut) => {
          const written = (language: 'en' | 'ru'): string => {
            const now = reading(common, language)
            if (which !== 'both' && which !== language) return now
            const list = now.split(' ')
            const at = cut % list.length
            return [...list.slice(0, at), fresh[language], ...list.slice(at + 1)].join(' ')
          }
          const draft = newClause({
            ...common,
            brackets: {},
            passage: { en: [written('en')], ru: [written('ru')] },
          })
          const proposal = proposalFromDraft(common, draft, 'us')
          const same = languages.every((language) => written(language) === reading(common, language))
          expect(proposal === null).toBe(same)
          if (!proposal) return
          const after = entered(common, proposal)
          for (const language of languages) expect(reading(after, language)).toBe(written(language))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('inside one bracket is another alternative of it', () => {
    const common = newClause({
      id: 'c1',
      kind: 'operative',
      passage: { en: ['within ', { bracket: 'b' }, ' hours'] },
      brackets: {
        b: {
          id: 'b',
          alternatives: [newAlternative({ id: 'a', passage: { en: ['24'] }, sponsors: ['us'] })],
        },
      },
    })
    const draft = newClause({ ...common, brackets: {}, passage: { en: ['within 36 hours'] } })
    expect(proposalFromDraft(common, draft, 'us')).toEqual({
      target: { on: 'bracket', clause: 'c1', bracket: 'b' },
      passage: { en: ['36'] },
    })
    expect(
      proposalFromDraft(common, newClause({ ...draft, passage: { en: ['within 24 hours'] } }), 'us'),
    ).toBeNull()
  })

  it('of a clause that is new is proposed at its place', () => {
    const fresh = newClause({ id: 'n', kind: 'operative', order: 'X', passage: { en: ['New.'] } })
    expect(proposalOfNew(fresh, [])).toEqual({
      target: { on: 'place', parent: null, order: 'X', kind: 'operative' },
      passage: { en: ['New.'] },
    })
    expect(proposalOfNew({ ...fresh, parent: 'gone' }, [])).toBeNull()
    const noted = { passage: { en: ['New.', { note: 'n1' }] }, notes: { n1: { en: ['A note.'] } } }
    expect(proposalOfNew({ ...fresh, ...noted }, [])).toBeNull()
  })
})
