import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesInside } from './authorship.ts'
import { mostInStream, mostObjects, mostUnpacked, type PdfObjects, pdfObjects } from './pdf-objects.ts'

interface ObjectStream {
  readonly pairs: string
  readonly objects: string
  /** Where the objects are said to begin; the end of the pairs when nothing is said. */
  readonly first?: number
  readonly packed?: boolean
}

const streamOf = ({ pairs, objects, first = pairs.length, packed = true }: ObjectStream): Buffer => {
  const plain = Buffer.from(pairs + objects, 'latin1')
  const content = packed ? deflateSync(plain) : plain
  const filter = packed ? '/Filter/FlateDecode' : ''
  return Buffer.concat([
    Buffer.from(`9 0 obj <</Type/ObjStm/N 1/First ${first}${filter}>> stream\n`),
    content,
    Buffer.from('\nendstream endobj\n'),
  ])
}
const pdf = (...streams: readonly ObjectStream[]): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n'), ...streams.map(streamOf)])

/** How many characters of work an answer is; nothing that comes after looks at more. */
const characters = ({ objects }: PdfObjects): number =>
  objects.reduce((sum, object) => sum + object.length, 0)
// "9999999999 0 obj " in front of every object.
const longestLabel = 17

describe('streams of objects', () => {
  it('are taken apart at their offsets', () => {
    const { objects, whole } = pdfObjects(pdf({ pairs: '3 0 4 8 ', objects: '<</A 1>><</B 2>>' }))
    expect(objects).toEqual(expect.arrayContaining(['3 0 obj <</A 1>>', '4 0 obj <</B 2>>']))
    expect(whole).toBe(true)
  })

  it('whose offsets go back and forth are not taken apart, however small the file', async () => {
    const far = 24 * 1024 * 1024
    const pairs = Array.from({ length: 10_000 }, (_, i) => `${i} ${i % 2 === 0 ? 0 : far}`).join(' ')
    const file = pdf({ pairs: `${pairs} `, objects: ' '.repeat(far + 1) })
    expect(file.length).toBeLessThan(100_000)
    const found = pdfObjects(file)
    expect(found.whole).toBe(false)
    expect(characters(found)).toBeLessThan(file.length)
    expect(await namesInside(file, 'application/pdf')).toContainEqual({ where: 'unreadable', name: 'PDF' })
  })

  it.each([
    ['an offset beyond the end', { pairs: '3 0 4 900 ', objects: '<</A 1>>' }],
    ['an odd number of figures', { pairs: '3 0 4 ', objects: '<</A 1>>' }],
    ['figures that are none', { pairs: '3 x ', objects: '<</A 1>>' }],
    ['a beginning beyond the end', { pairs: '3 0 ', objects: '<</A 1>>', first: 99 }],
    ['too many objects', { pairs: '1 0 '.repeat(mostInStream + 1), objects: '' }],
  ])('with %s make the file one that is not wholly read', (_, stream) => {
    expect(pdfObjects(pdf(stream)).whole).toBe(false)
  })

  it('are not looked into beyond a number of objects in all', () => {
    const full: ObjectStream = { pairs: '1 0 '.repeat(mostInStream), objects: '' }
    const found = pdfObjects(pdf(...Array.from({ length: 20 }, () => full)))
    expect([found.objects.length, found.whole]).toEqual([mostObjects, false])
    const many = pdfObjects(Buffer.from('endobj'.repeat(mostObjects + 10)))
    expect([many.objects.length, many.whole]).toEqual([mostObjects, false])
  })

  it('are not unpacked beyond a number of bytes in all', () => {
    const large: ObjectStream = { pairs: '1 0 ', objects: ' '.repeat(30 * 1024 * 1024) }
    const found = pdfObjects(pdf(large, large, large, large, large))
    expect(found.unpacked).toBeLessThanOrEqual(mostUnpacked)
    expect(found.whole).toBe(false)
    expect(characters(found)).toBeLessThan(mostUnpacked)
  })

  it('are looked into also after very many streams of metadata, or the file is not wholly read', async () => {
    const metadata = Buffer.from('2 0 obj <</Type/Metadata>> stream\nx\nendstream endobj\n'.repeat(600))
    const hidden = streamOf({ pairs: '3 0 ', objects: '<</Author(Ana Reyes)>>' })
    const names = await namesInside(Buffer.concat([pdf(), metadata, hidden]), 'application/pdf')
    expect(names).toContainEqual({ where: 'pdf.author', name: 'Ana Reyes' })
    expect(names).toContainEqual({ where: 'unreadable', name: 'PDF' })
  })
})

describe('laws', () => {
  const offset = fc.oneof(fc.nat(300), fc.constantFrom(0, 1, 199, 200, 201, 9_999_999_999))
  const anyPairs = fc
    .array(fc.tuple(fc.nat(50), offset), { maxLength: 60 })
    .chain((pairs) => fc.boolean().map((sorted) => (sorted ? pairs.toSorted((a, b) => a[1] - b[1]) : pairs)))
    .map((pairs) => pairs.map((pair) => `${pair.join(' ')} `).join(''))
  const anyStream: fc.Arbitrary<ObjectStream> = fc
    .record({
      pairs: fc.oneof(anyPairs, fc.string({ maxLength: 40 })),
      objects: fc.string({ maxLength: 400, unit: fc.constantFrom('/', '(', ')', '<', '>', ' ', 'A', '0') }),
      first: fc.option(fc.nat(600), { nil: undefined }),
      packed: fc.boolean(),
    })
    .map(({ first, ...stream }) => (first === undefined ? stream : { ...stream, first }))

  it('the work is bounded by what the file and its streams hold, whatever their offsets say', () => {
    fc.assert(
      fc.property(fc.array(anyStream, { maxLength: 6 }), (streams) => {
        const file = pdf(...streams)
        const found = pdfObjects(file)
        const held = file.length + found.unpacked
        expect(found.unpacked).toBeLessThanOrEqual(mostUnpacked)
        expect(found.objects.length).toBeLessThanOrEqual(Math.min(mostObjects, held))
        expect(characters(found)).toBeLessThanOrEqual(held + longestLabel * found.objects.length)
      }),
      { numRuns: 500 },
    )
  })

  it('a stream that is as it should be gives every object once', () => {
    const anyObjects = fc.array(
      fc.string({ maxLength: 20, unit: fc.constantFrom('/', 'A', '<', '>', ' ') }),
      {
        maxLength: 50,
      },
    )
    fc.assert(
      fc.property(anyObjects, (objects) => {
        let at = 0
        const pairs = objects.map((object, i) => {
          const pair = `${i} ${at} `
          at += object.length
          return pair
        })
        const found = pdfObjects(pdf({ pairs: pairs.join(''), objects: objects.join('') }))
        expect(found.whole).toBe(true)
        expect(found.objects).toEqual(
          expect.arrayContaining(objects.map((object, i) => `${i} 0 obj ${object}`)),
        )
      }),
    )
  })
})
