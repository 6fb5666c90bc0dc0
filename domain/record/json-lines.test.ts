import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readJson, within } from './json-lines.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '"\\n"',
    '"\\x"',
    '"\u007f"',
    '"\t"',
    '1',
    '-0.5e+3',
    '01',
    '1.',
    '.5',
  ],
  ...['true', 'null', 'nul', ' ', '\n', '\r\n', '\u00a0', '\ufeff', '"\\ud800"', '"\ud800"', "'a'", '//'],
)

describe('a text that should be JSON', () => {
  test('is read when JSON.parse reads it, as what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const read = readJson(text)
        expect('value' in read ? read.value : read).toEqual(JSON.parse(text))
      }),
    )
  })

  test('is refused when JSON.parse refuses it', () => {
    const texts = fc.array(pieces, { maxLength: 9 }).map((some) => some.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        if (isJson(text)) return
        expect(readJson(text)).toEqual({ broken: expect.any(Number) })
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['', 1],
    ['{\n"a": 1,\n"b": x}', 3],
    ['{\n"a": 1\n"b": 2}', 3],
    ['[1,\n2,\n]', 3],
    ['{"a": 1\n', 1],
    ['{"a": 1,\n"a": 2}', 2],
    ['1\n2', 2],
    ['"a\nb"', 1],
  ])('breaks in the line where it breaks: %j', (text, line) => {
    expect(readJson(text)).toEqual({ broken: line })
  })

  it('is refused when it is deeper than anything of ours', () => {
    expect(readJson('['.repeat(64) + ']'.repeat(64))).toHaveProperty('value')
    expect(readJson('['.repeat(100_000))).toEqual({ broken: 1 })
  })

  it('says where a value stands, or the object in which it is missing', () => {
    const read = readJson('{\n"a": [\n1,\n{"b/c":\n2}],\n"d.e": 3}')
    const lines =
      'lineOf' in read && ['', '/a', '/a/1', '/a/1/b~1c', '/d.e', '/a/1/none', '/none'].map(read.lineOf)
    expect(lines).toEqual([1, 2, 4, 5, 6, 4, 1])
    expect(within('/a', 'b/c~d')).toBe('/a/b~1c~0d')
  })
})
