import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyOnes } from '#domain/record/only-ones.ts'
import { type Prepared, prepare } from './testing/prepared.ts'
import { roomsOfSeat } from './testing/process.ts'
import { actKinds, objectOf, sample } from './testing/samples.ts'
import type { Answer, Person } from './testing/table.ts'

let prepared: Prepared
const people = new Map<string, Person>()

const everybody = [
  'us-head',
  'us-interpreter',
  'ru-head',
  'mediator-head',
  'mediator-interpreter',
  'observer',
  'public',
]

beforeAll(async () => {
  prepared = await prepare([])
  for (const key of everybody) people.set(key, await prepared.table.as(key))
})
afterAll(() => prepared.table.close())

/** Everything of an answer but its date, with the ids that were asked about masked: they are the asker's own. */
const shape = (answer: Answer, ...asked: readonly string[]): string => {
  const { date: _, ...headers } = answer.headers
  const all = JSON.stringify([answer.status, headers, answer.text])
  return asked.reduce((text, id) => text.replaceAll(id, 'the id asked about'), all)
}

const cases = () =>
  [...people].map(([key, person]) => {
    const seat = key.split('-')[0] ?? ''
    const own = roomsOfSeat(seat).map((room) => prepared.table.room(room))
    const foreign = Object.values(prepared.table.founded.rooms).filter((room) => !own.includes(room))
    const hidden = [...prepared.canaries.values()].filter(
      ({ what, rooms }) =>
        what.startsWith('object of') && !rooms.some((room) => roomsOfSeat(seat).includes(room)),
    )
    const objects = hidden.map(({ word }) => word)
    return {
      key,
      person,
      own,
      foreign,
      objects,
      there: hidden[0]?.rooms.map((room) => prepared.table.room(room)),
    }
  })

describe('an id of a room one does not sit in answers like an id that nothing has', () => {
  it('at every address of a room', async () => {
    let compared = 0
    for (const { person, foreign } of cases()) {
      for (const end of [
        '',
        '/acts',
        '/acts?from=1',
        '/export',
        '/export?as=html',
        '/acts?from=x',
        '/nothing',
      ]) {
        const unknown = shape(await person.get(`rooms/${randomUUID()}${end}`))
        for (const room of foreign) {
          expect(shape(await person.get(`rooms/${room}${end}`))).toBe(unknown)
          compared += 1
        }
      }
    }
    expect(compared).toBeGreaterThan(100)
  })

  it('at every address of a paper, in its own room and in a room of the asker', async () => {
    for (const { person, own } of cases()) {
      const seen = new Set(own)
      for (const { room, paper } of prepared.papers) {
        if (seen.has(prepared.table.room(room))) continue
        for (const end of ['clauses', 'file/en', 'file/ru', 'file/fr', 'file/__proto__']) {
          for (const where of [prepared.table.room(room), own[0] ?? '']) {
            const unknown = shape(await person.get(`rooms/${where}/papers/${randomUUID()}/${end}`))
            expect(shape(await person.get(`rooms/${where}/papers/${paper}/${end}`))).toBe(unknown)
          }
        }
      }
    }
  })

  it('when a file is laid into it', async () => {
    for (const { person, foreign } of cases()) {
      const bytes = Buffer.from('no paper at all')
      const unknown = shape(await person.upload(randomUUID(), bytes))
      for (const room of foreign) expect(shape(await person.upload(room, bytes))).toBe(unknown)
    }
  })

  it('when a member is invited', async () => {
    const unseen = prepared.table.founded.members['ru-unseen'] ?? ''
    for (const key of ['us-head', 'mediator-head', 'observer', 'public']) {
      const person = people.get(key)
      const unknown = shape((await person?.post('invitations', { member: randomUUID() })) as Answer)
      expect(shape((await person?.post('invitations', { member: unseen })) as Answer)).toBe(unknown)
    }
  })

  it('when a process is asked about', async () => {
    for (const { person } of cases())
      for (const end of ['', '/table', '/desk', '/search?q=zq', '/events', `/rooms/${randomUUID()}`])
        expect((await person.get(`/api/processes/${randomUUID()}${end}`)).json).toEqual({ code: 'unknown' })
  })

  it.each(actKinds)('for %s in it', async (kind) => {
    for (const { person, foreign, objects, there } of cases()) {
      const post = (room: string, object: string) => {
        const payload = sample(kind, { to: foreign[0] ?? randomUUID(), object })
        return person.post('acts', {
          id: randomUUID(),
          room,
          kind,
          object: objectOf(kind, object),
          base: 1,
          payload,
        })
      }
      const unknown = shape(await post(randomUUID(), randomUUID()))
      expect(JSON.parse(unknown)[0]).toBe(404)
      // The room that holds an object is asked about it and about one that nobody has; of the others every second one
      // about each, and from one act to the next they change places.
      for (const [i, room] of foreign.entries()) {
        const isHeld = there?.includes(room) === true
        const asksHidden = isHeld || (actKinds.indexOf(kind) + i) % 2 === 0
        if (asksHidden) expect(shape(await post(room, objects[0] ?? ''))).toBe(unknown)
        if (isHeld || !asksHidden) expect(shape(await post(room, randomUUID()))).toBe(unknown)
      }
    }
  })

  // Of these a room has one, which is named by a word: there is no id of another room to ask about.
  const byId = actKinds.filter((kind) => !onlyOnes.some((only) => kind.startsWith(`${only}.`)))
  it.each(byId)('for %s on an object of it from a room of the asker', async (kind) => {
    for (const { person, own, objects } of cases()) {
      for (const room of own) {
        const post = async (object: string) => {
          const id = randomUUID()
          const payload = sample(kind, { to: randomUUID(), object: randomUUID() })
          const answer = await person.post('acts', {
            id,
            room,
            kind,
            object: objectOf(kind, object),
            base: 1,
            payload,
          })
          return shape(answer, id, object)
        }
        const unknown = await post(randomUUID())
        const hidden = objects[(byId.indexOf(kind) + own.indexOf(room)) % objects.length]
        expect(await post(hidden ?? '')).toBe(unknown)
      }
    }
  })
})

describe('what points to another room answers like what points nowhere', () => {
  /** Ids of messages (questions among them), papers and silences of rooms this member does not sit in. */
  const pointers = (key: string) => cases().find((each) => each.key === key)?.objects ?? []

  it('for what words are about and what they answer', async () => {
    const us = people.get('us-head')
    const say = async (more: object) => {
      const payload = { nature: 'statement', original: 'en', words: { en: 'x' }, ...more }
      return shape((await us?.act('plenary', 'message.send', randomUUID(), 0, payload)) as Answer)
    }
    const about = await say({ about: { object: randomUUID() } })
    const answers = await say({ nature: 'answer', answers: randomUUID() })
    expect(JSON.parse(about)[0]).toBe(422)
    for (const object of pointers('us-head')) {
      expect(await say({ about: { object } })).toBe(about)
      expect(await say({ nature: 'answer', answers: object })).toBe(answers)
    }
  })

  it('for a file', async () => {
    const us = people.get('us-head')
    const submit = async (file: string) => {
      const payload = sample('paper.submit', { to: '', object: '', file })
      return shape((await us?.act('plenary', 'paper.submit', randomUUID(), 0, payload)) as Answer)
    }
    const unknown = await submit('1'.repeat(64))
    expect(JSON.parse(unknown)[0]).toBe(422)
    const files = [...prepared.canaries.values()].filter(
      ({ what, rooms }) =>
        what === 'hash of a file' && !rooms.some((room) => roomsOfSeat('us').includes(room)),
    )
    expect(files.length).toBeGreaterThan(5)
    for (const { word } of files) expect(await submit(word)).toBe(unknown)
  })

  it('for the room words are conveyed to, and the objects there that they speak of', async () => {
    const { table, canaries } = prepared
    const us = people.get('us-head')
    const mediator = people.get('mediator-head')
    const object = randomUUID()
    const payload = { nature: 'statement', original: 'en', words: { en: 'x' }, use: 'verbatim' }
    await us?.act('us-channel', 'message.send', object, 0, payload)
    const convey = async (more: object) => {
      const conveyed = { as: 'verbatim', to: table.room('group'), ...more }
      return shape((await mediator?.act('us-channel', 'message.convey', object, 1, conveyed)) as Answer)
    }
    const nowhere = await convey({ to: randomUUID() })
    for (const room of ['us-caucus', 'ru-caucus'])
      expect(await convey({ to: table.room(room) })).toBe(nowhere)
    const about = await convey({ about: { object: randomUUID() } })
    const answers = await convey({ answers: randomUUID() })
    const hidden = [...canaries.values()].filter(
      ({ what, rooms }) => what.startsWith('object of') && rooms.every((room) => room.endsWith('caucus')),
    )
    expect(hidden.length).toBeGreaterThan(5)
    for (const { word } of hidden) {
      expect(await convey({ about: { object: word } })).toBe(about)
      expect(await convey({ answers: word })).toBe(answers)
    }
  })
})
