/** What must hold of words that are typed around the marks of another language, and of the address of a text. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Content } from '#domain/text/content.ts'
import { markedWords, typedContent } from './marked-words.ts'
import { readTextSearch, turned } from './text-search.ts'

const word = fc.constantFrom('shall', 'notify', '24', 'ё')
const content: fc.Arbitrary<Content> = fc
  .tuple(word, fc.array(fc.tuple(word, fc.nat()), { maxLength: 5 }))
  .map(([first, rest]) => [first, ...rest.flatMap(([each], i) => [{ bracket: `b${i}` }, each])])

it('words typed with every mark once are the content again', () => {
  fc.assert(
    fc.property(content, (beside) => {
      expect(typedContent(markedWords(beside), beside)).toEqual(beside)
    }),
  )
})

it('a mark that is missing, stands twice or is unknown is no content yet', () => {
  const beside: Content = ['a ', { bracket: 'x' }, ' b']
  expect(typedContent('  б {1}  а ', beside)).toEqual(['б ', { bracket: 'x' }, ' а'])
  for (const typed of ['', 'б а', 'б {1} {1}']) expect(typedContent(typed, beside)).toBeNull()
})

it('no address is wrong: what is not known is left out, and reading twice changes nothing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('view', 'language', 'side', 'from', 'to', 'rest', 'x'), fc.anything()),
      (given) => {
        const search = readTextSearch(given)
        expect(readTextSearch({ ...search })).toEqual(search)
        expect(Object.values(search).every((value) => typeof value === 'string')).toBe(true)
      },
    ),
  )
  expect(turned({ view: 'side', side: 'us' }, { view: undefined })).toEqual({ side: 'us' })
  expect(readTextSearch({ view: 'compilation', from: 'v3', to: 'v0x' })).toEqual({ from: 'v3' })
})
