import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsPath, checkpointPath } from '#domain/record/folder.ts'
import { akoma } from '#server/testing/files.ts'
import { run } from '../verify/testing/run.ts'
import { type Disk, openDisk } from './disk.ts'
import { type Line, openLine, Unanswered } from './line.ts'
import { takePlace } from './place.ts'
import { runRound } from './round.ts'
import { openServer } from './server.ts'
import { type House, openHouse } from './testing/house.ts'

let house: House
const never = new AbortController().signal
const at = (name: string): string => join(house.shelf, name)

class PowerCut extends Error {}

/** A disk that stops in the middle of the step with this number; steps are counted in `made`. */
const failing = (disk: Disk, stopAt: number, made: { steps: number }): Disk => {
  const place = (path: string) => join(disk.folder, path)
  const counted =
    <Rest extends readonly unknown[]>(
      step: (path: string, ...rest: Rest) => Promise<void>,
      half: (path: string, ...rest: Rest) => Promise<void>,
    ) =>
    async (path: string, ...rest: Rest): Promise<void> => {
      made.steps += 1
      if (made.steps < stopAt) return step(path, ...rest)
      if (made.steps === stopAt) await half(path, ...rest)
      throw new PowerCut()
    }
  const halfOf = <T extends string | Uint8Array>(content: T) => content.slice(0, content.length / 2)
  const nothing = async () => undefined
  return {
    ...disk,
    add: counted(disk.add, async (path, bytes) => {
      await disk.add(path, bytes)
      await writeFile(place(path), halfOf(bytes))
    }),
    append: counted(disk.append, async (path, text) => {
      await disk.append(path, '')
      await appendFile(place(path), halfOf(text))
    }),
    replace: counted(disk.replace, (path, content) =>
      writeFile(`${place(path)}.0123456789ab`, halfOf(content)).catch(nothing),
    ),
    cut: counted(disk.cut, nothing),
    remove: counted(disk.remove, nothing),
  }
}

/** The server, asked once for everything: it does not change while a round is stopped here and there. */
const steadyLine = (): Line => {
  const line = openLine(house.url, readFileSync(house.keyFile, 'utf8').trim(), never)
  const answers = new Map<string, Promise<Uint8Array | undefined>>()
  const ask: Line['get'] = (path, bounds) => {
    const answer = answers.get(path) ?? line.get(path, bounds)
    answers.set(path, answer)
    return answer
  }
  return { ...line, get: ask }
}

const round = (disk: Disk, line = steadyLine()) =>
  runRound({
    disk,
    server: openServer(line, house.table.founded.process),
    given: () => undefined,
    clock: () => new Date(),
    onProgress: () => undefined,
    known: new Map(),
  })

const drafts = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[0-9a-f]{12}$/.test(path))

/** Stops a round at every step, each time beginning with the same folder; the next one must make it whole. */
const stopEverywhere = async (before: string | undefined): Promise<number> => {
  const made = { steps: 0 }
  const line = steadyLine()
  for (let stopAt = 1; made.steps >= stopAt - 1; stopAt += 1) {
    const folder = at(`stopped-${stopAt}`)
    if (before !== undefined) cpSync(before, folder, { recursive: true })
    made.steps = 0
    const disk = openDisk(folder)
    const stopped = await round(failing(disk, stopAt, made), line).catch((error: unknown) => error)
    if (made.steps < stopAt) return made.steps
    expect(stopped, `step ${stopAt}`).toBeInstanceOf(PowerCut)
    const place = await takePlace(folder)
    expect((await round(disk, line)).findings, `step ${stopAt}`).toEqual([])
    place.release()
    const verified = await run('log', [folder])
    expect(verified.out, `step ${stopAt}`).toContain('Everything agrees.')
    expect(drafts(folder), `step ${stopAt}`).toEqual([])
    rmSync(folder, { recursive: true })
  }
  throw new Error('steps were not counted')
}

beforeAll(async () => {
  house = await openHouse()
  for (let i = 0; i < 225; i += 1) await house.say(`Words ${i}.`)
  await house.tick()
  await house.mirror(at('before'))
})
afterAll(() => house.close())

describe('a mirror that is stopped', () => {
  it('at any step of its first round goes on, and is whole', async () => {
    expect(await stopEverywhere(undefined)).toBeGreaterThan(20)
  }, 400_000)

  it('at any step of a later round goes on, and is whole', async () => {
    const { json: file } = await house.us.upload('plenary', akoma('One article.'))
    const { names: _, ...reference } = file
    const payload = {
      original: 'en',
      words: { en: 'A paper' },
      form: 'file',
      files: { en: reference },
      nonPaper: false,
    }
    expect((await house.us.act('plenary', 'paper.submit', crypto.randomUUID(), 0, payload)).status).toBe(200)
    for (let i = 0; i < 20; i += 1) await house.say(`More ${i}.`)
    await house.say('Among ourselves.', 'us-caucus')
    await house.tick()
    expect(await stopEverywhere(at('before'))).toBeGreaterThan(20)
  }, 400_000)

  it('never shows a head before everything that belongs to it is there', async () => {
    const folder = at('order')
    cpSync(at('before'), folder, { recursive: true })
    const order: string[] = []
    const disk = openDisk(folder)
    const noting =
      (name: 'add' | 'append' | 'replace' | 'settle' | 'remove') =>
      async (...given: readonly unknown[]) => {
        order.push(`${name} ${given[0] ?? ''}`)
        await (disk[name] as (...all: readonly unknown[]) => Promise<void>)(...given)
      }
    const names = ['add', 'append', 'replace', 'settle', 'remove'] as const
    await round({ ...disk, ...Object.fromEntries(names.map((name) => [name, noting(name)])) })
    const settled = order.indexOf('settle ')
    const heads = order.flatMap((step, i) => (step.endsWith('/checkpoint') ? [i] : []))
    expect(settled).toBeGreaterThan(0)
    expect(Math.min(...heads)).toBeGreaterThan(settled)
    expect(order.slice(settled).filter((step) => /^(add|append) /.test(step))).toEqual([])
    expect(order[heads[0] ?? 0]).toBe(`replace ${checkpointPath(house.table.founded.anchor)}`)
    const dropped = order.findIndex(
      (step) => step.startsWith('remove') && step.includes(`${house.table.room('plenary')}/tile`),
    )
    expect(dropped).toBeGreaterThan(order.indexOf(`replace ${checkpointPath(house.table.room('plenary'))}`))
  })

  it('cuts nothing away that belongs to its head: a line that is missing in the middle is damage', async () => {
    const folder = at('damaged')
    cpSync(at('before'), folder, { recursive: true })
    const path = join(folder, actsPath(house.table.room('plenary')))
    const all = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, all.map((line, i) => (i === 5 ? line.slice(0, 50) : line)).join('\n'))
    const { ending, warned } = await house.mirror(folder)
    expect(ending).toBe(1)
    expect(warned).toMatch(/^DAMAGED here, Plenary .*acts\.jsonl.*in line 6/)
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(all.length)
  })

  it('says so when a tile at the edge of what is held was changed', async () => {
    const folder = at('edge')
    cpSync(at('before'), folder, { recursive: true })
    const log = house.table.room('plenary')
    const [tile = ''] = readdirSync(join(folder, log, 'tile/0/000.p'))
    const path = join(folder, log, 'tile/0/000.p', tile)
    const bytes = readFileSync(path)
    bytes[70] = (bytes[70] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const { ending, warned } = await house.mirror(folder)
    expect(ending).toBe(1)
    expect(warned).toMatch(/^DAMAGED here, Plenary/)
  })

  it('forgets nothing because a head is missing, and fetches anew what was moved away', async () => {
    const folder = at('beheaded')
    cpSync(at('before'), folder, { recursive: true })
    const log = house.table.room('plenary')
    const all = () => readdirSync(join(folder, log), { recursive: true, encoding: 'utf8' }).toSorted()
    rmSync(join(folder, checkpointPath(log)))
    const before = all()
    const { ending, warned } = await house.mirror(folder)
    expect(ending).toBe(1)
    expect(warned).toMatch(/^DAMAGED here, Plenary .*checkpoint is missing/)
    expect(all()).toEqual(before)
    expect(readFileSync(join(folder, 'about.json'), 'utf8')).toContain(log)
    renameSync(join(folder, log), at('moved-away'))
    expect(await house.mirror(folder)).toMatchObject({ ending: 0, warned: '' })
    expect((await run('log', [folder])).out).toContain('Everything agrees.')
  })

  it('by an answer that never comes has its lines as they were', async () => {
    const folder = at('broken-off')
    cpSync(at('before'), folder, { recursive: true })
    const line = steadyLine()
    const get: Line['get'] = async (path, bounds) => {
      if (path.includes(`${house.table.room('plenary')}/record/anchorings`)) throw new Unanswered('gone')
      return line.get(path, bounds)
    }
    const order = { ...line, get }
    await expect(round(openDisk(folder), order)).rejects.toThrow('gone')
    expect((await run('log', [folder])).out).toContain('Everything agrees.')
  })
})
