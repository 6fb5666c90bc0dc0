import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wallsLint } from './database/walls.ts'
import { type Prepared, prepare } from './testing/prepared.ts'
import { gather, walk } from './testing/walk.ts'

let prepared: Prepared
let owner: pg.Client
let seatRole: string

beforeAll(async () => {
  prepared = await prepare([])
  owner = await prepared.table.installation.owner()
  seatRole = owner.escapeIdentifier(prepared.table.founded.roles.us ?? '')
})
afterAll(async () => {
  await owner.end()
  await prepared.table.close()
})

const lint = () => wallsLint(owner, prepared.table.installation.names)
const seat = 'room_id in (select s.room_id from parley.sits s where s.role = current_user)'

/** What the lint says while this holds; afterwards everything is as before. */
const lintWhile = async (...statements: readonly string[]): Promise<readonly string[]> => {
  await owner.query('begin')
  try {
    for (const statement of statements) await owner.query(statement)
    return await lint()
  } finally {
    await owner.query('rollback')
  }
}

describe('when a wall is broken', () => {
  it.each(['objects', 'rooms'])(
    'the walk sees canaries where parley.%s is open to every seat, and the lint names it',
    async (name) => {
      await owner.query(`alter policy seat on parley.${name} using (true)`)
      try {
        const table = await prepared.table.reopen()
        const walkers = await gather(table, ['us-head', 'ru-head', 'observer', 'public'])
        const { sightings } = await walk({ ...prepared, table, walkers }, { enough: 20 })
        walkers.close()
        await table.app.close()
        const seats = new Set(sightings.map((each) => each.seat))
        expect(seats).toEqual(new Set(['us', 'ru', 'observer', 'public']))
        expect(await lint()).toEqual([`policy of another shape: parley.${name}.seat`])
      } finally {
        await owner.query(`alter policy seat on parley.${name} using (${seat})`)
      }
      expect(await lint()).toEqual([])
    },
  )

  it.each([
    'rooms',
    'sits',
    'logs',
    'objects',
    'acts',
    'files',
    'heads',
    'tiles',
    'entries',
    'anchorings',
    'cosignatures',
  ])('the lint names every way of breaking the walls of parley.%s', async (name) => {
    const table = `parley.${name}`
    const shape = `policy of another shape: ${table}`
    const forced = `table without forced row security: ${table}`
    expect(await lintWhile(`alter policy seat on ${table} using (true)`)).toEqual([`${shape}.seat`])
    expect(await lintWhile(`alter policy seat on ${table} with check (true)`)).toEqual([`${shape}.seat`])
    expect(await lintWhile(`create policy also on ${table} using (true)`)).toEqual([`${shape}.also`])
    expect(
      await lintWhile(`create policy founding2 on ${table} for insert to public with check (true)`),
    ).toEqual([`${shape}.founding2`])
    expect(await lintWhile(`alter table ${table} disable row level security`)).toEqual([forced])
    expect(await lintWhile(`alter table ${table} no force row level security`)).toEqual([forced])
    expect(await lintWhile(`grant delete on ${table} to ${seatRole}`)).toContainEqual(
      expect.stringContaining(`delete on ${table}`),
    )
    expect(await lintWhile(`grant truncate on ${table} to ${seatRole}`)).toContainEqual(
      expect.stringContaining(`truncate on ${table}`),
    )
  })

  it.each(['rooms', 'sits', 'logs'])(
    'the lint names the founding of parley.%s when it is open to all',
    async (name) => {
      const found = await lintWhile(`alter policy founding on parley.${name} to public`)
      expect(found).toEqual([`policy of another shape: parley.${name}.founding`])
    },
  )

  it('the lint names every table of the door whose policy is gone or that a seat can read', async () => {
    const { rows } = await owner.query<{ name: string }>(
      "select polrelid::regclass::text as name from pg_policy p where p.polname = 'door'",
    )
    expect(rows).toHaveLength(9)
    for (const { name } of rows) {
      expect(await lintWhile(`drop policy door on ${name}`)).toEqual([`table without a policy: ${name}`])
      expect(await lintWhile(`grant select on ${name} to ${seatRole}`)).toEqual([
        expect.stringContaining(`select on ${name}`),
      ])
    }
  })

  it('the lint names a single column of the door or of the record that a seat may read or change', async () => {
    expect(await lintWhile(`grant select (token_hash) on door.sessions to ${seatRole}`)).not.toEqual([])
    expect(await lintWhile(`grant select (role) on door.seats to public`)).not.toEqual([])
    expect(await lintWhile(`grant update (payload) on parley.acts to ${seatRole}`)).not.toEqual([])
    expect(await lintWhile(`grant update (room_id) on parley.objects to ${seatRole}`)).not.toEqual([])
  })

  it('the lint names every way in which the sequencer could read words, or more than it publishes', async () => {
    const record = owner.escapeIdentifier(prepared.table.installation.names.record)
    const what = 'sequencer that can read words, or rewrite what was done'
    expect(await lintWhile(`grant select (payload) on parley.acts to ${record}`)).toEqual([
      `${what}: select of parley.acts.payload`,
    ])
    expect(await lintWhile(`grant select (salt) on parley.acts to ${record}`)).not.toEqual([])
    expect(await lintWhile(`grant update (leaf) on parley.acts to ${record}`)).not.toEqual([])
    expect(await lintWhile(`grant select on parley.objects to ${record}`)).not.toEqual([])
    expect(await lintWhile(`grant update on parley.entries to ${record}`)).not.toEqual([])
    expect(await lintWhile(`grant delete on parley.heads to ${record}`)).not.toEqual([])
    expect(await lintWhile(`alter policy record on parley.acts to ${record}, ${seatRole}`)).not.toEqual([])
    expect(await lintWhile(`alter role ${record} bypassrls`)).not.toEqual([])
  })

  it('the lint names a policy of the door that is for more than the door and the owner', async () => {
    expect(await lintWhile('alter policy door on door.sessions to public')).not.toEqual([])
    expect(await lintWhile('create policy also on door.sessions to public using (true)')).not.toEqual([])
  })

  it.each([
    ['a view', 'create view parley.all_words as select * from parley.objects', 'parley.all_words'],
    ['a materialised view', 'create materialized view parley.kept as select 1', 'parley.kept'],
    ['a sequence', 'create sequence parley.counter', 'parley.counter'],
    ['a table without its room', 'create table parley.loose (id int)', 'parley.loose'],
    ['a unique key without its room', 'create unique index loose_key on parley.acts (act_id)', 'loose_key'],
    [
      'a definer function',
      "create function parley.peek() returns bigint language sql security definer as 'select count(*) from parley.acts'",
      'parley.peek()',
    ],
  ])('the lint names %s', async (_, statement, name) => {
    expect((await lintWhile(statement)).join('\n')).toContain(name)
  })

  it('the lint names a seat that bypasses row security or is a member of another role', async () => {
    const other = owner.escapeIdentifier(prepared.table.founded.roles.ru ?? '')
    const role = JSON.parse(seatRole)
    expect(await lintWhile(`alter role ${seatRole} bypassrls`)).toEqual([
      `role that sees through walls: ${role}`,
    ])
    expect(await lintWhile(`grant ${other} to ${seatRole}`)).toEqual([
      `role that sees through walls: ${role}`,
    ])
  })
})
