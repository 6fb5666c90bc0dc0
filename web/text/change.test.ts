/** What must hold of a proposal made out of a rewritten sentence. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Content, replaceRange } from '#domain/text/content.ts'
import { changeOf, segmentsOf } from './change.ts'

const word = fc.constantFrom('shall', 'should', 'notify', 'the', 'ё', ',')
const sentence = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))

describe('a change', () => {
  it('made to the segment gives the sentence that was wished', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, (before, segment, wished) => {
        const content: Content = [
          ...(before === '' ? [] : [before]),
          { bracket: 'b' },
          ...(segment === '' ? [] : [segment]),
        ]
        const last = segmentsOf(content).at(-1)
        if (!last) throw new Error('no segment')
        const change = changeOf(last, wished)
        const after = change ? replaceRange(content, change.range, change.content) : content
        expect(segmentsOf(after).map(({ words }) => words)).toEqual([before, wished])
      }),
    )
  })

  it('takes whole words and no more of them than differ', () => {
    expect(changeOf({ from: 4, words: 'The Parties shall notify.' }, 'The Parties should notify.')).toEqual({
      range: { from: 16, to: 21 },
      content: ['should'],
    })
  })
})
