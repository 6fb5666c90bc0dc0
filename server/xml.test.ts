import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf, type XmlElement } from '#domain/text/xml.ts'
import { parseXml } from './xml.ts'

const bytes = (characters: string): Uint8Array => new TextEncoder().encode(characters)
const parse = (characters: string) => parseXml(bytes(characters))
const root = (characters: string): XmlElement => {
  const parsed = parse(characters)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return parsed.value
}
const reason = (outcome: ReturnType<typeof parseXml>): string =>
  outcome.ok ? 'parsed' : `${outcome.refusal.code}: ${outcome.refusal.facts?.reason}`

describe('a well-formed file', () => {
  it('becomes elements, attributes and text as written, comments left out', () => {
    expect(
      root('<a xmlns="urn:x" n="1" xml:lang="ru">da<!-- no --> net<b/><![CDATA[<c>]]>&amp;</a>'),
    ).toEqual({
      kind: 'element',
      name: 'a',
      namespace: 'urn:x',
      attributes: { n: '1', 'xml:lang': 'ru' },
      children: [
        { kind: 'text', text: 'da net' },
        { kind: 'element', name: 'b', namespace: 'urn:x', attributes: {}, children: [] },
        { kind: 'text', text: '<c>&' },
      ],
    })
  })

  it('is read in the encodings that papers come in', () => {
    const words = '<a>Мир</a>'
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(words, 'utf16le')])
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9t\xe9</a>', 'latin1')
    const text = (outcome: ReturnType<typeof parseXml>) => outcome.ok && textOf(outcome.value)
    expect([text(parseXml(utf16)), text(parse(`\uFEFF${words}`)), text(parseXml(latin))]).toEqual([
      'Мир',
      'Мир',
      'été',
    ])
  })

  it('keeps an attribute that is called like a part of the language', () => {
    expect(Object.entries(root('<a __proto__="x" constructor="y"/>').attributes)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })
})

describe('what is refused', () => {
  it('a file that is not well-formed, with the line', () => {
    const refused = parse('<a>\n<b>\n</a>')
    expect(refused.ok).toBe(false)
    expect(!refused.ok && refused.refusal).toMatchObject({ code: 'paper.not-xml', facts: { line: 3 } })
  })

  it.each([
    ['nothing', ''],
    ['words', 'hello'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['two roots', '<a/><b/>'],
    ['a character that XML forbids', '<a>\u0001</a>'],
  ])('%s', (_, characters) => {
    expect(reason(parse(characters))).toMatch(/^paper\.not-xml: \S/)
  })

  it.each([
    [
      'bytes that are not the encoding declared',
      [...bytes('<?xml version="1.0" encoding="UTF-8"?><a>'), 0xc3, 0x28, ...bytes('</a>')],
    ],
    ['an encoding nobody knows', [...bytes('<?xml version="1.0" encoding="x-none"?><a/>')]],
    ['half a UTF-16 character', [0xff, 0xfe, 0x3c, 0x00, 0x61]],
  ])('%s', (_, content) => {
    expect(reason(parseXml(new Uint8Array(content)))).toMatch(/^paper\.not-xml: \S/)
  })

  it('every document type declaration, so that no entity can be declared', () => {
    expect(reason(parse('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'))).toBe(
      'paper.not-xml: document type declaration',
    )
    expect(reason(parse('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>'))).toBe(
      'paper.not-xml: document type declaration',
    )
  })

  it('a billion laughs, in text and in an attribute, at once', () => {
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    )
    const declared = `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>`
    const before = performance.now()
    expect(reason(parse(`${declared}<a>&l12;</a>`))).toMatch(/^paper\.not-xml/)
    expect(reason(parse(`${declared}<a b="&l12;"/>`))).toMatch(/^paper\.not-xml/)
    expect(performance.now() - before).toBeLessThan(2000)
  })

  it('a file of this machine, as an entity, a parameter entity or an inclusion', () => {
    const secret = join(mkdtempSync(join(tmpdir(), 'parley-')), 'secret.txt')
    writeFileSync(secret, 'CANARY')
    const url = pathToFileURL(secret).href
    const attempts = [
      `<!DOCTYPE a [<!ENTITY e SYSTEM "${url}">]><a>&e;</a>`,
      `<!DOCTYPE a [<!ENTITY % e SYSTEM "${url}"> %e;]><a/>`,
      `<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${url}" parse="text"/></a>`,
    ]
    for (const attempt of attempts) expect(JSON.stringify(parse(attempt))).not.toContain('CANARY')
  })

  it('nesting and size that no paper has', () => {
    expect(reason(parse('<a>'.repeat(199) + '</a>'.repeat(199)))).toBe('parsed')
    expect(reason(parse('<a>'.repeat(201) + '</a>'.repeat(201)))).toBe('paper.not-xml: nested too deeply')
    expect(reason(parse('<a>'.repeat(100_000)))).toMatch(/^paper\.not-xml/)
    expect(reason(parse(`<a>${'<b/>'.repeat(400_001)}</a>`))).toBe('paper.not-xml: too many elements')
    expect(reason(parseXml(new Uint8Array(16 * 1024 * 1024 + 1)))).toBe('paper.not-xml: too large')
  })
})

describe('laws', () => {
  it('no bytes make it throw', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<',
      '&x;',
      '<!DOCTYPE a>',
      '<![CDATA[',
      ']]>',
      'я',
      '\0',
      '<?xml version="1.0"?>',
      '"',
    )
    const broken = fc.array(pieces).map((parts) => bytes(parts.join('')))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), broken), (content) => {
        const outcome = parseXml(content)
        expect(outcome.ok || outcome.refusal.code === 'paper.not-xml').toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('what was parsed many times leaves nothing behind', () => {
    const large = bytes(`<a>${'<b>мир</b>'.repeat(5000)}</a>`)
    const used = () => process.memoryUsage().external + process.memoryUsage().arrayBuffers
    for (let i = 0; i < 10; i += 1) parseXml(large)
    const before = used()
    for (let i = 0; i < 60; i += 1) parseXml(i % 2 ? large : large.subarray(0, 40_000))
    expect(used() - before).toBeLessThan(32 * 1024 * 1024)
  })
})
