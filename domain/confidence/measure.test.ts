import { describe, expect, it } from 'vitest'
import { Delegations } from '#domain/parties/testing/delegations.ts'
import { keyOf } from '#domain/record/rule.ts'
import type { Measure } from './measure.ts'

const both = (en: string) => ({ en, ru: en })
const object = 'm'
const proposed = {
  ...{ wording: 'w', name: both('Line'), parts: { us: both('Opens'), ru: both('Opens') } },
  ...{ by: '2027-01-01', seen: both('A call'), stipulations: [] },
}

const agreed = (): Delegations => {
  const talks = new Delegations()
  talks.must('us-head', 'measure.propose', object, proposed)
  for (const head of ['us-head', 'ru-head']) talks.must(head, 'measure.accept', object, { wording: 'w' })
  return talks
}
const measure = (talks: Delegations) =>
  talks.objects.get(keyOf({ room: 'plenary', kind: 'measure', object }))?.state as Measure
const told = (instead?: string, on = '2026-11-22') => ({
  ...{ on, words: both('It is open.') },
  ...(instead === undefined ? {} : { instead }),
})
const seen = (of: string) => ({ of, isSeen: true, words: both('It was.') })
const code = (outcome: ReturnType<Delegations['post']>) => (outcome.ok ? '' : outcome.refusal.code)
const sights = (talks: Delegations) => measure(talks).seenBy.map(({ of, by }) => `${by.seat} of ${of}`)

describe('a part of a measure told anew', () => {
  it('is seen by nobody yet: the sights of it are dropped, and those of the other part stay', () => {
    const talks = agreed()
    talks.must('us-head', 'measure.tell', object, told())
    talks.must('ru-head', 'measure.tell', object, told())
    talks.must('ru-head', 'measure.see', object, seen('us'))
    talks.must('us-head', 'measure.see', object, seen('ru'))
    expect(sights(talks)).toEqual(['ru of us', 'us of ru'])
    const own = measure(talks).told.find(({ party }) => party === 'us')
    talks.must('us-deputy', 'measure.tell', object, told(own?.at))
    expect(sights(talks)).toEqual(['us of ru'])
    expect(measure(talks).told.map(({ party }) => party)).toEqual(['ru', 'us'])
  })

  it('keeps what was seen before anything was told', () => {
    const talks = agreed()
    talks.must('ru-head', 'measure.see', object, seen('us'))
    talks.must('us-head', 'measure.tell', object, told())
    expect(sights(talks)).toEqual(['ru of us'])
  })
})

describe('a word on a measure', () => {
  it('takes the place of that of the own side only if its author saw that one; the other side’s is no hindrance', () => {
    const talks = agreed()
    talks.must('us-head', 'measure.tell', object, told())
    talks.must('ru-head', 'measure.tell', object, told())
    const before = measure(talks)
    expect(code(talks.post('us-deputy', 'measure.tell', object, told()))).toBe('act.stale')
    expect(code(talks.post('us-deputy', 'measure.tell', object, told('2026-11-22T09:00:00.000Z')))).toBe(
      'act.stale',
    )
    expect(measure(talks)).toEqual(before)
  })

  it('of what was seen is on the account that was read, and on no other that came in its place', () => {
    const talks = agreed()
    talks.must('us-head', 'measure.tell', object, told())
    const read = talks.revision('measure', object)
    const own = measure(talks).told[0]?.at
    talks.must('us-deputy', 'measure.tell', object, told(own))
    expect(code(talks.post('ru-head', 'measure.see', object, seen('us'), read))).toBe('act.stale')
    expect(sights(talks)).toEqual([])
    talks.must('ru-head', 'measure.see', object, seen('us'))
    expect(sights(talks)).toEqual(['ru of us'])
  })
})
