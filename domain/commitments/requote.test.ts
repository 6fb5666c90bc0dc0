import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOfQuote, quoteInstead } from './requote.ts'

describe('a quote whose clause has changed', () => {
  it('shows what went and what came within it, and nothing of the clause around it', () => {
    expect(changeOfQuote('exchange lists', 'The Parties shall exchange full lists.')).toEqual([
      { kind: 'same', words: 'exchange ' },
      { kind: 'added', words: 'full ' },
      { kind: 'same', words: 'lists' },
    ])
    expect(quoteInstead('exchange lists', 'The Parties shall exchange full lists.')).toBe(
      'exchange full lists',
    )
  })

  it('is put on the whole clause where none of its words is left', () => {
    expect(changeOfQuote('abc', 'Стороны молчат.')).toEqual([])
    expect(quoteInstead('abc', ' Стороны молчат. ')).toBe('Стороны молчат.')
  })

  it('is always put on words that stand in the clause', () => {
    const words = fc.array(fc.constantFrom('the', 'lists', 'shall', 'all', 'parties,', 'exchange'), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(words, words, (quoted, now) => {
        const clause = `${now.join(' ')}.`
        const instead = quoteInstead(quoted.join(' '), clause)
        expect(instead).not.toBe('')
        expect(clause).toContain(instead)
      }),
    )
  })
})
