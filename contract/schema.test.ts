import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { Founding } from './parties.ts'

/** The published schema, as the contract has it now. */
const schema = () => ({
  $id: 'process.schema.json',
  title: 'A Parley process',
  description: 'The file from which `parley process create` founds a process.',
  ...z.toJSONSchema(Founding, { io: 'input' }),
})

it('publishes the JSON Schema of a process file as the contract has it', async () => {
  const published = JSON.parse(await readFile(new URL('./process.schema.json', import.meta.url), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(schema())))
})

it('takes the example and every field of it', async () => {
  const path = new URL('../cases/risk-reduction/process.json', import.meta.url)
  const file = JSON.parse(await readFile(path, 'utf8'))
  expect(Founding.parse(file)).toEqual(file)
})
