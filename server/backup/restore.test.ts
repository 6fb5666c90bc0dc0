import { randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CannotOpen, openInstallation } from '../installation.ts'
import type { Founded } from '../parties/founding.ts'
import { takeFile } from '../rooms/papers.ts'
import { readerInPlace } from '../rooms/reader.ts'
import { makeBackup } from './backup.ts'
import { copyBackup, removeMark } from './copy.ts'
import { say } from './finding.ts'
import { type Restored, restore } from './restore.ts'
import { type House, openHouse } from './testing/house.ts'
import { tablesOf } from './testing/tables.ts'
import { type Standing, startWitness, stopWitnesses } from './testing/witness.ts'

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const quiet = () => undefined

const replaceIn = (path: string, from: string, to: string): void => {
  const text = readFileSync(path, 'latin1')
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  writeFileSync(path, text.replace(from, to), 'latin1')
}

describe('a backup that is older than what others have seen', () => {
  let shelf: string
  let founded: Founded
  let house: House
  let before: Readonly<Record<string, unknown>>
  const standing: Standing[] = []
  const at = (name: string): string => join(shelf, name)

  const restored = (
    to: string,
    mirrors: readonly string[],
    more: Partial<Parameters<typeof restore>[0]> = {},
  ) =>
    restore({
      backup: at('backup'),
      to: at(to),
      mirrors: mirrors.map(at),
      held: [],
      tickSeconds: 30,
      played: at('data/witnesses'),
      without: [],
      network: { allowLoopback: true },
      examine: readerInPlace.examine,
      clock: () => new Date(),
      onProgress: quiet,
      ...more,
    })

  const sayings = ({ findings }: Restored): readonly string[] => findings.map(say)

  const submitPaper = async (): Promise<void> => {
    const pool = house.context.poolOf(founded.roles.us ?? '')
    const taken = await takeFile(pool, founded.rooms.group ?? '', pdf)
    if (!taken.ok) throw new Error(taken.refusal.code)
    const { names: _, ...file } = taken.value
    const title = { original: 'en', words: { en: 'A paper' } }
    await house.act('us', 'group', 'paper.submit', {
      ...title,
      form: 'file',
      files: { en: file },
      nonPaper: false,
    })
  }

  beforeAll(async () => {
    shelf = mkdtempSync(join(tmpdir(), 'parley-restore-'))
    house = await openHouse(at('data'))
    founded = house.founded
    const { keys } = house.installation
    const logs = [...Object.values(founded.rooms), founded.anchor].map((log) => keys.log(log).key)
    for (const seat of ['us', 'ru']) {
      const started = await startWitness(at(`witness-${seat}`), () => logs)
      standing.push(started)
      await house.name(seat, started.listening.url, started.key)
    }
    await house.name('mediator', null)
    await house.say('us', 'plenary', 'Before the backup.')
    await house.context.recorder.tick()
    await house.context.sessions.begin({
      process: founded.process,
      seat: 'us',
      member: founded.members['us-head'] ?? '',
    })
    await makeBackup({ installation: house.installation, folder: at('backup'), onProgress: quiet })
    await house.say('us', 'plenary', 'After the backup.')
    await house.say('ru', 'ru-caucus', 'Among ourselves.')
    await submitPaper()
    for (const seat of ['us', 'ru'])
      await house.act(seat, 'plenary', 'marks.move', { read: 3 }, founded.members[`${seat}-head`])
    await house.context.recorder.tick()
    for (const seat of ['us', 'ru']) await house.mirror(seat, at(`mirror-${seat}`))
    before = await tablesOf(house.installation)
    await house.close()
  })
  afterAll(async () => {
    await stopWitnesses(standing)
    rmSync(shelf, { recursive: true, force: true, maxRetries: 5 })
  })

  it('is refused without a mirror, naming each log, how far it was seen, and whose mirror would help', async () => {
    expect(sayings(await restored('new', []))).toEqual([
      'the room group of small: 0 of the 1 entries that were seen by the witness of mediator and that of ru and that of us are here; a mirror of one of these seats would have the rest: us, ru, mediator',
      'the room plenary of small: 22 of the 25 entries that were seen by the witness of mediator and that of ru and that of us are here; a mirror of one of these seats would have the rest: us, ru, mediator, observer, guarantor, verifier',
      'the room ru-caucus of small: 1 of the 2 entries that were seen by the witness of ru are here; a mirror of one of these seats would have the rest: ru',
      'the anchor log of small: 9 of the 18 entries that were seen by the witness of mediator and that of ru and that of us are here; a mirror of one of these seats would have the rest: us, ru, mediator, observer, guarantor, verifier, public',
    ])
    await expect(openInstallation({ folder: at('new') })).rejects.toThrow(CannotOpen)
  })

  it('is refused with the mirror of one side, which may not read what the other side has read', async () => {
    const said = sayings(await restored('new', ['mirror-us']))
    expect(said).toEqual([
      expect.stringMatching(/^the room plenary of small: no mirror here holds the acts 24; /),
    ])
    await expect(openInstallation({ folder: at('new') })).rejects.toThrow(CannotOpen)
  })

  it('is refused while a witness that the server played is not at hand', async () => {
    const both = ['mirror-us', 'mirror-ru']
    for (const played of [undefined, at('elsewhere')])
      expect(sayings(await restored('new', both, { played }))).toEqual([
        expect.stringMatching(/^the witness of mediator was played by the server .* \(--without mediator\)$/),
      ])
    expect(existsSync(at('elsewhere'))).toBe(false)
  })

  it('takes nothing from a mirror that was changed', async () => {
    const changed = (path: string, from: string, to: string): string => {
      const name = `changed-${randomBytes(4).toString('hex')}`
      cpSync(at('mirror-us'), at(name), { recursive: true })
      replaceIn(join(at(name), path), from, to)
      return name
    }
    const { plenary = '' } = founded.rooms
    const words = changed(`${plenary}/acts.jsonl`, 'After the backup.', 'After the dinner.')
    expect(sayings(await restored('new', [words]))).toEqual([
      expect.stringContaining('holds the acts 22, 24;'),
    ])
    const entry = changed(`${plenary}/tile/entries/000.p/25`, '"index":23', '"index":33')
    expect(sayings(await restored('new', [entry, 'mirror-ru']))).toEqual([
      `the room plenary of small: the mirror ${at(entry)} has another history of this log, up to entry 25: if that one is whole, opening this would be a fork`,
    ])
    const head = changed(`${plenary}/checkpoint`, '\n25\n', '\n26\n')
    await expect(restored('new', [head])).rejects.toThrow(`${join(at(head), plenary, 'checkpoint')}: `)
    await expect(restored('new', ['backup'])).rejects.toThrow('is no mirror')
  })

  it('is opened with the mirrors of those who may read, whole, and the witnesses accept it', async () => {
    // One of them was stopped while it wrote.
    appendFileSync(join(at('mirror-us'), founded.rooms.plenary ?? '', 'acts.jsonl'), '{"index":25,"sa')
    expect(sayings(await restored('new', ['mirror-us', 'mirror-ru']))).toEqual([])
    expect(existsSync(at('new/restored'))).toBe(false)
    const again = await openHouse(at('new'), founded)
    expect(await tablesOf(again.installation)).toEqual(before)
    const owner = await again.installation.owner()
    expect((await owner.query('select from door.sessions')).rows).toEqual([])
    await again.say('us', 'plenary', 'After the restore.')
    await again.context.recorder.tick()
    const { rows } = await owner.query(
      'select distinct c.trouble, c.size = h.size as same from parley.cosignatures c join parley.heads h using (room_id)',
    )
    expect(rows).toEqual([{ trouble: null, same: true }])
    await owner.end()
    for (const seat of ['us', 'ru']) await again.mirror(seat, at(`newer-${seat}`))
    await again.close()
  })

  it('opened by hand is a fork, and a mirror of it is told from one of the true history', async () => {
    await copyBackup({ backup: at('backup'), to: at('forked'), onProgress: quiet })
    removeMark(at('forked'))
    const forked = await openHouse(at('forked'), founded)
    for (const words of ['One', 'Two', 'Three', 'Four']) await forked.say('us', 'plenary', words)
    await forked.context.recorder.tick()
    await forked.mirror('us', at('mirror-forked'))
    const { rows } = await (await forked.installation.owner()).query(
      "select distinct trouble from parley.cosignatures where seat in ('us', 'ru') and room_id = $1",
      [founded.rooms.plenary],
    )
    expect(rows).toEqual([{ trouble: 'other-history' }])
    await forked.close()
    expect(sayings(await restored('later', ['mirror-forked', 'mirror-us', 'mirror-ru']))).toContain(
      `the room plenary of small: the mirror ${at('mirror-us')} has another history of this log, up to entry 25: if that one is whole, opening this would be a fork`,
    )
  })

  it('is refused while a witness does not answer, unless its silence is accepted in so many words', async () => {
    const [, ru] = standing
    const host = new URL(ru?.listening.url ?? '').host
    await ru?.listening.close()
    const newer = ['newer-us', 'newer-ru']
    expect(sayings(await restored('later', newer))).toEqual([
      `the witness of ru at ${host} does not answer, so nobody can know what it has seen: let it answer, or go on without its word (--without ru)`,
    ])
    expect(sayings(await restored('later', newer, { without: ['us'] }))).toHaveLength(1)
    expect(sayings(await restored('later', newer, { without: ['ru'] }))).toEqual([])
    await (await openInstallation({ folder: at('later') })).stop()
  })
})
