import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { BackgroundFile } from './background-file.ts'
import { ConflictFile } from './conflict-file.ts'
import { ChangeLeadership } from './leadership.ts'
import { MeetingsFile } from './meetings-file.ts'
import { AuthoriseMember, Founding, JoinMember } from './parties.ts'
import { StipulationsFile } from './stipulations-file.ts'

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

const conflictSchema = () => ({
  $id: 'conflict.schema.json',
  title: 'A conflict for stability analysis',
  description:
    'The file that `parley bargain stability` reads: deciders, their options or moves, their preferences.',
  ...z.toJSONSchema(ConflictFile, { io: 'input' }),
})

it('publishes the JSON Schema of a conflict file as the contract has it', async () => {
  const published = JSON.parse(await readFile(new URL('./conflict.schema.json', import.meta.url), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(conflictSchema())))
})

it('publishes the JSON Schema of a file of stipulations as the contract has it', async () => {
  const path = new URL('./stipulations.schema.json', import.meta.url)
  const published = JSON.parse(await readFile(path, 'utf8'))
  const now = {
    $id: 'stipulations.schema.json',
    title: 'Stipulations and their places in time',
    description: 'The file that `parley commitments sequence` reads.',
    ...z.toJSONSchema(StipulationsFile, { io: 'input' }),
  }
  expect(published).toEqual(JSON.parse(JSON.stringify(now)))
})

it('publishes the JSON Schema of a file of events as the contract has it', async () => {
  const path = new URL('./background.schema.json', import.meta.url)
  const now = {
    $id: 'background.schema.json',
    title: 'A time line of events',
    description: 'The file that `parley background read` and the page *Background* read.',
    ...z.toJSONSchema(BackgroundFile, { io: 'input' }),
  }
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(now)))
})

it.each(['cuba-1962/conflict.json', 'cuba-1962/reversible.json', 'elmira/conflict.json'])(
  'takes the conflict %s and every field of it',
  async (name) => {
    const file = JSON.parse(await readFile(new URL(`../cases/${name}`, import.meta.url), 'utf8'))
    expect(ConflictFile.parse(file)).toEqual(file)
  },
)

it('takes statements within statements', () => {
  const statement = {
    when: { all: { a: true } },
    holds: { iff: [{ anyOf: [{ a: true }, { b: false }] }, { all: {} }] },
  }
  const file = {
    format: 'parley-conflict-1',
    name: { en: 'x' },
    options: [{ key: 'a', name: { en: 'a' }, owner: 'd' }],
    deciders: [{ key: 'd', name: { en: 'd' }, statements: [statement] }],
  }
  expect(ConflictFile.parse(file)).toEqual(file)
})

it('publishes the JSON Schema of a file of meetings as the contract has it', async () => {
  const published = JSON.parse(await readFile(new URL('./meetings.schema.json', import.meta.url), 'utf8'))
  const now = {
    $id: 'meetings.schema.json',
    title: 'Meetings: who meets when and where',
    description: 'The file that `parley meetings check` reads.',
    ...z.toJSONSchema(MeetingsFile, { io: 'input' }),
  }
  expect(published).toEqual(JSON.parse(JSON.stringify(now)))
})

it('takes an authority once on a card', () => {
  const payload = { authority: ['speak', 'sign', 'speak'] }
  expect(AuthoriseMember.safeParse(payload).success).toBe(false)
  expect(AuthoriseMember.safeParse({ authority: ['speak', 'sign'] }).success).toBe(true)
  for (const schema of [JoinMember, ChangeLeadership, Founding.shape.members.unwrap().element])
    expect(schema.shape.authority.safeParse(payload.authority).success).toBe(false)
})
