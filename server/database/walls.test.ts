import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canaryPattern, fillRooms, makeAviary } from '../testing/canaries.ts'
import { roomsOfSeat, smallProcess } from '../testing/process.ts'
import { openTable, type TestTable } from '../testing/table.ts'
import { nameWitnesses, witnessingSeats } from '../testing/witnesses.ts'
import { openPools, RoleSeesThroughWalls } from './pools.ts'
import { rolePassword } from './roles.ts'
import { wallsLint } from './walls.ts'

let table: TestTable
const seats = smallProcess.seats.map(({ key }) => key)
const tables = [
  'rooms',
  'sits',
  'logs',
  'objects',
  'acts',
  'files',
  'bearings',
  'heads',
  'tiles',
  'entries',
  'anchorings',
  'cosignatures',
] as const
/** Tables in which the anchor log has rows, which every seat may read; the leaves of `entries` are its alone. */
const anchored = ['rooms', 'sits', 'heads', 'tiles', 'entries', 'cosignatures']

beforeAll(async () => {
  table = await openTable()
  await fillRooms(table, makeAviary(), table.as)
  await nameWitnesses(table)
  await table.context.recorder.tick()
})
afterAll(() => table.close())

const poolOf = (seat: string): pg.Pool => table.installation.pools.of(table.founded.roles[seat] ?? '')
const own = (seat: string) => roomsOfSeat(seat).map((room) => table.room(room))
/** Those of them in which a seat sits that has a witness. */
const watched = (seat: string) =>
  roomsOfSeat(seat)
    .filter((room) => witnessingSeats.some((each) => roomsOfSeat(each).includes(room)))
    .map((room) => table.room(room))
/** Those of them in which something is said about a stipulation. */
const bearing = (seat: string) =>
  roomsOfSeat(seat)
    .filter((room) =>
      ['plenary', 'us-caucus', 'ru-caucus', 'us-channel', 'ru-channel', 'mission'].includes(room),
    )
    .map((room) => table.room(room))
const foreign = (seat: string) =>
  Object.values(table.founded.rooms).filter((room) => !own(seat).includes(room))

/** What PostgreSQL says to this statement of a seat: rows, or the class of the error. */
const says = async (seat: string, sql: string, values: readonly unknown[] = []): Promise<unknown> => {
  const client = await poolOf(seat).connect()
  try {
    await client.query('begin')
    return (await client.query(sql, [...values])).rows
  } catch (error) {
    return (error as { code?: string }).code
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const denied = '42501'

it('holds every wall of the catalogue', async () => {
  const owner = await table.installation.owner()
  expect(await wallsLint(owner, table.installation.names)).toEqual([])
  await owner.end()
})

describe.each(seats)('the role of the seat %s', (seat) => {
  it.each(tables)('reads of parley.%s the rows of its own rooms, and no other', async (name) => {
    const { rows } = await poolOf(seat).query(`select distinct room_id from parley.${name}`)
    const rooms =
      name === 'entries'
        ? []
        : name === 'cosignatures'
          ? watched(seat)
          : name === 'bearings'
            ? bearing(seat)
            : own(seat)
    const anchor = anchored.includes(name) ? [table.founded.anchor] : []
    expect(rows.map(({ room_id }) => room_id).sort()).toEqual([...rooms, ...anchor].sort())
    const asked = await poolOf(seat).query(
      `select count(*) as n from parley.${name} where room_id = any($1)`,
      [foreign(seat)],
    )
    expect(asked.rows).toEqual([{ n: 0 }])
  })

  it('cannot write into a room it does not sit in, and is told the same whether the row is there or not', async () => {
    for (const room of [...foreign(seat), randomUUID()]) {
      const object = `insert into parley.objects values ($1, 'message', $2, 1, 0, 0, '{}')`
      const file = `insert into parley.files values ($1, $2, 'application/pdf', 1, '[]', '\\x00') on conflict do nothing`
      const act = `insert into parley.acts values ($1, 0, $2, 'message.send', 'x', null, null, now(), '{}', decode(repeat('00', 32), 'hex'), 'leaf')`
      for (const sql of [object, file, act]) expect(await says(seat, sql, [room, randomUUID()])).toBe(denied)
    }
  })

  it('writes no act in the name of another seat', async () => {
    const act = `insert into parley.acts values ($1, 1000000, $2, 'message.send', 'x', $3, null, now(), '{}', decode(repeat('00', 32), 'hex'), 'leaf') returning room_id`
    const [room] = own(seat)
    for (const other of seats.filter((each) => each !== seat))
      expect(await says(seat, act, [room, randomUUID(), other])).toBe(denied)
    expect(await says(seat, act, [room, randomUUID(), seat])).toEqual([{ room_id: room }])
  })

  it('changes nothing in a room it does not sit in', async () => {
    for (const sql of [
      'update parley.logs set size = 0 where room_id = any($1) returning room_id',
      `update parley.objects set state = '{}' where room_id = any($1) returning room_id`,
      'select room_id from parley.logs where room_id = any($1) for update',
    ])
      expect(await says(seat, sql, [foreign(seat)])).toEqual([])
  })

  it.each([
    'update parley.acts set leaf = leaf',
    "update parley.acts set payload = '{}'",
    'delete from parley.acts',
    'truncate parley.acts',
    "update parley.files set content = '\\x00'",
    'delete from parley.files',
    'delete from parley.objects',
    'update parley.objects set room_id = room_id',
    'update parley.objects set first = 0',
    'delete from parley.logs',
    'update parley.rooms set seats = seats',
    "insert into parley.rooms values (gen_random_uuid(), gen_random_uuid(), 'k', 'caucus', '{}', '[]')",
    'insert into parley.sits select room_id, current_user from parley.rooms',
    'insert into parley.logs values (gen_random_uuid(), 0)',
    'delete from parley.sits',
    'update parley.heads set note = note',
    "insert into parley.tiles select room_id, 0, 99, '\\x00' from parley.rooms",
    "update parley.tiles set bytes = '\\x00'",
    "insert into parley.entries select room_id, 999999, 'leaf' from parley.rooms",
    'update parley.anchorings set salt = salt',
    'delete from parley.cosignatures',
    'alter table parley.acts disable row level security',
    'drop policy seat on parley.acts',
    'create policy mine on parley.acts using (true)',
  ])('may not: %s', async (sql) => {
    expect(await says(seat, sql)).toBe(denied)
  })

  it.each([
    'migrations',
    'processes',
    'seats',
    'accounts',
    'credentials',
    'challenges',
    'invitations',
    'sessions',
    'mirrors',
  ])('reads nothing of door.%s', async (name) => {
    expect(await says(seat, `select from door.${name}`)).toBe(denied)
    expect(await says(seat, `select count(*) from door.${name}`)).toBe(denied)
    expect(await says(seat, `delete from door.${name}`)).toBe(denied)
  })
})

describe('tricks of a seat', () => {
  it('cannot become another role', async () => {
    const other = table.founded.roles.ru ?? ''
    const { owner, door, record } = table.installation.names
    for (const role of [other, owner, door, record, 'postgres']) {
      const quoted = JSON.stringify(role)
      for (const sql of [
        `set role ${quoted}`,
        `set local role ${quoted}`,
        `set session authorization ${quoted}`,
      ])
        expect(['42501', '22023']).toContain(await says('us', sql))
      for (const name of ['role', 'session_authorization'])
        for (const local of [true, false])
          expect(['42501', '22023']).toContain(
            await says('us', 'select set_config($1, $2, $3)', [name, role, local]),
          )
      expect(['42501', '42704', '0LP01']).toContain(await says('us', `grant ${quoted} to current_user`))
    }
    expect(await says('us', 'alter role current_user bypassrls')).toBe(denied)
    expect(await says('us', 'create role mine superuser login')).toBe(denied)
  })

  it('sees no more with row security off: the query is refused', async () => {
    const client = await poolOf('us').connect()
    await client.query('set row_security = off')
    await expect(client.query('select count(*) from parley.objects')).rejects.toMatchObject({ code: denied })
    await client.query('set row_security = on')
    client.release()
  })

  it('sees no more through its own temporary views and functions, also ones that tell before they filter', async () => {
    const client = await poolOf('us').connect()
    const told: string[] = []
    client.on('notice', ({ message }) => told.push(message ?? ''))
    try {
      await client.query('begin')
      await client.query('create temp view spy as select room_id from parley.objects')
      const seen = await client.query('select count(*)::int as n from spy where room_id = any($1)', [
        foreign('us'),
      ])
      expect(seen.rows).toEqual([{ n: 0 }])
      await client.query(
        `create function pg_temp.tell(room uuid) returns boolean language plpgsql cost 0.0000001
         as $$ begin raise notice '%', room; return true; end $$`,
      )
      await client.query('select from parley.objects where pg_temp.tell(room_id)')
      expect(new Set(told)).toEqual(new Set(own('us')))
      await client.query(
        `create function pg_temp.peek() returns bigint language sql security definer as 'select count(*) from parley.objects'`,
      )
      const peeked = await client.query(
        'select pg_temp.peek() as n, (select count(*) from parley.objects) as m',
      )
      expect(peeked.rows[0].n).toBe(peeked.rows[0].m)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('cannot leave anything behind in the schemas of the installation', async () => {
    for (const schema of ['parley', 'door', 'public', 'pg_catalog']) {
      expect(await says('us', `create table ${schema}.mine (x int)`)).toBe(denied)
      expect(await says('us', `create view ${schema}.mine as select 1 as x`)).toBe(denied)
      expect(
        await says('us', `create function ${schema}.mine() returns int language sql as 'select 1'`),
      ).toBe(denied)
    }
    expect(await says('us', 'create schema mine')).toBe(denied)
    expect(await says('us', 'create extension dblink')).not.toEqual([])
  })

  it.each([
    `copy parley.objects to program 'cat'`,
    `copy parley.objects to '/tmp/objects'`,
    `copy parley.files from program 'echo'`,
    `select pg_read_file('postgresql.conf')`,
    `select pg_read_binary_file('PG_VERSION')`,
    `select pg_ls_dir('.')`,
    `select lo_import('/etc/passwd')`,
    `select pg_reload_conf()`,
    `select rolpassword from pg_authid`,
    `select * from pg_shadow`,
    `select * from pg_statistic`,
    `select * from pg_hba_file_rules`,
    `select setting from pg_settings where name = 'x' and pg_read_file('PG_VERSION') is null`,
    `show data_directory`,
    ...[
      'pg_stat_activity',
      'pg_stat_all_tables',
      'pg_stat_user_tables',
      'pg_stat_xact_user_tables',
      'pg_stat_user_indexes',
      'pg_statio_all_tables',
      'pg_stat_database',
      'pg_stat_wal',
      'pg_locks',
      'pg_stats',
      'pg_prepared_xacts',
    ].map((view) => `select * from ${view}`),
  ])('may not: %s', async (sql) => {
    const answer = await says('us', sql)
    expect(answer === denied || (Array.isArray(answer) && answer.length === 0)).toBe(true)
  })

  it('reads no word and no id of a row it cannot see out of a plan', async () => {
    const plan = await says(
      'public',
      'explain (analyze, verbose, settings, wal) select * from parley.objects o join parley.acts a using (room_id)',
    )
    const text = JSON.stringify(plan)
    expect(text).toContain('actual')
    expect([...text.matchAll(canaryPattern)]).toEqual([])
  })

  it.each([
    'select usesysid from pg_stat_get_activity(null)',
    'select pg_stat_get_backend_userid(id) from pg_stat_get_backend_idset() id',
    'select * from pg_lock_status()',
    "select pg_stat_get_tuples_inserted('parley.acts'::regclass)",
    "select pg_stat_get_live_tuples('parley.acts'::regclass)",
  ])('does not learn how busy the others are: %s', async (sql) => {
    await poolOf('ru').query('select 1')
    expect(await says('us', sql)).toBe(denied)
  })
})

describe('the other roles', () => {
  it.each(tables)('the door reads nothing of parley.%s', async (name) => {
    await expect(table.installation.door.query(`select from parley.${name}`)).rejects.toMatchObject({
      code: denied,
    })
  })

  it('no pool is opened for a role that could see through walls', async () => {
    const { installation } = table
    const owner = await installation.owner()
    const pools = openPools(installation.address, installation.secret)
    for (const power of ['superuser', 'bypassrls', 'createrole', 'createdb', 'replication', 'member']) {
      const role = `t_${randomUUID().slice(0, 8)}_${power}`
      const login = `create role ${role} login password '${rolePassword(installation.secret, role)}'`
      await owner.query(power === 'member' ? login : `${login} ${power}`)
      if (power === 'member')
        await owner.query(`grant ${owner.escapeIdentifier(table.founded.roles.ru ?? '')} to ${role}`)
      await expect(pools.of(role).query('select 1')).rejects.toThrow(RoleSeesThroughWalls)
      await pools
        .of(role)
        .query('select 1')
        .catch(() => undefined)
      await owner.query(`drop role ${role}`)
    }
    await Promise.all([pools.end(), owner.end()])
  })

  it('a seat signs in with its own password only', async () => {
    const { address, secret } = table.installation
    const client = new pg.Client({
      ...address,
      user: table.founded.roles.us ?? '',
      password: rolePassword(secret, table.founded.roles.ru ?? ''),
    })
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' })
  })
})
