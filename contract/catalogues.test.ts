import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { payloads } from './acts.ts'
import en from './refusals.en.json' with { type: 'json' }
import ru from './refusals.ru.json' with { type: 'json' }
import { text } from './words.ts'

const placeholders = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)[},]/g)].map(([, name]) => name ?? '').sort()

const root = new URL('../', import.meta.url)
const house = ['domain', 'server', 'contract']
const sources = async (parts: readonly string[]): Promise<readonly string[]> => {
  const files = await Promise.all(
    parts.map(async (part) =>
      (await readdir(new URL(part, root), { recursive: true }))
        .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name) && !/testing\//.test(name))
        .map((name) => readFile(new URL(`${part}/${name}`, root), 'utf8')),
    ),
  )
  return Promise.all(files.flat())
}
const shape = '[a-z][a-z-]*(?:\\.[a-z][a-z-]*)?'
/** A call or member in which a code stands, and every quoted code up to its closing bracket (a choice has two). */
const places = [
  /refuse\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g,
  /flaw\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g,
  /code: ([^,}\n]+)/g,
]
const codes = async (): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const source of await sources(house))
    for (const place of places)
      for (const [, inside = ''] of source.matchAll(place))
        for (const [, code = ''] of inside.matchAll(new RegExp(`'(${shape})'`, 'g')))
          if (code.includes('.') || code === 'unknown') found.add(code)
  return found
}

describe('the sentences of refusals', () => {
  it('are there in both languages, with the same facts', () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort())
    for (const [code, sentence] of Object.entries(en))
      expect([code, placeholders(ru[code as keyof typeof ru])]).toEqual([code, placeholders(sentence)])
  })

  it('are there for every code the sources use', async () => {
    const used = await codes()
    expect(used.size).toBeGreaterThan(50)
    expect([...used].filter((code) => !(code in en))).toEqual([])
  })

  it('are all used', async () => {
    const all = (await sources([...house, 'cli', 'web'])).join('\n')
    expect(Object.keys(en).filter((code) => !all.includes(`'${code}'`))).toEqual([])
  })

  it('are sentences: they begin with a capital or a fact and end with a full stop', () => {
    for (const sentence of [...Object.values(en), ...Object.values(ru)])
      expect(sentence).toMatch(/^[«“]?[\p{Lu}{].*[.!]$/u)
  })
})

describe('every kind of act', () => {
  it('is named by its object and a verb', () => {
    for (const kind of Object.keys(payloads)) expect(kind).toMatch(/^[a-z-]+\.[a-z-]+$/)
  })
})

describe('text', () => {
  const schema = text(20)
  const reads = (value: string) => {
    const read = schema.safeParse(value)
    return read.success ? read.data : undefined
  }

  it('keeps NFC, trims, and takes letters, marks and signs of every script', () => {
    expect(reads('e\u0301')).toBe('\u00e9')
    for (const words of ['мир', 'سلام', 'שלום', '平和', '🕊️', 'a\nb\tc', '«“”»', 'ก็'])
      expect(reads(words)).toBe(words)
    expect(reads('  a  ')).toBe('a')
  })

  it.each([
    '\u0000',
    '\u0007',
    '\u000b',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\ufeff',
  ])('refuses the hidden character %j', (hidden) => {
    for (const words of [`a${hidden}b`, `${hidden}a`, `a${hidden}`])
      expect(reads(words) === undefined || !reads(words)?.includes(hidden)).toBe(true)
    expect(reads(`a${hidden}b`)).toBeUndefined()
  })

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('refuses a lone surrogate', (broken) => {
    expect(reads(broken)).toBeUndefined()
  })

  it('refuses nothing at all, and more than it takes', () => {
    for (const words of ['', '   ', '\n', 'x'.repeat(21)]) expect(reads(words)).toBeUndefined()
    expect(reads('x'.repeat(20))).toBe('x'.repeat(20))
  })
})
