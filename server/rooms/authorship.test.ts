import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { FileType } from '#domain/rooms/paper.ts'
import { namesInside } from './authorship.ts'
import { looksLikePerson } from './naming.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const bytes = (characters: string): Uint8Array => new Uint8Array(Buffer.from(characters, 'latin1'))
const together = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const word = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
const found = async (content: Uint8Array, type: FileType): Promise<readonly string[]> =>
  (await namesInside(content, type)).map(({ where, name }) => `${where}: ${name}`)

const xmp = (inside: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">${inside}</rdf:RDF></x:xmpmeta>`
const creator = xmp(
  '<rdf:Description xmp:CreatorTool="Tool 3"><dc:creator><rdf:Seq><rdf:li>Ana Reyes</rdf:li><rdf:li>Bo Li</rdf:li></rdf:Seq></dc:creator></rdf:Description>',
)

describe('a Word document', () => {
  it('names who is in its properties, changes, comments and custom properties', async () => {
    const content = word({
      'docProps/core.xml':
        '<c:p xmlns:c="urn:c" xmlns:dc="urn:dc"><dc:creator>Иван Петров</dc:creator><c:lastModifiedBy>Ana &amp; Co</c:lastModifiedBy></c:p>',
      'docProps/app.xml':
        '<Properties><Application>Writer 24</Application><Company>Ministry</Company><Manager>Head</Manager></Properties>',
      'docProps/custom.xml':
        '<P><property name="Reviewer"><v>k</v></property><property name="Class"><v>Maria Silva</v></property><property name="Id"><v>0x01</v></property></P>',
      'word/document.xml': `<w:document><w:ins w:id="1" w:author="A &#1071;. &amp; B"/><w:del w:author='C'/>author="not this"</w:document>`,
      'word/comments.xml': '<w:comments><w:comment w:author="D"/></w:comments>',
      'word/people.xml': '<w15:people><w15:person w15:author="E"/></w15:people>',
    })
    expect(await found(content, docx)).toEqual([
      'docx.creator: Иван Петров',
      'docx.lastModifiedBy: Ana & Co',
      'docx.company: Ministry',
      'docx.manager: Head',
      'docx.custom: k',
      'docx.custom: Maria Silva',
      'docx.change: A Я. & B',
      'docx.change: C',
      'docx.comment: D',
      'docx.person: E',
    ])
  })

  it('names nobody when there is nobody', async () => {
    expect(
      await found(
        word({ 'docProps/core.xml': '<c><creator> </creator></c>', 'word/document.xml': '<w:document/>' }),
        docx,
      ),
    ).toEqual([])
  })

  it('names who is in its pictures', async () => {
    expect(await found(word({ 'word/media/image1.png': png('tEXt', 'Author\0Ana Reyes') }), docx)).toEqual([
      'image.text: Ana Reyes',
    ])
  })

  it('says what it could not read', async () => {
    expect(await found(word({ 'docProps/core.xml': '<c><creator>' }), docx)).toEqual([
      'unreadable: docProps/core.xml',
    ])
    expect(await found(bytes('PK'), docx)).toEqual(['unreadable: DOCX'])
    expect(await found(word({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }), docx)).toEqual([
      'unreadable: word/document.xml',
    ])
  })
})

describe('a PDF', () => {
  const document = async (): Promise<PDFDocument> => {
    const created = await PDFDocument.create({ updateMetadata: false })
    created.addPage([10, 10])
    return created
  }

  it('names its author, and its creator only when that is no program', async () => {
    const plain = await document()
    plain.setAuthor('Анна Реес')
    plain.setCreator('Scan Program 4.1')
    plain.setProducer('Ana Reyes')
    expect(await found(await plain.save({ useObjectStreams: false }), 'application/pdf')).toEqual([
      'pdf.author: Анна Реес',
    ])
    plain.setCreator('Bo Li')
    expect(await found(await plain.save({ useObjectStreams: true }), 'application/pdf')).toEqual([
      'pdf.author: Анна Реес',
      'pdf.creator: Bo Li',
    ])
  })

  it('names who is in its XMP, packed or open, and who annotated', async () => {
    for (const packed of [true, false]) {
      const one = await document()
      const stream = packed
        ? one.context.flateStream(creator, { Type: 'Metadata' })
        : one.context.stream(creator, { Type: 'Metadata' })
      one.catalog.set(PDFName.of('Metadata'), one.context.register(stream))
      one.context.register(
        one.context.obj({ Type: 'Annot', Subtype: 'Text', T: PDFHexString.fromText('Bo') }),
      )
      one.context.register(
        one.context.obj({ Type: 'Annot', Subtype: 'Widget', T: PDFHexString.fromText('field') }),
      )
      expect((await found(await one.save(), 'application/pdf')).toSorted()).toEqual([
        'pdf.annotation: Bo',
        'xmp.author: Ana Reyes',
        'xmp.author: Bo Li',
      ])
    }
  })

  it('names an author whose name is an object of its own, and one of an earlier revision', async () => {
    const catalog = '1 0 obj <</Type/Catalog>> endobj '
    const early = '3 0 obj (Ana \\(R\\.\\)) endobj 2 0 obj <</Author 3 0 R /Company <FEFF0411043E>>> endobj '
    const late = '2 0 obj <</Author(B\\157)>> endobj trailer <</Root 1 0 R/Info 2 0 R>>'
    expect(await found(bytes(`%PDF-1.7 ${catalog}${early}${late}`), 'application/pdf')).toEqual([
      'pdf.author: Ana (R.)',
      'pdf.info: Бо',
      'pdf.author: Bo',
    ])
    const locked = `%PDF-1.7 ${catalog}${late.replace('/Info', '/Encrypt 9 0 R/Info')}`
    expect(await found(bytes(locked), 'application/pdf')).toEqual(['unreadable: PDF'])
  })

  it('is unreadable when damaged, and when it is a bomb', async () => {
    expect(await found(bytes('%PDF-1.7\nnothing'), 'application/pdf')).toContain('unreadable: PDF')
    const bomb = deflateSync(deflateSync(new Uint8Array(200 * 1024 * 1024)))
    const file = together(
      bytes(
        `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length ${bomb.length}>>\nstream\n`,
      ),
      bomb,
      bytes('\nendstream\nendobj\n'),
    )
    const before = performance.now()
    expect(await found(file, 'application/pdf')).toEqual(['unreadable: PDF'])
    expect(await found(bytes(`%PDF-1.7\n${'stream\n'.repeat(300_000)}`), 'application/pdf')).toContain(
      'unreadable: PDF',
    )
    for (const piece of [
      'stream\n',
      '/Author(',
      '<</Type/ObjStm/Filter[',
      'stream\nendobj',
      '1 0 obj /Author(endobj',
    ]) {
      const heap = bytes(`%PDF-1.7\n${piece.repeat(200_000)}`)
      expect(await found(heap, 'application/pdf')).toContain('unreadable: PDF')
    }
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})

function png(type: string, chunk: string | Uint8Array): Uint8Array {
  const part = (name: string, content: Uint8Array): Uint8Array => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return together(length, bytes(name), content, new Uint8Array(4))
  }
  const content = typeof chunk === 'string' ? bytes(chunk) : chunk
  return together(
    bytes('\x89PNG\r\n\x1a\n'),
    part('IHDR', new Uint8Array(13)),
    part(type, content),
    part('IEND', new Uint8Array()),
  )
}

/** A TIFF block with one field of characters in its first directory. */
function tiff(tag: number, characters: Uint8Array, little: boolean): Uint8Array {
  const block = Buffer.alloc(8 + 2 + 12 + 4)
  const u16 = (value: number, at: number) =>
    little ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at)
  block.write(little ? 'II' : 'MM', 0)
  u16(42, 2)
  u32(8, 4)
  u16(1, 8)
  u16(tag, 10)
  u16(2, 12)
  u32(characters.length, 14)
  u32(26, 18)
  return together(block, characters)
}
const jpeg = (marker: number, segment: Uint8Array): Uint8Array =>
  together(
    bytes('\xff\xd8\xff'),
    new Uint8Array([marker, (segment.length + 2) >> 8, (segment.length + 2) & 255]),
    segment,
    bytes('\xff\xd9'),
  )
const exif = (tag: number, characters: Uint8Array, little = true): Uint8Array =>
  together(bytes('Exif\0\0'), tiff(tag, characters, little))

describe('a picture', () => {
  it.each([
    ['exif.artist: Ana Reyes', 'image/jpeg', jpeg(0xe1, exif(0x013b, bytes('Ana Reyes\0')))],
    ['exif.copyright: Ana Reyes', 'image/jpeg', jpeg(0xe1, exif(0x8298, bytes('Ana Reyes\0'), false))],
    [
      'exif.author: Анна',
      'image/jpeg',
      jpeg(0xe1, exif(0x9c9d, new Uint8Array(Buffer.from('Анна\0', 'utf16le')))),
    ],
    [
      'iptc.byline: Ana Reyes',
      'image/jpeg',
      jpeg(0xed, bytes('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0e\x1c\x02\x50\0\x09Ana Reyes')),
    ],
    ['xmp.author: Ana Reyes', 'image/jpeg', jpeg(0xe1, bytes(`http://ns.adobe.com/xap/1.0/\0${creator}`))],
    ['image.text: Ana Reyes', 'image/png', png('tEXt', 'Author\0Ana Reyes')],
    [
      'image.text: Ana Reyes',
      'image/png',
      png('zTXt', together(bytes('Author\0\0'), deflateSync(bytes('Ana Reyes')))),
    ],
    ['image.text: Анна', 'image/png', png('iTXt', together(bytes('Author\0\0\0ru\0\0'), strToU8('Анна')))],
    ['xmp.author: Ana Reyes', 'image/png', png('iTXt', bytes(`XML:com.adobe.xmp\0\0\0\0\0${creator}`))],
    [
      'xmp.author: Ana Reyes',
      'image/png',
      png('iTXt', together(bytes('XML:com.adobe.xmp\0\x01\0\0\0'), deflateSync(bytes(creator)))),
    ],
    ['exif.artist: Ana Reyes', 'image/png', png('eXIf', tiff(0x013b, bytes('Ana Reyes\0'), true))],
    [
      'xmp.author: Ana Reyes',
      'image/gif',
      bytes(`GIF89a${xmp('<rdf:Description pdf:Author="Ana Reyes"/>')};`),
    ],
  ] as const)('%s in %s', async (line, type, content) => {
    expect((await found(content, type))[0]).toBe(line)
  })

  it('names its artist in WebP too', async () => {
    const block = tiff(0x013b, bytes('Ana Reyes\0'), true)
    const content = together(bytes('RIFF\0\0\0\0WEBPEXIF'), new Uint8Array([block.length, 0, 0, 0]), block)
    expect(await found(content, 'image/webp')).toEqual(['exif.artist: Ana Reyes'])
  })

  it('names nobody for a plain comment', async () => {
    expect(await found(png('tEXt', 'Software\0Ana Reyes'), 'image/png')).toEqual([])
  })
})

describe('an Akoma Ntoso file', () => {
  it('names its authors and editors by what they are called, and every person it refers to', async () => {
    const content = bytes(
      '<akomaNtoso><doc><meta><identification><FRBRWork><FRBRauthor href="#sc" as="#author"/></FRBRWork><FRBRManifestation><FRBRauthor href="X" as="#editor"/></FRBRManifestation></identification><references><TLCOrganization eId="sc" href="/o" showAs="The Council"/><TLCPerson eId="p" href="/p" showAs="Ana Reyes"/></references></meta></doc></akomaNtoso>',
    )
    expect(await found(content, 'application/xml')).toEqual([
      'akn.author: The Council',
      'akn.editor: X',
      'akn.person: Ana Reyes',
    ])
    expect(await found(bytes('<a>'), 'application/xml')).toEqual(['unreadable: XML'])
  })
})

describe('laws', () => {
  it.each([
    ['Ana Reyes', true],
    ['J. R. Smith', true],
    ['a@b.org', true],
    ['Иван Петров', true],
    ['Microsoft Word', false],
    ['Scan 2.0', false],
    ['draft', false],
  ])('%s looks like a person: %s', (value, person) => {
    expect(looksLikePerson(value)).toBe(person)
  })

  it('no bytes make it throw, and what is damaged never counts as clean by accident of an error', async () => {
    const created = await PDFDocument.create()
    created.setAuthor('A')
    const samples: readonly (readonly [FileType, Uint8Array])[] = [
      ['application/pdf', await created.save()],
      [
        docx,
        word({
          'docProps/core.xml': '<c><creator>A</creator></c>',
          'word/document.xml': '<w:ins w:author="B"/>',
        }),
      ],
      ['image/jpeg', jpeg(0xe1, exif(0x013b, bytes('Ana Reyes\0')))],
      ['image/png', png('iTXt', 'Author\0\x01\0\0\0xyz')],
      ['image/webp', bytes('RIFF\0\0\0\0WEBPEXIF\xff\xff\xff\xff')],
      ['image/gif', bytes('GIF89a')],
      ['application/xml', bytes('<a/>')],
    ]
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        damage,
        fc.option(fc.nat()),
        async ([type, content], hits, cut) => {
          const copy = content.slice(0, cut === null ? content.length : cut % (content.length + 1))
          for (const [at, value] of hits) if (copy.length > 0) copy[at % copy.length] = value
          expect(Array.isArray(await namesInside(copy, type))).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})
