import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tick } from '../../server/clock.ts'
import { agenda, senate, suggestion, worth } from '../../server/testing/bargaining.ts'
import type { Answer, Person, TestTable } from '../../server/testing/table.ts'
import { openTable } from '../../server/testing/table.ts'
import { nameWitnesses } from '../../server/testing/witnesses.ts'
import { called } from '../testing/called.ts'
import { writeFolder } from '../verify/testing/folder.ts'

type Folder = ReturnType<typeof writeFolder>
let table: TestTable
let us: Folder
let ru: Folder
let mediator: Folder

const good = (answer: Answer): void => expect([answer.status, answer.text]).toEqual([200, answer.text])

const exportOf = async (person: Person): Promise<Folder> => {
  const headers = { host: 'localhost:4180', cookie: person.cookie }
  const { rawPayload } = await table.app.inject({ url: `${table.base}/record/export`, headers })
  const files = Object.entries(unzipSync(rawPayload))
  return writeFolder(new Map(files.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes])))
}

/** Puts a package to both sides, lets them answer, and waits until it is closed. */
const poll = async (people: Readonly<Record<string, Person>>, answers: Readonly<Record<string, boolean>>) => {
  const object = randomUUID()
  const deadline = new Date(table.clock.now.getTime() + 3_600_000).toISOString()
  const given = { ...suggestion(), deadline, to: ['us', 'ru'] }
  good(await (people.mediator as Person).act('office', 'ballot.put', object, 0, given))
  for (const [seat, accept] of Object.entries(answers)) {
    const person = people[seat] as Person
    good(await person.act(`${seat}-caucus`, 'answer.give', object, 0, { accept: !accept }))
    good(await person.act(`${seat}-caucus`, 'answer.give', object, 1, { accept }))
  }
  table.clock.now = new Date(deadline)
  await tick(table.context)
}

/** Everything there is of bargaining, once. */
const bargain = async (people: Readonly<Record<string, Person>>): Promise<void> => {
  const { us: one, mediator: third } = people as Readonly<Record<'us' | 'mediator', Person>>
  const object = randomUUID()
  good(await third.act('plenary', 'agenda.set', 'agenda', 0, agenda))
  good(await third.act('office', 'budget.set', 'budget', 0, { most: 2, apartMinutes: 0 }))
  good(await one.act('us-caucus', 'worth.set', 'worth', 0, worth))
  good(await one.act('us-caucus', 'ratification.set', 'ratification', 0, { bodies: [senate] }))
  good(await one.act('us-channel', 'disclosure.make', object, 0, { reservation: 1, bodies: [senate] }))
  good(await one.act('us-channel', 'disclosure.withdraw', object, 1, {}))
  good(await third.act('office', 'suggestion.prepare', object, 0, suggestion()))
  good(await third.act('office', 'suggestion.release', object, 1, { to: ['us', 'ru'] }))
  const { received } = (await one.get('bargaining')).json
  good(await one.act('us-channel', 'suggestion.answer', received[0].object, 1, { answer: 'interested' }))
}

beforeAll(async () => {
  table = await openTable()
  const keys = ['us', 'ru', 'mediator']
  const people = Object.fromEntries(
    await Promise.all(keys.map(async (key) => [key, await table.as(`${key}-head`)] as const)),
  )
  await nameWitnesses(table)
  await bargain(people)
  await poll(people, { us: true, ru: false })
  await poll(people, { us: true, ru: true })
  await poll(people, { us: true })
  await table.context.recorder.tick()
  ;[us, ru, mediator] = (await Promise.all(keys.map((key) => exportOf(people[key] as Person)))) as [
    Folder,
    Folder,
    Folder,
  ]
})
afterAll(async () => {
  for (const folder of [us, ru, mediator]) folder?.remove()
  await table.close()
})

describe('a record with everything of bargaining in it', () => {
  it('replays in every room to the state the server holds', async () => {
    for (const { folder } of [us, ru, mediator]) {
      const { code, out } = await called(['verify', 'log', folder, '--replay'])
      expect(out).toContain('Everything agrees.')
      expect(code).toBe(0)
    }
  })
})

describe('parley bargain blind', () => {
  const ballots = async (...words: readonly string[]) => {
    const { code, out } = await called(['bargain', 'blind', ...words, '--json'])
    return { code, ballots: JSON.parse(out).ballots }
  }

  it('shows with the papers of one side what that side can see', async () => {
    const { code, out } = await called(['bargain', 'blind', ru.folder])
    expect(out.match(/The rule was kept as far as this side can see\./g)).toHaveLength(3)
    expect(out.match(/ru did not answer/g)).toHaveLength(1)
    expect(out).not.toContain('us ')
    expect(code).toBe(0)
  })

  it('shows with the papers of all that the rule was kept towards all', async () => {
    const { code, ballots: all } = await ballots(us.folder, ru.folder)
    expect(code).toBe(0)
    expect(all.map(({ accepted }: { accepted: boolean }) => accepted)).toEqual([false, true, false])
    expect(all.map(({ flaw, seen }: { flaw: null; seen: string }) => [flaw, seen])).toEqual(
      Array(3).fill([null, 'all sides']),
    )
  })

  it('finds it broken when a side shows another answer than the one that was counted', async () => {
    const log = readdirSync(ru.folder).find(
      (name) =>
        existsSync(join(ru.folder, name, 'acts.jsonl')) &&
        readFileSync(join(ru.folder, name, 'acts.jsonl'), 'utf8').includes('"answer.give"'),
    )
    const path = join(ru.folder, log ?? '', 'acts.jsonl')
    const acts = readFileSync(path, 'utf8')
    try {
      writeFileSync(path, acts.replaceAll('"accept":true', '"accept":false'))
      const { code, ballots: all } = await ballots(us.folder, ru.folder)
      expect(code).toBe(1)
      expect(all[1].flaw).toBe('The package was called accepted although the side ru had not accepted it.')
      // And the folder itself shows that this is not what was recorded.
      expect((await called(['verify', 'log', ru.folder])).code).toBe(1)
      writeFileSync(path, acts.replaceAll('"payload":{"accept":true}', '"payload":null'))
      expect((await called(['bargain', 'blind', ru.folder])).code).toBe(2)
    } finally {
      writeFileSync(path, acts)
    }
  })

  it('says what is missing', async () => {
    expect((await called(['bargain', 'blind', us.folder, us.folder])).code).toBe(1)
    const nobody = await called(['bargain', 'blind', mediator.folder])
    expect(nobody.code).toBe(2)
    expect(nobody.err).toContain("only a party was asked anything, and this is no party's")
    expect((await called(['bargain', 'blind'])).code).toBe(2)
  })
})
