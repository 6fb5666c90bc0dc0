import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import { formatNote, signatureLine } from '#domain/record/note.ts'
import type { Founded } from '../parties/founding.ts'
import { openLines } from '../record/lines.ts'
import { openRecorder } from '../record/recorder.ts'
import { listen } from '../record/witness/listen.ts'
import { readerInPlace } from '../rooms/reader.ts'
import { makeBackup } from './backup.ts'
import { say } from './finding.ts'
import { heldName } from './held.ts'
import { type Restored, restore } from './restore.ts'
import { type House, openHouse } from './testing/house.ts'
import { tablesOf } from './testing/tables.ts'
import { type Standing, startWitness, stopWitnesses } from './testing/witness.ts'

const tickSeconds = 30
const quiet = () => undefined

describe('a backup with mirrors that lack the last ticks of the anchor log', () => {
  let shelf: string
  let founded: Founded
  let house: House
  let anchorOrigin: string
  /** What the house held when it was lost. */
  let lost: Readonly<Record<string, unknown>>
  /** Ticks since twelve o'clock. */
  let periods = 0
  const standing: Standing[] = []
  const at = (name: string): string => join(shelf, name)
  const clock = (): Date => new Date(Date.UTC(2026, 10, 22, 12, 0, periods * tickSeconds + 4))

  /** Lets time pass and ticks in between. */
  const pass = async (...steps: readonly number[]): Promise<void> => {
    for (const step of steps) {
      periods += step
      await house.context.recorder.tick()
    }
  }

  const mirrors = ['us', 'ru'] as const
  const mirror = async (): Promise<void> => {
    for (const seat of mirrors) {
      rmSync(at(seat), { recursive: true, force: true })
      await house.mirror(seat, at(seat))
    }
  }

  const lose = async (): Promise<void> => {
    lost = await tablesOf(house.installation)
    await house.close()
  }

  const restored = (to: string, more: Partial<Parameters<typeof restore>[0]> = {}): Promise<Restored> =>
    restore({
      backup: at('backup'),
      to: at(to),
      mirrors: mirrors.map(at),
      held: [],
      played: join(house.installation.folder, 'witnesses'),
      without: [],
      network: { allowLoopback: true },
      tickSeconds,
      examine: readerInPlace.examine,
      clock,
      onProgress: quiet,
      ...more,
    })

  const sayings = ({ findings }: Restored): readonly string[] => findings.map(say)
  const remade = ({ logs }: Restored) => logs.filter((log) => log.remade > 0).map((log) => log.remade)

  /** Goes on in a restored folder, which must hold what was lost, and hears what all witnesses say to the next tick. */
  const goOn = async (to: string): Promise<unknown> => {
    expect(existsSync(join(at(to), 'restored'))).toBe(false)
    house = await openHouse(at(to), founded, { clock })
    expect(await tablesOf(house.installation)).toEqual(lost)
    await house.say('us', 'plenary', `Welcome to the ${to} house.`)
    await pass(1)
    const owner = await house.installation.owner()
    const { rows } = await owner.query(
      `select array_agg(distinct c.seat order by c.seat) as seats, trouble, c.size = h.size as same
       from parley.cosignatures c join parley.heads h using (room_id) group by 2, 3`,
    )
    await owner.end()
    return rows
  }
  const accepted = [{ seats: ['mediator', 'ru', 'us'], trouble: null, same: true }]

  beforeAll(async () => {
    shelf = mkdtempSync(join(tmpdir(), 'parley-again-'))
    house = await openHouse(at('first'), undefined, { clock })
    founded = house.founded
    const { keys } = house.installation
    anchorOrigin = keys.log(founded.anchor).key.name
    const logs = [...Object.values(founded.rooms), founded.anchor].map((log) => keys.log(log).key)
    for (const seat of mirrors) {
      const started = await startWitness(at(`witness-${seat}`), () => logs, clock)
      standing.push(started)
      await house.name(seat, started.listening.url, started.key)
    }
    await house.name('mediator', null)
    await pass(1)
    await makeBackup({ installation: house.installation, folder: at('backup'), onProgress: quiet })
    await house.say('us', 'plenary', 'After the backup.')
    await pass(1)
  })
  afterAll(async () => {
    await stopWitnesses(standing)
    rmSync(shelf, { recursive: true, force: true, maxRetries: 5 })
  })

  it('is refused where nobody shows the head that was cosigned: nothing is signed on a guess', async () => {
    await mirror()
    await pass(1)
    await lose()
    const name = heldName(anchorOrigin)
    expect(sayings(await restored('second', { played: undefined, without: ['mediator'] }))).toEqual([
      `the anchor log of small: of the 27 entries held by the witness of ru and the witness of us, the last 9 are in no mirror here; they can be made again, but only against the head that was cosigned, and nobody shows that: give it (--held FILE, such as the file held/${name} in the folder of that witness)`,
    ])
    for (const seat of mirrors)
      expect(existsSync(join(at(`witness-${seat}`), 'held', `${name}.contradiction`))).toBe(false)
  })

  it('takes no checkpoint that is not of its anchor log, and none that is of another history for its own', async () => {
    const { keys } = house.installation
    const { key, sign } = keys.log(founded.anchor)
    const text = formatCheckpoint({ origin: key.name, size: 8, root: new Uint8Array(32) })
    writeFileSync(at('other'), formatNote(text, [signatureLine(key, sign(toUtf8(text)))]))
    expect(sayings(await restored('second', { held: [at('other')] }))).toEqual([
      `the anchor log of small: ${at('other')} has another history of this log, up to entry 8: if that one is whole, opening this would be a fork`,
    ])
    writeFileSync(at('unsigned'), readFileSync(at('other'), 'utf8').replace('\n8\n', '\n9\n'))
    await expect(restored('second', { held: [at('unsigned')] })).rejects.toThrow(`${at('unsigned')}: `)
    const ofRoom = join(at('us'), founded.rooms.plenary ?? '', 'checkpoint')
    await expect(restored('second', { held: [ofRoom] })).rejects.toThrow('is of no anchor log in this backup')
  })

  it('that are one idle tick behind is opened, against a head that somebody brings', async () => {
    const held = [join(at('witness-us'), 'held', heldName(anchorOrigin))]
    const checked = await restored('second', { held, played: undefined, without: ['mediator'] })
    expect(sayings(checked)).toEqual([])
    expect(remade(checked)).toEqual([9])
    expect(await goOn('second')).toEqual(accepted)
  })

  it('that are three idle ticks behind is opened, one of which came late, against the head that a witness shows', async () => {
    const [us] = standing
    const port = Number(new URL(us?.listening.url ?? '').port)
    await us?.listening.close()
    if (us) standing[0] = { ...us, listening: await listen({ witness: us.witness, port }) }
    await mirror()
    await pass(1, 2, 1)
    await lose()
    const checked = await restored('third', { played: undefined, without: ['mediator'] })
    expect(sayings(checked)).toEqual([])
    expect(remade(checked)).toEqual([27])
    expect(await goOn('third')).toEqual(accepted)
  })

  it('is refused where an act was done in the last tick, naming the room and whose mirrors may have it', async () => {
    await mirror()
    await house.say('ru', 'plenary', 'Into the void.')
    await pass(1)
    await lose()
    const said = sayings(await restored('fourth'))
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(
      /^the room plenary of small: (\d+) of the (?!\1)\d+ entries that were seen by the witness of mediator and that of ru and that of us are here; a mirror of one of these seats would have the rest: us, ru, mediator, /,
    )
    expect(said[1]).toMatch(/^the anchor log of small: /)
  })

  it('is refused where the last tick is not what this house would have written', async () => {
    house = await openHouse(house.installation.folder, founded, { clock })
    await mirror()
    periods += 1
    const { installation } = house
    const keys = { ...installation.keys, anchorSalt: () => new Uint8Array(randomBytes(32)) }
    const folder = join(installation.folder, 'elsewhere')
    const lines = openLines({ folder, keys, clock, allowLoopback: true })
    const forging = { installation: { ...installation, keys }, clock, lineOf: lines.of, tickSeconds }
    await openRecorder(forging).tick()
    await lines.close()
    await lose()
    const held = [join(at('witness-ru'), 'held', heldName(anchorOrigin))]
    const said = sayings(await restored('fourth', { held }))
    expect(said).toEqual([
      expect.stringMatching(
        /^the anchor log of small: of the \d+ entries held by .*, the last 9 are in no mirror here; they are no ticks at which nothing was done, perhaps something in the room mission of small \(verifier\); a mirror of one of these seats would have them: us, ru, /,
      ),
    ])
    const [elsewhere] = sayings(await restored('fourth', { held, played: undefined, without: ['mediator'] }))
    expect(elsewhere).toContain(
      'perhaps something in the room mission of small (verifier) or the room office of small (mediator);',
    )
    expect(existsSync(join(at('fourth'), 'restored'))).toBe(true)
  })
})
