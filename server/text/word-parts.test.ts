/** A Word file that somebody hands in is never believed: whatever is in it, it is read or refused. */
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { clause, printedOf, textOf } from '#domain/text/word/testing/texts.ts'
import { wordReturn } from '#domain/text/word/word-return.ts'
import { wordFile } from './word-file.ts'
import { readWordFile } from './word-parts.ts'

const text = textOf(clause('c1', ['The Parties shall meet.'], ['Стороны встречаются.']))
const printed = printedOf(text)
let bytes: Uint8Array
let files: Record<string, Uint8Array>
beforeAll(async () => {
  bytes = await wordFile(printed, new Date('2026-11-22T10:00:00Z'))
  files = unzipSync(bytes)
})

const refused = (given: Uint8Array) => {
  const read = readWordFile(given)
  return read.ok ? 'read' : read.refusal.code
}
const packed = (changed: Readonly<Record<string, Uint8Array>>) =>
  zipSync({ ...files, ...changed }, { level: 6 })

describe('a file that is no plain Word file', () => {
  it('is refused with what it is', () => {
    expect(refused(new Uint8Array())).toBe('paper.type')
    expect(refused(strToU8('%PDF-1.7'))).toBe('paper.type')
    expect(refused(bytes.subarray(0, bytes.length / 2))).toBe('paper.type')
    expect(refused(packed({ 'word/vbaProject.bin': strToU8('x') }))).toBe('paper.type')
  })

  it('is refused when it would swell, or declares entities', () => {
    const bomb = new Uint8Array(100 * 1024 * 1024)
    expect(refused(packed({ 'word/document.xml': bomb }))).toBe('paper.type')
    expect(refused(packed({ 'word/comments.xml': new Uint8Array(20 * 1024 * 1024) }))).toBe('word.damaged')
    const entities =
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="u"><w:body>&b;</w:body></w:document>'
    expect(refused(packed({ 'word/document.xml': strToU8(entities) }))).toBe('paper.not-xml')
    const deep = `${'<w:a>'.repeat(5_000)}${'</w:a>'.repeat(5_000)}`
    expect(refused(packed({ 'word/document.xml': strToU8(`<w:d xmlns:w="u">${deep}</w:d>`) }))).toBe(
      'paper.not-xml',
    )
  })

  it('is read or refused whatever is changed in it, and never a fault', () => {
    const document = Buffer.from(files['word/document.xml'] ?? new Uint8Array()).toString('utf8')
    const cut = fc.tuple(
      fc.nat(document.length),
      fc.nat(60),
      fc.constantFrom(
        '',
        '<w:del>',
        '</w:p>',
        '<w:ins w:author="x">',
        '&#xFFFF;',
        'w:t',
        '"',
        '<w:tbl/>',
        '\u0000',
      ),
    )
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        let changed = document
        for (const [from, width, put] of cuts)
          changed = changed.slice(0, from) + put + changed.slice(from + width)
        const read = readWordFile(packed({ 'word/document.xml': strToU8(changed) }))
        if (read.ok) wordReturn(text, printed, read.value)
      }),
      { numRuns: 150 },
    )
  })
})
