import { describe, expect, it } from 'vitest'
import { smallProcess } from '../../server/testing/process.ts'
import type { Member } from '../parties/member.ts'
import type { Room } from '../parties/process.ts'
import type { Message } from './message.ts'
import { type OpenRoom, type Shown, waitingFor } from './waiting.ts'

const at = '2026-11-22T10:00:00.000Z'
const { rooms, members, ...process } = smallProcess
const person = (key: string): Member => {
  const found = members.find((each) => each.key === key)
  if (!found) throw new Error(key)
  const { key: id, visibleIn, ...card } = found
  return { ...card, id, visibility: visibleIn === undefined ? 'table' : 'delegation' }
}
const message = (seat: string, more: Partial<Message> = {}): Message => ({
  original: 'en',
  words: { en: 'x', ru: 'х' },
  translations: [],
  nature: 'statement',
  author: { seat, member: `${seat}-head` },
  at,
  carried: [],
  ...more,
})
const said = (object: string, state: Message, first = 0): Shown => ({ object, first, kind: 'message', state })
const open = (key: string, objects: readonly Shown[], read = 1_000): OpenRoom => ({
  room: { ...(rooms.find((room) => room.key === key) as Omit<Room, 'id'>), id: key },
  objects,
  mine: { seat: '', delivered: read, read },
})
/** What waits on this member, as `why room/object`. */
const waits = (key: string, ...there: readonly OpenRoom[]) =>
  waitingFor({ process, member: person(key), at }, there).map(
    ({ why, room, object }) => `${why} ${room}/${object}`,
  )

describe('what waits', () => {
  it('words that may be carried wait on the mediator until they went or were withdrawn, and on nobody else', () => {
    const words = (more: Partial<Message>) => open('us-channel', [said('m', message('us', more))])
    for (const use of ['verbatim', 'paraphrase', 'as-mediator'] as const) {
      expect(waits('mediator-head', words({ use }))).toEqual(['convey us-channel/m'])
      for (const other of ['us-head', 'us-secretary', 'mediator-secretary', 'mediator-interpreter'])
        expect(waits(other, words({ use }))).toEqual([])
      expect(waits('mediator-head', words({ use, withdrawnAt: at }))).toEqual([])
      expect(
        waits('mediator-head', words({ use, carried: [{ at, as: use, to: { kind: 'plenary' } }] })),
      ).toEqual([])
    }
    expect(waits('mediator-head', words({ use: 'mediator-only' }))).toEqual([])
  })

  it('an offered wording waits on its sender’s side until it is answered', () => {
    const words = (standing: 'offered' | 'approved' | 'declined') => {
      const offered = { original: 'en', words: { en: 'y' }, at, standing }
      return open('us-channel', [said('m', message('us', { use: 'paraphrase', askFirst: true, offered }))])
    }
    expect(waits('us-head', words('offered'))).toEqual(['approve-wording us-channel/m'])
    expect(waits('us-interpreter', words('offered'))).toEqual([])
    for (const standing of ['approved', 'declined'] as const)
      expect(waits('us-head', words(standing))).toEqual([])
  })

  it('a question waits on the side it was put to until somebody answers', () => {
    const question = said('q', message('mediator', { nature: 'question' }))
    const answer = said('a', message('us', { nature: 'answer', answers: 'q', use: 'mediator-only' }))
    expect(waits('us-head', open('us-channel', [question]))).toEqual(['question us-channel/q'])
    expect(waits('us-head', open('us-channel', [question, answer]))).toEqual([])
    expect(waits('mediator-head', open('us-channel', [question]))).toEqual([])
  })

  it('words in one language wait on the interpreter of the room, then their draft on being signed off', () => {
    const one = { words: { en: 'x' } }
    const draft = { ...one, translations: [{ language: 'ru', words: 'х', by: 'i' }] }
    const signed = {
      ...one,
      translations: [{ language: 'ru', words: 'х', by: 'i', signedOff: { by: 'i', at } }],
    }
    const there = (room: string, more: Partial<Message>) => open(room, [said('m', message('us', more))])
    expect(waits('mediator-interpreter', there('plenary', one))).toEqual(['translate plenary/m'])
    expect(waits('mediator-interpreter', there('plenary', draft))).toEqual(['sign-off plenary/m'])
    expect(waits('mediator-interpreter', there('plenary', signed))).toEqual([])
    expect(waits('mediator-interpreter', there('plenary', { ...one, withdrawnAt: at }))).toEqual([])
    expect(waits('us-interpreter', there('plenary', one))).toEqual([])
    expect(waits('us-interpreter', there('us-caucus', one))).toEqual(['translate us-caucus/m'])
  })

  it('a silence waits on those who may break it, a pause on who grants it', () => {
    const silence = (standing: 'open' | 'adopted'): Shown => ({
      object: 's',
      first: 0,
      kind: 'silence',
      state: { ...message('mediator'), title: {}, deadline: at, objectors: ['us'], standing },
    })
    expect(waits('us-head', open('plenary', [silence('open')]))).toEqual(['silence plenary/s'])
    for (const other of ['ru-head', 'us-secretary', 'mediator-head'])
      expect(waits(other, open('plenary', [silence('open')]))).toEqual([])
    expect(waits('us-head', open('plenary', [silence('adopted')]))).toEqual([])
    const pause = (more: object): Shown => ({
      object: 'p',
      first: 0,
      kind: 'pause',
      state: { ...message('us'), ...more },
    })
    expect(waits('mediator-head', open('us-channel', [pause({})]))).toEqual(['pause us-channel/p'])
    expect(waits('mediator-head', open('us-channel', [pause({ grantedAt: at })]))).toEqual([])
    expect(waits('us-head', open('us-channel', [pause({})]))).toEqual([])
  })

  it('what is new waits as one line a room, without what one said oneself, and after everything else', () => {
    const objects = [0, 1, 2, 3].map((n) => said(`m${n}`, message(n === 3 ? 'us' : 'ru'), n))
    const [unread, ...rest] = waitingFor({ process, member: person('us-head'), at }, [
      open('group', objects, 1),
    ])
    expect(unread).toMatchObject({ why: 'unread', room: 'group', object: 'm2', count: 2 })
    expect(rest).toEqual([])
    expect(waits('us-head', open('group', objects, 4))).toEqual([])
    const question = said('q', message('mediator', { nature: 'question' }))
    expect(waits('us-head', open('group', objects, 0), open('us-channel', [question]))).toEqual([
      'question us-channel/q',
      'unread group/m2',
    ])
  })

  it('nothing waits on who cannot mark it as read', () => {
    const objects = [said('m', message('ru'), 5)]
    expect(waits('us-unseen', open('plenary', objects, 0))).toEqual([])
    expect(waits('public', open('gallery', objects, 0))).toEqual([])
  })
})
