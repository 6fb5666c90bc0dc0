import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actsPath, checkpointPath, policyPath } from '#domain/record/folder.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatPolicy } from '#domain/record/policy.ts'
import { signingKey } from '#server/record/primitives.ts'
import { run } from '../verify/testing/run.ts'
import { type Between, openBetween } from './testing/between.ts'
import { type House, openHouse } from './testing/house.ts'
import { sealed } from './testing/wax.ts'

let house: House
let between: Between
let plenary: string
let folder: string
let entry: number
const at = (name: string): string => join(house.shelf, name)

beforeAll(async () => {
  house = await openHouse()
  between = await openBetween(house.url)
  plenary = house.table.room('plenary')
  await house.say('First words.')
  await house.tick()
  expect(await house.mirror(at('before'))).toMatchObject({ ending: 0 })
  entry = await house.say('Second words.')
  await house.say('Third words.')
  await house.tick()
})
afterAll(async () => {
  await between.close()
  await house.close()
})
beforeEach(() => {
  folder = at(randomUUID())
  cpSync(at('before'), folder, { recursive: true })
  between.meddle = async () => undefined
})

const noteOf = (log = plenary): string => readFileSync(join(folder, checkpointPath(log)), 'utf8')
const through = (values = {}) => house.mirror(folder, values, between.url)
type Json = Record<string, unknown>

/** Changes the JSON of the server's answer where this holds for its path. */
const change = (isMeant: (path: string) => boolean, edit: (json: Json) => unknown): void => {
  between.meddle = async (path, ask) => {
    if (!isMeant(path)) return undefined
    const json = JSON.parse(new TextDecoder().decode(await ask(path)))
    return { body: JSON.stringify(edit(json)) }
  }
}

/** The round ends with this warning; of the plenary nothing was taken, and the folder is as sound as it was. */
const refused = async (said: RegExp, values = {}) => {
  const before = noteOf()
  const { ending, warned } = await through(values)
  expect(warned).toMatch(said)
  expect(ending).toBe(1)
  expect(noteOf()).toBe(before)
  expect(readFileSync(join(folder, actsPath(plenary)), 'utf8')).not.toContain('Second words.')
  expect((await run('log', [folder])).out).toContain('Everything agrees.')
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const stranger = (log: string) => signingKey(originOf(log), 'note', new Uint8Array(32).fill(9))

describe('a server that shows something else', () => {
  it('as the key of a log is refused loudly', async () => {
    const other = stranger(plenary)
    between.meddle = async (path) => {
      if (path === `/log/${plenary}/policy`) return { body: formatPolicy(other.key, []) }
      const root = new Uint8Array(32)
      return path === `/log/${plenary}/checkpoint` ? { body: sealed(other, { size: 99, root }) } : undefined
    }
    const known = formatVerifierKey(house.table.context.keys.log(plenary).key)
    await refused(/^OTHER KEY for Plenary/)
    const { warned } = await through()
    expect(warned).toContain(`the server shows ${formatVerifierKey(other.key)}, and ${known} is known here`)
  })

  it('as the anchor log is refused altogether', async () => {
    change(
      (path) => path.endsWith('/record'),
      (index) => ({ ...index, anchor: { ...(index.anchor as object), log: randomUUID() } }),
    )
    await refused(/^OTHER ANCHOR LOG/)
  })

  it('and not a room that is held is asked why', async () => {
    change(
      (path) => path.endsWith('/record'),
      ({ rooms, ...index }) => ({
        ...index,
        rooms: (rooms as readonly { key: string }[]).filter(({ key }) => key !== 'plenary'),
      }),
    )
    await refused(
      /^GONE: the server no longer shows Plenary .*, of which \d+ entries are held here\. They are kept\./,
    )
    expect(readFileSync(join(folder, 'about.json'), 'utf8')).toContain(plenary)
    between.meddle = async (path) => (path === `/log/${plenary}/checkpoint` ? { status: 404 } : undefined)
    await refused(/^GONE: the server no longer shows Plenary/)
  })

  it('as an act, or as its place, is told which entry is wrong', async () => {
    type Acts = readonly { readonly index: number; readonly act: { readonly payload: object } }[]
    const ofActs = (path: string) => path.includes(`${plenary}/record/acts`)
    const words = { words: { en: 'Other words.' } }
    change(ofActs, ({ acts }) => ({
      acts: (acts as Acts).map((line) =>
        line.index === entry
          ? { ...line, act: { ...line.act, payload: { ...line.act.payload, ...words } } }
          : line,
      ),
    }))
    await refused(new RegExp(`^WRONG in Plenary .*not the one to which entry ${entry} of this log commits`))
    change(ofActs, ({ acts }) => ({
      acts: (acts as Acts).map((line, i, all) => ({ ...line, act: all.at(i - 1)?.act })),
    }))
    await refused(new RegExp(`^WRONG in Plenary .*entry ${entry} of this log`))
  })

  it('as an anchoring is told which entry of the anchor log is wrong', async () => {
    type Anchorings = readonly { readonly index: number }[]
    const edits = [
      { salt: '0'.repeat(64) },
      { root: `${'A'.repeat(43)}=` },
      { at: '2026-01-01T00:00:00.000Z' },
    ]
    for (const edit of edits) {
      change(
        (path) => path.includes(`${plenary}/record/anchorings`),
        ({ anchorings }) => ({
          anchorings: (anchorings as Anchorings).map((line) => ({ ...line, ...edit })),
        }),
      )
      await refused(/^WRONG in Plenary \(.*\), entry \d+ of the anchor log: /)
    }
  })

  it('as a checkpoint or a policy that is none is refused', async () => {
    for (const [path, body] of [
      ['checkpoint', 'no note'],
      ['policy', 'no policy'],
      ['policy', 'quorum none\n'],
    ]) {
      between.meddle = async (asked) =>
        asked === `/log/${plenary}/${path}` ? { body: body ?? '' } : undefined
      await refused(/^WRONG in Plenary/)
    }
  })

  it('as a checkpoint whose signature lines say more than they must is refused, since nobody else would take it', async () => {
    between.meddle = async (path, ask) => {
      if (path !== `/log/${plenary}/checkpoint`) return undefined
      const note = new TextDecoder().decode(await ask(path))
      const next = (last: string) => base64[base64.indexOf(last) + 1] ?? ''
      return { body: note.replace(/^(\u2014 .*)(.)=$/m, (_, line, last) => `${line}${next(last)}=`) }
    }
    await refused(/^WRONG in Plenary \(.*\), checkpoint: This is not a signed note/)
  })

  it('as one log only does not hinder the others', async () => {
    between.meddle = async (path) => (path === `/log/${plenary}/checkpoint` ? { body: 'no note' } : undefined)
    const gallery = house.table.room('gallery')
    const [before, anchor] = [noteOf(gallery), noteOf(house.table.founded.anchor)]
    await refused(/^WRONG in Plenary/)
    expect(noteOf(gallery)).not.toBe(before)
    expect(noteOf(house.table.founded.anchor)).not.toBe(anchor)
  })

  it('as the anchor log waits with every room: none is further than what anchors it', async () => {
    const { anchor } = house.table.founded
    between.meddle = async (path) => (path === `/log/${anchor}/checkpoint` ? { body: 'no note' } : undefined)
    await refused(/^WRONG in the anchor log \([^\n]*$/)
  })
})

describe('policies that were brought along', () => {
  const bring = (log: string, policy: string): string => {
    const shelf = at(randomUUID())
    const place = join(shelf, policyPath(log))
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, policy)
    return shelf
  }
  const ownKey = () => house.table.context.keys.log(plenary).key

  it('say whose witnesses count; of logs without one it is said once', async () => {
    const { key } = signingKey('witness.example.org/us', 'cosignature', new Uint8Array(32).fill(3))
    const shelf = bring(plenary, formatPolicy(ownKey(), [{ name: 'us', key }]))
    const { ending, out, warned } = await through({ 'policy-dir': shelf })
    expect(ending).toBe(0)
    expect(out).toContain('missing: witness.example.org/us (Plenary)')
    expect(warned.split('\n').filter((line) => line.includes('holds no policy for the log'))).toHaveLength(5)
  })

  it('that name another key for a log refuse that of the server, also in a new folder', async () => {
    const shelf = bring(plenary, formatPolicy(stranger(plenary).key, []))
    await refused(/^OTHER KEY for Plenary/m, { 'policy-dir': shelf })
    const { warned } = await house.mirror(at(randomUUID()), { 'policy-dir': shelf })
    expect(warned).toMatch(/^OTHER KEY for Plenary/m)
  })

  it('that cannot be read, or are of another log, end with 2', async () => {
    for (const [policy, said] of [
      ['nonsense', 'policy: The policy cannot be understood in line 1'],
      [formatPolicy(stranger(randomUUID()).key, []), `does not give the key of ${originOf(plenary)}`],
    ] as const) {
      const { ending, warned } = await through({ 'policy-dir': bring(plenary, policy) })
      expect(warned).toContain(said)
      expect(ending).toBe(2)
    }
  })
})
