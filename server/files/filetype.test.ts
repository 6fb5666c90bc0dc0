import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { sniffType } from './filetype.ts'

const bytes = (characters: string): Uint8Array => new Uint8Array(Buffer.from(characters, 'latin1'))
const together = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const akn =
  '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="x"/></akomaNtoso>'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const types = (extra = '') =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${extra}</Types>`
const word = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': types(), 'word/document.xml': '<w:document/>', ...more }).map(
        ([name, text]) => [name, strToU8(text)],
      ),
    ),
  )
const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0')
const jpeg = bytes('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9')
const pdf = await (await PDFDocument.create()).save()

const found = (content: Uint8Array, name?: string): unknown => {
  const outcome = sniffType(content, name)
  return outcome.ok ? outcome.value : outcome.refusal.facts?.found
}

describe('what a room takes', () => {
  it.each([
    ['application/pdf', pdf],
    [docx, word()],
    ['application/xml', bytes(akn)],
    ['application/xml', together(new Uint8Array([0xff, 0xfe]), new Uint8Array(Buffer.from(akn, 'utf16le')))],
    ['application/xml', bytes(`\xef\xbb\xbf<?xml version="1.0"?>\n<!-- copy -->\n${akn}`)],
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/gif', bytes('GIF89a\x01\0\x01\0\0\0\0;')],
    ['image/webp', bytes('RIFF\x1a\0\0\0WEBPVP8L\r\0\0\0')],
  ])('%s', (type, content) => {
    expect(sniffType(content)).toEqual({ ok: true, value: type })
  })

  it('is not told by its name', () => {
    expect(found(png, 'text.docx')).toBe('image/png')
    expect(sniffType(bytes('MZ\x90\0'), 'report.pdf')).toEqual({
      ok: false,
      refusal: { code: 'paper.type', facts: { found: 'application/x-msdownload', name: 'report.pdf' } },
    })
  })
})

describe('what is refused, by its right name', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text/plain', bytes('Dear colleagues,')],
    ['unknown', bytes('\x00\x01\x02')],
    ['image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['image/svg+xml', bytes('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>')],
    ['text/html', bytes('<!doctype html><p>hello')],
    ['text/html', bytes('\n<html><body/></html>')],
    ['application/xhtml+xml', bytes('<h:html xmlns:h="http://www.w3.org/1999/xhtml"/>')],
    ['application/xml, invoice', bytes('<invoice/>')],
    ['application/xml, akomaNtoso', bytes('<akomaNtoso/>')],
    ['application/xml, malformed', bytes(akn.slice(0, -4))],
    ['application/xml, malformed', bytes(`<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${akn}`)],
    ['application/zip', zipSync({ 'a.txt': strToU8('hello') })],
    ['application/zip', word().slice(0, -8)],
    ['application/zip', zipSync({ '[Content_Types].xml': strToU8(types()) })],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
    ],
    ['application/msword', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['video/x-ms-asf', together(bytes('0&\xb2u\x8ef\xcf\x11\xa6\xd9'), new Uint8Array(4096))],
  ])('%s', (type, content) => {
    expect(found(content)).toBe(type)
  })

  it('a document with macros, however they are hidden', () => {
    const macros = 'application/vnd.ms-word.document.macroEnabled.12'
    expect(found(word({ 'word/vbaProject.bin': 'x' }))).toBe(macros)
    expect(found(word({ 'word/VBAPROJECT.BIN': 'x' }))).toBe(macros)
    expect(found(word({ 'word/activeX/activeX1.bin': 'x' }))).toBe(macros)
    const renamed = types(
      '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    )
    expect(found(word({ '[Content_Types].xml': renamed }))).toBe(macros)
  })

  it('a file that is two things at once', () => {
    expect(found(together(png, word()))).toBe('image/png, application/zip')
    expect(found(together(pdf, zipSync({ a: strToU8('b') })))).toBe('application/pdf, application/zip')
    expect(found(word({ '%PDF-1.7': 'x' }))).not.toBe(docx)
    expect(found(together(word(), word()))).toBe('application/zip')
    expect(found(together(jpeg, bytes('%PDF-1.4')))).toBe('image/jpeg, application/pdf')
  })

  it('a bomb, quickly, and whatever size it claims', () => {
    const zeros = new Uint8Array(80 * 1024 * 1024)
    const bomb = zipSync({ '[Content_Types].xml': strToU8(types()), 'word/document.xml': zeros })
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    const at = Buffer.from(lying).lastIndexOf('PK\x01\x02', undefined, 'latin1')
    view.setUint32(at + 24, 10, true)
    const before = performance.now()
    expect([found(bomb), found(lying)]).toEqual(['application/zip', 'application/zip'])
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

describe('laws', () => {
  it('no bytes make it throw', () => {
    const whole = fc.constantFrom<Uint8Array>(pdf, word(), png, jpeg, bytes(akn))
    const damaged = fc
      .tuple(whole, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }), fc.nat())
      .map(([content, hits, cut]) => {
        const copy = content.slice(0, cut % 3 === 0 ? cut % (content.length + 1) : content.length)
        for (const [at, value] of hits) if (copy.length > 0) copy[at % copy.length] = value
        return copy
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (content) => {
        const outcome = sniffType(content)
        expect(outcome.ok || outcome.refusal.code === 'paper.type').toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
