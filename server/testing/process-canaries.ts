/** Canaries in how the process stands: consents of each side, the mandate, tracks, what is read into a side, and notes. */

import { randomBytes, randomUUID } from 'node:crypto'
import type { Aviary } from './canaries.ts'
import type { Answer, Person } from './table.ts'

interface Hand {
  readonly aviary: Aviary
  readonly as: (member: string) => Promise<Person>
}

const good = (answer: Answer): void => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
}

const answers = { stalemate: 'yes', 'way-out': 'partly', spokesman: 'unknown' }

/** Lays a consent in each channel, taken back in one of them, a reading in each caucus, and the mediator's own in the office, with a handover. */
export const layProcess = async ({ aviary, as }: Hand): Promise<void> => {
  const both = (what: string, room: string) => ({ en: aviary.word(what, room), ru: aviary.word(what, room) })
  const wording = (what: string, room: string) => ({ original: 'en', words: both(what, room) })
  const mediator = await as('mediator-head')
  for (const party of ['us', 'ru']) {
    const head = await as(`${party}-head`)
    const [channel, caucus] = [`${party}-channel`, `${party}-caucus`]
    const given = {
      scope: wording('scope of a consent', channel),
      qualifications: wording('qualifications of a consent', channel),
    }
    good(await head.act(channel, 'consent.give', 'consent', 0, given))
    const reading = { answers, words: wording('own reading of ripeness', caucus) }
    good(await head.act(caucus, 'ripeness.read', party, 0, reading))
    const read = { answers, words: wording('reading of ripeness', 'office') }
    good(await mediator.act('office', 'ripeness.read', party, 0, read))
  }
  const reason = { reason: wording('reason of a withdrawal', 'us-channel') }
  good(await (await as('us-head')).act('us-channel', 'consent.withdraw', 'consent', 1, reason))
  const mandate = {
    ...{ source: 'parties', giver: both('giver of a mandate', 'plenary'), from: '2026-01-01' },
    ...{ words: both('words of a mandate', 'plenary'), limits: both('limits of a mandate', 'plenary') },
  }
  good(await mediator.act('plenary', 'mandate.record', randomUUID(), 0, mandate))
  const move = { phase: 'negotiation', suspended: false, since: '2026-01-01' }
  const moved = { ...move, words: both('words on a track', 'plenary') }
  good(await mediator.act('plenary', 'track.move', 'security', 0, moved))
  const mark = { answer: 'partly', on: '2026-01-01', note: wording('note on a fundamental', 'office') }
  good(await mediator.act('office', 'fundamental.mark', 'analysis', 0, mark))
  const hash = randomBytes(32).toString('hex')
  aviary.id(hash, 'hash of a handover', 'office')
  const made = { notes: ['mark/analysis/2026-01-01T00:00:00.000Z'], hash }
  good(await mediator.act('office', 'handover.make', randomUUID(), 0, made))
}
