import { describe, expect, it } from 'vitest'
import type { ActDone, PostedAct } from '#contract/acts.ts'
import { Refused, Unreachable } from './api.ts'
import { type Store, sendWaiting, type WaitingAct, waitingIn } from './sending.ts'

const waiting = (id: string): WaitingAct => ({
  act: { id } as PostedAct,
  at: '2026-01-01T00:00:00.000Z',
  form: '{}',
})

/** A store in memory, a door that answers by the id of the act, and what came to it. */
const bench = (ids: readonly string[], answer: (id: string, time: number) => Error | null) => {
  let kept: readonly WaitingAct[] = ids.map(waiting)
  const store: Store = {
    read: () => kept,
    write: (next) => {
      kept = next
    },
  }
  const came: string[] = []
  const done: string[] = []
  const send = async ({ id }: PostedAct): Promise<ActDone> => {
    came.push(id)
    const trouble = answer(id, came.filter((each) => each === id).length)
    if (trouble) throw trouble
    return { id } as ActDone
  }
  return { came, done, left: () => kept, go: () => sendWaiting(store, send, ({ id }) => done.push(id)) }
}

describe('what waits', () => {
  it('is sent oldest first, each once, and is gone when it is done', async () => {
    const { came, done, left, go } = bench(['a', 'b'], () => null)
    await go()
    await go()
    expect([came, done, left()]).toEqual([['a', 'b'], ['a', 'b'], []])
  })

  it('stops at the first that gets no answer, and goes on there with the same id', async () => {
    const { came, left, go } = bench(['a', 'b'], (id, time) =>
      id === 'a' && time === 1 ? new Unreachable('') : null,
    )
    await go()
    expect([came, left().length]).toEqual([['a'], 2])
    await go()
    expect([came, left()]).toEqual([['a', 'a', 'b'], []])
  })

  it('keeps what is refused with its reason, sends the rest, and does not send it again by itself', async () => {
    const { came, left, go } = bench(['a', 'b'], (id) =>
      id === 'a' ? new Refused(422, 'sighting.times') : null,
    )
    await go()
    await go()
    expect(came).toEqual(['a', 'b'])
    expect(left()).toEqual([{ ...waiting('a'), refusal: { status: 422, code: 'sighting.times', facts: {} } }])
  })

  it('waits on when the session has ended or the door is too busy: that says nothing of the record', async () => {
    for (const status of [401, 429, 503]) {
      const { left, go } = bench(['a'], () => new Refused(status, 'x'))
      await go()
      expect(left()).toEqual([waiting('a')])
    }
  })

  it('is read from a store that may hold anything', () => {
    expect(waitingIn('')).toEqual([])
    expect(waitingIn('{')).toEqual([])
    expect(waitingIn('{"a":1}')).toEqual([])
    expect(waitingIn(JSON.stringify([null, { act: 1 }, waiting('a')]))).toEqual([waiting('a')])
  })
})
