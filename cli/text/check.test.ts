/** `parley text check`: findings with both passages, counts, exit codes, and clear words for what cannot be read. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BadUsage, type Call } from '../command.ts'
import { checkLanguages } from './check.ts'
import { compileDrafts } from './compile.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-check-'))
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = async (positionals: readonly string[], values: Call['values'] = {}, command = checkLanguages) => {
  const said: string[] = []
  const log = console.log
  console.log = (line: unknown) => said.push(`${line}`)
  try {
    return { ending: await command({ positionals, values }), out: said.join('\n') }
  } catch (error) {
    if (error instanceof BadUsage) return { ending: 2, out: error.message }
    throw error
  } finally {
    console.log = log
  }
}

const paper = (
  language: string,
  ...clauses: readonly string[]
): string => `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="text"><meta>
<identification source="#none"><FRBRWork><FRBRthis value="/x"/><FRBRuri value="/x"/><FRBRdate date="2026-01-01" name="x"/>
<FRBRauthor href="#x"/><FRBRcountry value="xx"/></FRBRWork><FRBRExpression><FRBRthis value="/x"/><FRBRuri value="/x"/>
<FRBRdate date="2026-01-01" name="x"/><FRBRauthor href="#x"/><FRBRlanguage language="${language}"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/x"/><FRBRuri value="/x"/><FRBRdate date="2026-01-01" name="x"/><FRBRauthor href="#x"/>
</FRBRManifestation></identification></meta><mainBody>${clauses
  .map(
    (words, i) => `<paragraph eId="p${i}"><num>${i + 1}.</num><content><p>${words}</p></content></paragraph>`,
  )
  .join('')}</mainBody></statement></akomaNtoso>`

const en = file(
  'en.xml',
  paper(
    'eng',
    'The Parties shall meet within 30 days.',
    'This Protocol shall remain in force for five years.',
  ),
)
const ru = file(
  'ru.xml',
  paper('rus', 'Стороны встречаются в течение 30 дней.', 'Настоящий Протокол остаётся в силе пять лет.'),
)
const other = file(
  'other.xml',
  paper('rus', 'Стороны встречаются в течение 20 дней.', 'Настоящий Протокол остаётся в силе пять лет.'),
)

describe('parley text check', () => {
  it('says nothing of two papers that say the same, and ends well', async () => {
    const { ending, out } = await run([en, ru])
    expect([ending, out]).toEqual([
      0,
      'checked 2 clauses: 0 divergences, 0 doubts, 0 clauses in one language alone',
    ])
  })

  it('prints the clause, the sentence and both passages; the order of the papers does not matter', async () => {
    const { ending, out } = await run([other, en])
    expect(ending).toBe(1)
    expect(out.split('\n')).toEqual([
      '1.  divergence, numbers: English says 30, Russian says 20.',
      '    en  The Parties shall meet within ⟦30⟧ days.',
      '    ru  Стороны встречаются в течение ⟦20⟧ дней.',
      'checked 2 clauses: 1 divergences, 0 doubts (numbers 1), 0 clauses in one language alone',
    ])
    const russian = await run([en, other], { lang: 'ru' })
    expect(russian.out).toContain('В английском тексте 30, в русском 20.')
    const json = JSON.parse((await run([en, other], { json: true })).out)
    expect(json.findings).toMatchObject([
      { clause: '1.', code: 'numbers.differ', en: { words: '30' }, ru: { words: '20' } },
    ])
  })

  it('a clause that one language does not have is a finding', async () => {
    const short = file('short.xml', paper('rus', 'Стороны встречаются в течение 30 дней.'))
    const { ending, out } = await run([en, short])
    expect(ending).toBe(1)
    expect(out).toContain('2.  stands in en alone: This Protocol shall remain in force')
  })

  it('reads a compiled text, alternative by alternative', async () => {
    const text = join(folder, 'text.json')
    const second = file(
      'second.en.xml',
      paper(
        'eng',
        'The Parties shall meet within 40 days.',
        'This Protocol shall remain in force for five years.',
      ),
    )
    const wrong = file(
      'second.ru.xml',
      paper('rus', 'Стороны встречаются в течение 50 дней.', 'Настоящий Протокол остаётся в силе пять лет.'),
    )
    await run([en, ru, second, wrong], { sponsors: 'US,RU', output: text }, compileDrafts)
    const { ending, out } = await run([text])
    expect(ending).toBe(1)
    expect(out).toContain('1. [RU]  divergence, numbers: English says 40, Russian says 50.')
    expect(out).not.toContain('[US]')
  })

  it('reads many pairs, packed or not, and says how many of the known divergences it found', async () => {
    const lines = [
      { doc: 'd', eid: 'a', en: 'resolution 2500 (2019)', ru: 'резолюция 2550 (2019)' },
      { doc: 'd', eid: 'b', en: 'within 30 days', ru: 'в течение 30 дней' },
    ]
      .map((pair) => JSON.stringify(pair))
      .join('\n')
    const known = file('known.json', JSON.stringify([{ doc: 'd', eid: 'a', en: '2500', ru: '2550' }]))
    const packed = file('pairs.jsonl.gz', gzipSync(lines))
    for (const pairs of [file('pairs.jsonl', lines), packed]) {
      const { ending, out } = await run([], { pairs, known })
      expect(ending).toBe(1)
      expect(out).toContain(
        'checked 2 pairs: all 1 known divergences found, 0 alarms on 2 numeric pairs (0.00 per 100)',
      )
    }
    const unknown = file('unknown.json', JSON.stringify([{ doc: 'd', eid: 'b', en: '30', ru: '20' }]))
    expect((await run([], { pairs: packed, known: unknown })).out).toContain(
      'missed: d b: English 30, Russian 20',
    )
    expect((await run([], { pairs: packed })).out).toContain(
      'checked 2 pairs: 1 alarms on 2 numeric pairs (50.00 per 100)',
    )
  })

  it('says what cannot be read, and where', async () => {
    expect(await run([])).toMatchObject({ ending: 2 })
    expect((await run([en, en])).out).toContain('"ru"')
    expect((await run([], { pairs: file('bad.jsonl', '{"en": "a", "ru": "б"}\n{"en": 1}') })).out).toContain(
      'bad.jsonl line 2',
    )
    expect((await run([], { pairs: file('broken.jsonl', '{"en"') })).out).toContain('line 1 is not JSON')
    expect((await run([], { pairs: file('broken.gz', Buffer.from([0x1f, 0x8b, 8, 0])) })).out).toContain(
      'cannot be unpacked',
    )
    expect((await run([en, ru], { lang: 'fr' })).out).toContain('--lang ru')
    expect((await run([en], { pairs: en })).out).toContain('not both')
    expect((await run([en, ru], { known: en })).out).toContain('--known goes with --pairs')
    expect((await run([file('nothing.json', '{}')])).out).toContain('is not a text')
  })
})
