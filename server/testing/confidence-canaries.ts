/** Canaries of confidence: grievances that are kept, grievances that were put to the mediator, a measure of the table. */
import { randomUUID } from 'node:crypto'
import type { Aviary } from './canaries.ts'
import type { Answer, Person } from './table.ts'

interface Hand {
  readonly aviary: Aviary
  readonly as: (member: string) => Promise<Person>
}

const good = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer
}

/** One grievance of each side that it keeps, one that it puts to the mediator, and a measure with a part of each. */
export const layConfidence = async ({ aviary, as }: Hand): Promise<void> => {
  const both = (what: string, ...rooms: readonly string[]) => ({
    en: aviary.word(what, ...rooms),
    ru: aviary.word(what, ...rooms),
  })
  for (const seat of ['us', 'ru']) {
    const head = await as(`${seat}-head`)
    const caucus = `${seat}-caucus`
    for (const rooms of [[caucus], [caucus, `${seat}-channel`]]) {
      const object = randomUUID()
      const payload = {
        ...{
          original: 'en',
          name: both('name of a grievance', ...rooms),
          words: both('grievance', ...rooms),
        },
        ...{ settling: both('what would settle a grievance', ...rooms), events: [], issues: [] },
      }
      good(await head.act(caucus, 'grievance.enter', object, 0, payload))
      if (rooms.length > 1) good(await head.act(caucus, 'grievance.put', object, 1, { use: 'mediator-only' }))
      else {
        const end = { how: 'dropped', words: both('why a grievance was dropped', caucus) }
        good(await head.act(caucus, 'grievance.end', object, 1, end))
      }
    }
  }
  const measure = {
    ...{ wording: randomUUID(), name: both('name of a measure', 'plenary'), by: '2030-01-01' },
    ...{ seen: both('how a measure is seen', 'plenary'), stipulations: [] },
    parts: { us: both('part of a measure', 'plenary'), ru: both('part of a measure', 'plenary') },
  }
  good(await (await as('mediator-head')).act('plenary', 'measure.propose', randomUUID(), 0, measure))
}
