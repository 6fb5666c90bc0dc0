/** Files that somebody made to read what is not theirs, or to bring a reader down. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readCase } from './reading.ts'
import { writeXlsx } from './sheet.ts'

const root = mkdtempSync(join(tmpdir(), 'parley-hostile-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const given = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(root, name), content)
  return join(root, name)
}
const refusal = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = given(name, content)
  const read = await readCase(path).catch((error: Error) => error.message.replaceAll(path, 'FILE'))
  return typeof read === 'string' ? read : `read: ${JSON.stringify(read)}`
}

const profile = (inside: string, before = ''): string =>
  `${before}<utility_space><objective index="0" name="o"><issue index="1" name="A" type="discrete">${inside}</issue><weight index="1" value="1"/></objective></utility_space>`

describe('an XML file', () => {
  it('never brings in another file', async () => {
    const secret = given('secret.txt', 'the reservation is 42')
    const url = pathToFileURL(secret).href
    const system = `<!DOCTYPE utility_space [<!ENTITY it SYSTEM "${url}">]>`
    for (const inside of ['<item value="&it;"/>', '<item value="x">&it;</item>', '<item value="x"/>'])
      expect(await refusal('xxe.xml', profile(inside, system))).toMatch(
        /^FILE:\d+:\d+: The file cannot be read: /,
      )
    const parameter = `<!DOCTYPE utility_space [<!ENTITY % it SYSTEM "${url}"> %it;]>`
    expect(await refusal('xxe.xml', profile('<item value="x"/>', parameter))).toMatch(/^FILE:\d+:\d+: /)
    const external = `<!DOCTYPE utility_space SYSTEM "${url}">`
    expect(await refusal('xxe.xml', profile('<item value="x"/>', external))).toMatch(/^FILE:\d+:\d+: /)
    const include = profile(
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="${url}"/><item value="x"/>`,
    )
    expect(await refusal('xi.xml', include)).not.toContain('42')
  })

  it('never unfolds into more than it is', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
    const laughs = `<?xml version="1.0"?><!DOCTYPE utility_space [<!ENTITY l0 "lol">${lines.join('')}]>`
    const started = performance.now()
    expect(await refusal('laughs.xml', profile('<item value="&l12;"/>', laughs))).toMatch(/^FILE:\d+:\d+: /)
    expect(await refusal('deep.xml', `<utility_space>${'<objective>'.repeat(100_000)}`)).toMatch(
      /^FILE:\d+:\d+: /,
    )
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('is refused where it says something that a case cannot hold', async () => {
    const inside = '\n<issue index="2" name="P" type="real" lowerbound="0" upperbound="1"/>'
    expect(
      await refusal('real.xml', profile('<item value="x"/>').replace('<weight', `${inside}<weight`)),
    ).toBe('FILE:2:1: A case has no place for this: type="real".')
    expect(
      await refusal(
        'wide.xml',
        profile('').replace('type="discrete"', 'type="integer" lowerbound="0" upperbound="20000"'),
      ),
    ).toMatch(/^FILE:1:\d+: .*0\.\.20000\.$/)
    expect(
      await refusal(
        'rules.xml',
        '<utility_space type="constraint"><objective name="o">\n <issue index="1" name="A"><item value="x"/></issue><rules/></objective></utility_space>',
      ),
    ).toMatch(/^FILE:2:\d+: A case has no place for this: <rules>\.$/)
    expect(await refusal('figure.xml', profile('\n\n  <item value="x" evaluation="many"/>'))).toBe(
      'FILE:3:3: “many” is not a number that can stand here.',
    )
  })

  it('has its errors where they were before it was mended', async () => {
    expect(
      await refusal(
        'open.xml',
        '\n<?xml version="1.0"?>\n<utility_space>\n <item value="Fish & Chips"type="a"></itm>',
      ),
    ).toMatch(/^FILE:4:(3[4-9]|4[0-4]): The file cannot be read: .*itm/)
  })
})

describe('a YAML or JSON file', () => {
  it('never unfolds into more than it is', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(10)}]`)
    expect(await refusal('bomb.yml', `l0: &l0 x\n${lines.join('\n')}\n`)).toMatch(
      /^FILE:\d+:\d+: .*too many values\.$/,
    )
    expect(await refusal('self.yml', 'a: &a [*a]\n')).toMatch(/^FILE:\d+:\d+: /)
    expect(await refusal('deep.json', '['.repeat(100_000))).toMatch(/^FILE:\d+:\d+: /)
    expect(await refusal('deep.json', '['.repeat(5000) + ']'.repeat(5000))).toMatch(/^FILE:\d+:\d+: /)
  })

  it('larger than 8 MB is not unfolded into a tree, nor one larger than 64 MB read at all', async () => {
    expect(await refusal('large.json', `[${'1,'.repeat(5 * 1024 * 1024)}1]`)).toMatch(/^FILE:1:1: .*8 MB\.$/)
    const huge = given('huge.xml', '<')
    truncateSync(huge, 65 * 1024 * 1024)
    await expect(readCase(huge)).rejects.toThrow(/huge\.xml:1:1: larger than 64 MB$/)
  })

  it('gives tags no meaning, and takes no key twice', async () => {
    expect(await refusal('tag.yml', '!!python/object:os.system {issues: [x]}')).toMatch(/^FILE:1:\d+: /)
    expect(await refusal('twice.json', '{"agenda": 1,\n "agenda": 2}')).toMatch(/^FILE:2:2: /)
  })

  it('of our own is refused at the place that is wrong', async () => {
    const own = (more: string): string =>
      `{"name": "x", "agenda": {"baskets": [], "issues": [{"id": "A", "name": {"en": "A"},\n "options": [{"id": "x", "name": {"en": "x"}}]}],\n "constraints": []}, "worths": [\n  ${more}]}`
    const worth = (more: string): string =>
      `{"party": "US", "issues": {}, "normalised": "as-given", "interdependence": [], "redLines": [], "constraints": [], "comparisons": [], ${more}}`
    expect(await refusal('own.json', own(worth('"reservation": "much"')))).toMatch(
      /^FILE:4:\d+: .*worths\.0\.reservation/,
    )
    expect(await refusal('own.json', own(worth('"batna": {"A": "y"}')))).toMatch(/^FILE:4:\d+: .*A: y\.$/)
    expect(await refusal('own.json', own(worth('"batna": {"A": "x"}')))).toMatch(/^read: /)
    expect(await refusal('own.json', own(worth('"more": 1')))).toMatch(/^FILE:4:\d+: /)
    expect(await refusal('own.json', own('').replaceAll('"A"', '"__proto__"'))).toMatch(
      /^FILE:\d+:\d+: .*JSON cannot carry/,
    )
  })
})

describe('a workbook', () => {
  const sheet = 'xl/worksheets/sheet1.xml'
  const parts = async (): Promise<Record<string, Uint8Array>> =>
    unzipSync(
      await writeXlsx([
        ['issue', 'option', 'US'],
        ['A', 'x', '1'],
      ]),
    )

  it('never unpacks to more than it may, whatever its directory says', async () => {
    const bomb = zipSync({ ...(await parts()), [sheet]: new Uint8Array(80 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal('bomb.xlsx', bomb)).toMatch(/^FILE:1:1: .*larger than 16 MB/)
    const lying = Buffer.from(bomb)
    const name = lying.lastIndexOf(Buffer.from(sheet))
    lying.writeUInt32LE(1000, name - 46 + 24)
    expect(await refusal('lying.xlsx', lying)).toMatch(/^FILE:1:1: .*larger than 16 MB/)
  })

  it('with a cell in the last corner of the sheet takes no room for what lies between', async () => {
    const whole = await parts()
    const text = strFromU8(whole[sheet] ?? new Uint8Array())
    const moved = (row: string, cell: string) =>
      zipSync({
        ...whole,
        [sheet]: strToU8(text.replaceAll('C2"', `${cell}"`).replace('<row r="2"', `<row r="${row}"`)),
      })
    expect(await refusal('corner.xlsx', moved('1048576', 'XFD1048576'))).toMatch(/^FILE:1048576:16384: /)
    expect(await refusal('low.xlsx', moved('1048576', 'C1048576'))).toMatch(/^read: /)
  })

  it('is read in its first sheet, in its order, with words in runs and inline', async () => {
    const whole = await parts()
    const text = strFromU8(whole[sheet] ?? new Uint8Array())
    const rows =
      '<row><c t="inlineStr"><is><t>issue</t></is></c><c t="inlineStr"><is><r><t>opt</t></r><r><t>ion</t></r></is></c><c t="str"><v>US</v></c></row>' +
      '<row r="5"><c r="A5" t="inlineStr"><is><t>A</t></is></c><c r="B5"><v>12</v></c><c r="C5"><v>0.28999999999999998</v></c></row>' +
      '<row r="6"><c r="B6" t="inlineStr"><is><t>y</t></is></c><c r="C6" t="e"><v>#N/A</v></c></row>'
    const made = (inside: string) =>
      zipSync({
        ...whole,
        [sheet]: strToU8(text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${inside}</sheetData>`)),
      })
    expect(await refusal('sheet.xlsx', made(rows))).toBe(
      'FILE:6:3: “#N/A” is not a number that can stand here.',
    )
    const read = await readCase(given('sheet.xlsx', made(rows.replace('#N/A', '3'))))
    expect(read.worths[0]?.issues.A?.options).toEqual({ '12': '0.29', y: '3' })
  })

  it('that is none is refused', async () => {
    expect(await refusal('none.xlsx', zipSync({ 'word/document.xml': strToU8('<a/>') }))).toMatch(
      /^FILE:1:1: /,
    )
    expect(await refusal('cut.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]))).toMatch(/^FILE:1:1: /)
  })
})

describe('anything else', () => {
  it('is refused with what it is missing', async () => {
    expect(await refusal('none.txt', '')).toMatch(/^FILE:1:1: /)
    expect(await refusal('none.csv', 'a,b\n1,2\n')).toBe(
      'FILE:1:1: Something is missing here: issue, option.',
    )
    expect(await refusal('none.json', '{"a": 1}')).toBe(
      'FILE:1:1: This is none of the known formats of a case.',
    )
    await expect(readCase(join(root, 'not-there'))).rejects.toThrow(/cannot be read: ENOENT$/)
    expect(readFileSync(join(root, 'none.csv'), 'utf8')).toBe('a,b\n1,2\n')
  })
})
