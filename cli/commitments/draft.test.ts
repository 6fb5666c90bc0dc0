/** `parley commitments draft`, as a drafter uses it. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { DraftStep } from '#domain/commitments/drafting/candidates.ts'
import { called } from '../testing/called.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-draft-'))
afterAll(() => rm(folder, { recursive: true }))

const paper = async (language: 'eng' | 'rus', clauses: readonly string[]): Promise<string> => {
  const path = join(folder, `${language}-${clauses.length}.xml`)
  const paragraphs = clauses.map(
    (words, i) =>
      `<paragraph eId="para_${i + 1}"><num>${i + 1}.</num><content><p>${words}</p></content></paragraph>`,
  )
  const meta = `<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="${language}"/></FRBRExpression></identification></meta>`
  await writeFile(
    path,
    `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="x">${meta}<mainBody>${paragraphs.join('')}</mainBody></statement></akomaNtoso>`,
  )
  return path
}

const english = [
  'The Government shall lift the blockade by 1 May 2027, verified by the Mission.',
  'All prisoners shall be released in due course.',
]
const russian = [
  'Правительство снимает блокаду до 1 мая 2027 года под наблюдением Миссии.',
  'Все пленные будут освобождены до 1 июня 2027 года.',
]

describe('a draft', () => {
  it('is shown clause by clause, with what each lacks and the words that say so', async () => {
    const { code, out } = await called(['commitments', 'draft', await paper('eng', english)])
    expect(code).toBe(1)
    expect(out).toContain('1.: 3 enforceable mechanism')
    expect(out).toContain('who: “The Government”')
    expect(out).toContain('! It is in the passive voice, and does not say by whom.')
    expect(out).toContain('when (vague): “in due course”')
    expect(out).toContain('2 clauses, 2 candidates')
  })

  it('in two languages says where they lack different things, in the language of the reader', async () => {
    const files = [await paper('rus', russian), await paper('eng', english)]
    const { out } = await called(['commitments', 'draft', ...files, '--lang', 'ru'])
    expect(out).toContain('Здесь языки расходятся')
    expect(out).toContain('только по-английски: Срок назван словами')
    const { out: json } = await called([
      ...['commitments', 'draft', ...files, '--json', '--actors'],
      'gov=Government,Правительство;mission=Mission,Миссия',
    ])
    const { steps } = JSON.parse(json) as { steps: DraftStep[] }
    expect(steps.map(({ differs }) => differs)).toEqual([[], ['vague-date']])
    for (const language of ['en', 'ru'] as const) {
      const [first] = steps[0]?.readings[language]?.candidates ?? []
      expect([first?.bound, first?.due, first?.demand.verification[0]?.verifier?.key]).toEqual([
        ['gov'],
        { kind: 'date', date: '2027-05-01' },
        'mission',
      ])
    }
  })

  it('that cannot be read, or is given in one language twice, is refused with what is wrong', async () => {
    const one = await paper('eng', english)
    const broken = join(folder, 'broken.xml')
    await writeFile(broken, '<akomaNtoso><a></akomaNtoso>')
    for (const [words, said] of [
      [[], /give FILE\.xml/],
      [[broken], /broken\.xml/],
      [[one, one], /are both in en/],
      [[one, '--actors', 'gov'], /KEY=Name/],
      [[one, '--lang', 'fr'], /--lang is one of/],
    ] as const) {
      const { code, out, err } = await called(['commitments', 'draft', ...words])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(said)
    }
  })

  it('is the one that the page shows', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/drafting-meter.md'), 'utf8')
    const [, clause = '', shown = ''] = page.match(/```\n(\d\. .*?)\n```[\s\S]*?```\n(1\.: .*?)\n```/s) ?? []
    const { out } = await called(['commitments', 'draft', await paper('eng', [clause.replace(/^1\. /, '')])])
    expect(shown).not.toBe('')
    expect(out).toContain(shown)
  })
})

const package2015 = join(import.meta.dirname, '../../../shared/cases/un/S_RES_2202.en.xml')

it.skipIf(!existsSync(package2015))(
  'shows the thirteen steps of S/RES/2202 (skipped when ../shared/cases is not there)',
  async () => {
    const { code, out } = await called(['commitments', 'draft', package2015])
    expect(code).toBe(1)
    expect(out).toMatch(
      /\n9\.: 2 mechanism\n {2}! Nobody is named who will see .*\n {2}! It waits for something that names no/,
    )
  },
)
