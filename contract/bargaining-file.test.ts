import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { readExact } from '#domain/bargaining/exact.ts'
import { Agenda, Estimate, Figure } from './bargaining.ts'
import { BargainingFile } from './bargaining-file.ts'

/** The published schema, as the contract has it now. */
const schema = () => ({
  $id: 'bargaining-file.schema.json',
  title: 'A case for analysis',
  description: 'What is negotiated and what it is worth to each party: a file of `parley bargain`.',
  ...z.toJSONSchema(BargainingFile, { io: 'input' }),
})

it('publishes the JSON Schema of a bargaining file as the contract has it', async () => {
  const published = JSON.parse(
    await readFile(new URL('./bargaining-file.schema.json', import.meta.url), 'utf8'),
  )
  expect(published).toEqual(JSON.parse(JSON.stringify(schema())))
})

it('takes as a figure exactly what the domain reads as a number', () => {
  const pieces = fc.array(
    fc.constantFrom('0', '1', '25', '.', '-', '+', '/', 'e', 'E', '-3', ' ', '', 'x', '1234'),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const said = parts.join('')
      expect(Figure.safeParse(said).success).toBe(readExact(said) !== undefined)
    }),
    { numRuns: 3000 },
  )
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (said) => {
      expect(Figure.safeParse(said).success).toBe(readExact(said) !== undefined)
    }),
  )
})

it('refuses estimates upside down, both options and a range, and more than people enter', () => {
  expect(Estimate.safeParse({ least: '1/2', most: '0.4' }).success).toBe(false)
  expect(Estimate.safeParse({ least: '1/3', most: '0.4' }).success).toBe(true)
  const option = (id: string) => ({ id, name: { en: id } })
  const agenda = (issue: object) => ({
    baskets: [],
    issues: [{ id: 'a', name: { en: 'A' }, ...issue }],
    constraints: [],
  })
  const many = Array.from({ length: 201 }, (_, i) => option(`o${i}`))
  const taken = (schema: z.ZodType, issue: object) => schema.safeParse(agenda(issue)).success
  expect(taken(Agenda, { options: [option('x')] })).toBe(true)
  expect(taken(Agenda, { options: [option('x')], range: { from: 1, to: 2 } })).toBe(false)
  expect(taken(Agenda, { options: [], range: { from: 1, to: 20_001 } })).toBe(false)
  expect(taken(Agenda, { options: many })).toBe(false)
  expect(BargainingFile.safeParse({ name: 'x', agenda: agenda({ options: many }), worths: [] }).success).toBe(
    true,
  )
})
