/** PA-X codes: named in both languages, and none is lost or lowered on the way into a table. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paxCategories, paxCodeOf, paxCodes } from './pax.ts'
import { agreementTable, clauseTable, type PaxTag, type TaggedClause, taggedBy } from './pax-tables.ts'

const tag: fc.Arbitrary<PaxTag> = fc.record({
  code: fc.constantFrom(...paxCodes.map(({ code }) => code), 'PpsGe', 'constructor'),
  level: fc.constantFrom(undefined, 1, 2, 3),
})
const clauses: fc.Arbitrary<readonly TaggedClause[]> = fc
  .array(fc.array(tag, { maxLength: 5 }), { maxLength: 6 })
  .map((all) => all.map((tags, i) => ({ id: `c${i}`, number: String(i + 1), tags })))

it('has each code once, as the contract writes codes, with a name of its own in both languages', () => {
  expect(new Set(paxCodes.map(({ code }) => code)).size).toBe(paxCodes.length)
  expect(new Set(paxCodes.map(({ category }) => category))).toEqual(new Set(paxCategories))
  for (const { code, name } of paxCodes) {
    expect(code).toMatch(/^[A-Za-z][A-Za-z0-9]{0,31}$/)
    expect(name.en).toMatch(/^\p{Script=Latin}/u)
    expect(name.ru).toMatch(/^\p{Script=Cyrillic}/u)
  }
  for (const language of ['en', 'ru'] as const)
    expect(new Set(paxCodes.map(({ name }) => name[language])).size).toBe(paxCodes.length)
  expect([paxCodeOf('Ce')?.scale, paxCodeOf('Terr')?.scale, paxCodeOf('ce')]).toEqual([3, 1, undefined])
})

it('writes for an agreement the highest value that any clause has, and a column for every code there is', () => {
  fc.assert(
    fc.property(clauses, (all) => {
      const [head = [], row = []] = agreementTable({ name: 'An agreement' }, all)
      expect(row.length).toBe(head.length)
      const at = new Map(head.map((name, i) => [name, row[i]]))
      for (const { code, level } of all.flatMap(({ tags }) => tags)) {
        const least = paxCodeOf(code)?.scale === 3 ? (level ?? 1) : 1
        expect(Number(at.get(code))).toBeGreaterThanOrEqual(least)
      }
      const used = new Set(all.flatMap(({ tags }) => tags.map(({ code }) => code)))
      for (const { code, scale } of paxCodes) {
        if (!used.has(code)) expect(at.get(code)).toBe('0')
        expect(Number(at.get(code))).toBeLessThanOrEqual(scale ?? 1)
      }
    }),
  )
})

it('writes a row for each clause, and says which codes the list does not have', () => {
  const made: readonly TaggedClause[] = [
    {
      id: 'a',
      number: '1',
      words: 'The Parties shall cease fire.',
      tags: [{ code: 'SsrFf' }, { code: 'Ce', level: 2 }],
    },
    { id: 'b', number: '2', tags: [{ code: 'PpsGe' }, { code: 'Ce', level: 1 }, { code: 'Terr', level: 3 }] },
    { id: 'c', number: '3', tags: [] },
  ]
  expect(clauseTable(made)).toEqual([
    ['number', 'id', 'words', 'codes', 'not_in_list'],
    ['1', 'a', 'The Parties shall cease fire.', 'Ce=2 SsrFf=1', ''],
    ['2', 'b', '', 'Ce=1 Terr=1 PpsGe=1', 'PpsGe'],
    ['3', 'c', '', '', ''],
  ])
  const notes = { name: 'Accord', signed: '2031-01-02', parties: ['Norland', 'Front'], characters: 30 }
  const [head = [], row = []] = agreementTable(notes, made)
  const cell = (name: string) => row[head.indexOf(name)]
  expect(['Agt', 'Dat', 'Part', 'N_characters', 'Con', 'Ce', 'PpsGe'].map(cell)).toEqual([
    ...['Accord', '2031-01-02', 'Norland; Front', '30', '', '2', '1'],
  ])
})

it('takes the codes of stipulations as tags of the clauses they quote', () => {
  const stipulations = [
    { clause: 'a', codes: ['Ce', 'SsrFf'] },
    { clause: 'a', codes: ['Ce'] },
    { clause: 'x', codes: ['Terr'] },
  ]
  expect(
    taggedBy(
      [
        { id: 'a', number: '1' },
        { id: 'b', number: '2' },
      ],
      stipulations,
    ),
  ).toEqual([
    { id: 'a', number: '1', tags: [{ code: 'Ce' }, { code: 'SsrFf' }] },
    { id: 'b', number: '2', tags: [] },
  ])
})
