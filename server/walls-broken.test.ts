import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { wallsLint } from './database/walls.ts'
import { type Prepared, prepare } from './testing/prepared.ts'
import { gather, walk } from './testing/walk.ts'

let prepared: Prepared
let owner: pg.Client

beforeAll(async () => {
  prepared = await prepare([])
  owner = await prepared.table.installation.owner()
})
afterAll(async () => {
  await owner.end()
  await prepared.table.close()
})

const lint = () => wallsLint(owner, prepared.table.installation.names)

describe('when a wall is broken', () => {
  it.each(['objects', 'rooms'])(
    'the walk sees canaries where parley.%s is open to every seat, and the lint names it',
    async (name) => {
      await owner.query(`alter policy seat on parley.${name} using (true)`)
      const table = await prepared.table.reopen()
      const walkers = await gather(table, ['us-head', 'ru-head', 'observer', 'public'])
      const { sightings } = await walk({ ...prepared, table, walkers })
      console.log(`parley.${name} broken: ${sightings.length} canaries found`)
      walkers.close()
      await table.app.close()
      expect(new Set(sightings.map(({ seat }) => seat))).toEqual(new Set(['us', 'ru', 'observer', 'public']))
      expect(await lint()).toEqual([`policy of another shape: parley.${name}.seat`])
      await owner.query('drop policy seat on parley.' + name)
      await owner.query(`create policy seat on parley.${name} using (${seat})`)
    },
  )
})

const seat = 'room_id in (select s.room_id from parley.sits s where s.role = current_user)'
