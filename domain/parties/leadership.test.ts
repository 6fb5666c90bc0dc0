import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { follow, replay } from '#domain/acts.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { type Kept, keyOf } from '#domain/record/rule.ts'
import { mayPerform } from './access.ts'
import { type Leadership, lastChange } from './leadership.ts'
import type { Authority, Member } from './member.ts'
import { Delegations, full, paper } from './testing/delegations.ts'

const change = (outgoing: string | null, member: string, more: object = {}) => ({
  ...{ outgoing, stays: false, successor: { member, title: { en: 'Head', ru: 'Глава' } } },
  ...{ authority: full, fullPowers: { from: '2026-11-01' }, credentials: paper },
  ...more,
})
const agree = (degree: 'ad-referendum' | 'confirmed', wording = 1) => ({
  ...{ wording, degree, under: [], subjectToConformity: false },
})
const code = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code)
const leadershipOf = (talks: Delegations, seat = 'us') =>
  talks.objects.get(keyOf({ room: 'plenary', kind: 'leadership', object: seat }))?.state as Leadership

describe('a change of leadership', () => {
  it('passes the leadership at once: the outgoing head is out, the successor holds what is stated, and no more', () => {
    const talks = new Delegations()
    const authority: readonly Authority[] = ['speak', 'agree-ad-referendum']
    const until = '2027-01-31'
    const asked = change('us-head', 'us-deputy', { authority, fullPowers: undefined, until })
    expect(code(talks.post('us-head', 'leadership.change', 'us', asked))).toBe('done')
    expect(talks.card('us-deputy')).toMatchObject({
      function: 'head',
      authority,
      until,
      title: { en: 'Head' },
    })
    expect(talks.card('us-deputy')?.fullPowers).toBeUndefined()
    expect(talks.card('us-head')?.removedAt).toBe(lastChange(leadershipOf(talks))?.at)
    expect(code(talks.post('us-head', 'clause.agree', 'c1', agree('ad-referendum')))).toBe('act.not-serving')
  })

  it('writes down what both held, and puts the credentials on file in the same moment', () => {
    const talks = new Delegations()
    talks.post('us-head', 'leadership.change', 'us', change('us-head', 'us-deputy', { stays: true }))
    const last = lastChange(leadershipOf(talks))
    expect(last?.outgoing).toEqual({
      ...{ member: 'us-head', authority: full, fullPowers: { from: '2026-01-01' } },
      ...{ since: '2026-01-01', stays: true },
    })
    expect(last?.successor).toMatchObject({ member: 'us-deputy', authority: full, since: last?.at })
    const lodged = talks.objects.get(
      keyOf({ room: 'plenary', kind: 'credentials', object: last?.credentials ?? '' }),
    )
    expect(lodged?.state).toMatchObject({ ...paper, seat: 'us', member: 'us-deputy', at: last?.at })
  })

  it('may bring in somebody new, who joins as head by the same act', () => {
    const talks = new Delegations()
    const joins = { id: 'newcomer', name: { en: 'N', ru: 'Н' }, title: { en: 'T', ru: 'Т' }, language: 'en' }
    expect(
      code(
        talks.post('us-deputy', 'leadership.change', 'us', change('us-head', '', { successor: { joins } })),
      ),
    ).toBe('done')
    expect(talks.card('newcomer')).toMatchObject({ seat: 'us', function: 'head', authority: full })
    expect(code(talks.post('newcomer', 'clause.agree', 'c1', agree('ad-referendum')))).toBe('done')
  })

  it.each([
    ['by a secretary', 'us-secretary', 'us', change('us-head', 'us-deputy'), 'act.not-yours'],
    ['by the mediator', 'chair', 'us', change('us-head', 'us-deputy'), 'act.not-yours'],
    ['by another side', 'ru-head', 'us', change('us-head', 'us-deputy'), 'member.not-yours'],
    ['by the successor', 'us-deputy', 'us', change('us-head', 'us-deputy'), 'leadership.not-oneself'],
    ['of a head who is not head', 'us-head', 'us', change('us-legal', 'us-deputy'), 'leadership.other-head'],
    ['of nobody, while one leads', 'us-head', 'us', change(null, 'us-deputy'), 'leadership.other-head'],
    ['to the other side', 'us-head', 'us', change('us-head', 'ru-deputy'), 'leadership.successor-unknown'],
    ['to oneself', 'us-deputy', 'us', change('us-head', 'us-head'), 'leadership.same-head'],
    [
      'with authority that is the mediator’s',
      'us-head',
      'us',
      change('us-head', 'us-deputy', { authority: ['convey'] }),
      'process.convey-is-the-mediators',
    ],
    [
      'on credentials dated ahead',
      'us-head',
      'us',
      change('us-head', 'us-deputy', { credentials: { ...paper, dated: '2026-11-23' } }),
      'credentials.ahead',
    ],
    [
      'on a paper the room does not hold',
      'us-head',
      'us',
      change('us-head', 'us-deputy', {
        credentials: { ...paper, file: { file: paper.sha256, type: 'application/pdf', bytes: 1 } },
      }),
      'paper.file-unknown',
    ],
  ])('is refused %s', (_, by, seat, asked, refusal) => {
    const talks = new Delegations()
    const before = talks.log.length
    expect(code(talks.post(by, 'leadership.change', seat, asked))).toBe(refusal)
    expect(talks.log.length).toBe(before)
  })

  it('is the one way to another head: nobody joins as a second one', () => {
    const talks = new Delegations()
    const card = { ...talks.card('us-head'), id: undefined }
    const { id: _, ...second } = card
    expect(code(talks.post('us-head', 'member.join', 'second', second))).toBe('member.head-by-change')
    talks.post('us-deputy', 'member.remove', 'us-head', {})
    expect(code(talks.post('us-deputy', 'member.join', 'second', second))).toBe('member.head-by-change')
    expect(code(talks.post('us-deputy', 'leadership.change', 'us', change(null, 'us-legal')))).toBe('done')
  })

  it('is not for one person with two cards: they do not name themselves, nor join anew under their own name', () => {
    const talks = new Delegations()
    const { id: _, ...card } = talks.card('us-legal') as Member
    const name = { en: 'Deputy, US', ru: 'Us Deputy' }
    talks.must(null, 'member.join', 'us-twin', { ...card, function: 'economic-adviser', name })
    const asked = change('us-head', 'us-twin')
    expect(code(talks.post('us-deputy', 'leadership.change', 'us', asked))).toBe('leadership.not-oneself')
    const joins = { id: 'n', name: { en: 'US Deputy', ru: 'Н' }, title: { en: 'T', ru: 'Т' }, language: 'en' }
    const anew = change('us-head', '', { successor: { joins } })
    expect(code(talks.post('us-deputy', 'leadership.change', 'us', anew))).toBe('leadership.not-oneself')
    expect(code(talks.post('us-head', 'leadership.change', 'us', asked))).toBe('done')
  })

  it('names everybody in the languages of the process and in no other', () => {
    const talks = new Delegations()
    const foreign = { en: 'Head', ru: 'Глава', fr: 'Chef' }
    const successor = { member: 'us-deputy', title: foreign }
    expect(code(talks.post('us-head', 'leadership.change', 'us', change('us-head', '', { successor })))).toBe(
      'wording.language',
    )
    const issued = change('us-head', 'us-deputy', { credentials: { ...paper, issuer: foreign } })
    expect(code(talks.post('us-head', 'leadership.change', 'us', issued))).toBe('wording.language')
    const { id: _, ...card } = talks.card('us-legal') as Member
    const joins = (more: object) => ({ ...card, function: 'military-adviser', ...more })
    expect(code(talks.post('us-head', 'member.join', 'x', joins({ title: foreign })))).toBe(
      'wording.language',
    )
    expect(code(talks.post('us-head', 'member.join', 'x', joins({ name: { en: 'X' } })))).toBe(
      'process.name-missing',
    )
    expect(code(talks.post('us-head', 'member.join', 'x', joins({})))).toBe('done')
  })

  it('done twice from the same sight of it is done once', () => {
    const talks = new Delegations()
    talks.post('us-head', 'leadership.change', 'us', change('us-head', 'us-deputy', { stays: true }), 0)
    expect(code(talks.post('us-deputy', 'leadership.change', 'us', change('us-deputy', 'us-legal'), 0))).toBe(
      'act.stale',
    )
  })

  it('refuses an act prepared under the old head, and says what is held since when', () => {
    const talks = new Delegations()
    talks.post('us-head', 'leadership.change', 'us', change('us-head', 'us-deputy', { stays: true }))
    const refused = talks.post('us-head', 'clause.agree', 'c1', agree('ad-referendum'))
    const since = lastChange(leadershipOf(talks))?.at
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'act.not-yours', facts: { held: 'speak', since } },
    })
  })
})

describe('what was agreed ad referendum', () => {
  const passed = () => {
    const talks = new Delegations()
    talks.post('us-head', 'clause.agree', 'c1', agree('ad-referendum'))
    const before = talks.clause()
    talks.post('us-head', 'leadership.change', 'us', change('us-head', 'us-legal'))
    return { talks, before }
  }

  it('stays as it was done, in the name of who did it', () => {
    const { talks, before } = passed()
    expect(talks.clause()).toBe(before)
    expect(talks.clause().agreements[0]?.by.member).toBe('us-head')
  })

  it('is confirmed by the successor and by nobody else', () => {
    const { talks } = passed()
    for (const degree of ['confirmed', 'ad-referendum'] as const)
      expect(code(talks.post('us-deputy', 'clause.agree', 'c1', agree(degree)))).toBe(
        'leadership.successors-word',
      )
    for (const kind of ['clause.decline', 'clause.reopen'])
      expect(code(talks.post('us-deputy', kind, 'c1', { wording: 1 }))).toBe('leadership.successors-word')
    expect(code(talks.post('us-legal', 'clause.agree', 'c1', agree('confirmed')))).toBe('done')
    expect(talks.clause().agreements).toMatchObject([{ degree: 'confirmed', by: { member: 'us-legal' } }])
  })

  it('or not confirmed: then it is over, and the other side’s agreement is as it was', () => {
    const { talks } = passed()
    talks.post('ru-head', 'clause.agree', 'c1', agree('ad-referendum'))
    expect(code(talks.post('us-legal', 'clause.decline', 'c1', { wording: 1 }))).toBe('done')
    expect(talks.clause().agreements.map(({ party }) => party)).toEqual(['ru'])
    expect(code(talks.post('us-legal', 'clause.decline', 'c1', { wording: 1 }))).toBe(
      'text.nothing-to-decline',
    )
    expect(code(talks.post('us-deputy', 'clause.agree', 'c1', agree('ad-referendum')))).toBe('done')
  })

  it('of the other side waits for nobody', () => {
    const { talks } = passed()
    talks.post('ru-head', 'clause.agree', 'c1', agree('ad-referendum'))
    expect(code(talks.post('ru-deputy', 'clause.agree', 'c1', agree('confirmed')))).toBe('done')
  })
})

describe('what was signed ad referendum', () => {
  const signed = () => {
    const talks = new Delegations()
    const powers = { authority: full, fullPowers: { from: '2026-01-01' } }
    talks.post('us-head', 'member.authorise', 'us-deputy', powers)
    const mark = (kind: string, party: string) => ({
      ...{
        kind,
        party,
        by: { seat: party, member: `${party}-head` },
        at: new Date(talks.time).toISOString(),
      },
      ...{ assertion: {}, key: {}, rp: '', seal: '', index: 0 },
    })
    const version = {
      ...{ record: { number: 1 }, hash: 'h', leaves: {}, index: 0, consent: 'agreed', clean: true },
      ...{ concordant: true, objections: [] },
      marks: [mark('initial', 'us'), mark('initial', 'ru'), mark('sign-ad-referendum', 'us')],
    }
    const ref = { room: 'plenary', kind: 'version', object: '1' }
    talks.objects.set(keyOf(ref), { ...ref, revision: 1, state: version })
    talks.post('us-head', 'leadership.change', 'us', change('us-head', 'us-legal'))
    return talks
  }
  const payload = { hash: 'h', assertion: { signature: 'AA' }, key: {}, rp: 'x' }

  it('is confirmed, signed over in full, or not confirmed by the successor and by nobody else', () => {
    const talks = signed()
    for (const kind of ['version.confirm', 'version.sign', 'version.decline'])
      expect(code(talks.post('us-deputy', kind, '1', payload))).toBe('leadership.successors-word')
    expect(code(talks.post('us-legal', 'version.confirm', '1', payload))).toBe('done')
    expect(code(talks.post('us-legal', 'version.decline', '1', {}))).toBe('version.nothing-to-confirm')
  })

  it('is over when it is not confirmed; the signature stays in the record, and a full one is open to all who may', () => {
    const talks = signed()
    expect(code(talks.post('us-legal', 'version.decline', '1', {}))).toBe('done')
    const kept = talks.objects.get(keyOf({ room: 'plenary', kind: 'version', object: '1' }))
    expect(kept?.state).toMatchObject({ marks: [{}, {}, {}], declined: [{ party: 'us' }] })
    expect(code(talks.post('us-legal', 'version.confirm', '1', payload))).toBe('version.declined')
    expect(code(talks.post('us-deputy', 'version.sign', '1', payload))).toBe('done')
  })
})

const people = ['head', 'deputy', 'legal', 'secretary'].flatMap((who) => [`us-${who}`, `ru-${who}`])
const authorities = fc.subarray([...full])
const step = fc.record({
  kind: fc.constantFrom('change', 'change', 'agree', 'confirm', 'decline', 'reopen', 'authorise', 'remove'),
  by: fc.constantFrom(...people, 'chair'),
  to: fc.constantFrom(...people),
  authority: fc.oneof({ weight: 2, arbitrary: fc.constant(full) }, { weight: 1, arbitrary: authorities }),
  stays: fc.boolean(),
  isStale: fc.nat(9).map((n) => n === 0),
  sameMoment: fc.nat(4).map((n) => n === 0),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const take = (talks: Delegations, { kind, by, to, authority, stays, isStale, sameMoment }: Step): void => {
  const seat = by.split('-')[0] ?? ''
  const { wording } = talks.clause()
  // Acts of one batch bear one time.
  if (sameMoment) talks.time -= 1_000
  const head = talks
    .everybody()
    .find((each) => each.seat === seat && each.function === 'head' && each.removedAt === undefined)
  if (kind === 'change') {
    const asked = change(head?.id ?? null, to, { authority, stays })
    talks.post(by, 'leadership.change', seat, asked, isStale ? 0 : undefined)
  } else if (kind === 'agree') talks.post(by, 'clause.agree', 'c1', agree('ad-referendum', wording))
  else if (kind === 'confirm') talks.post(by, 'clause.agree', 'c1', agree('confirmed', wording))
  else if (kind === 'decline' || kind === 'reopen') talks.post(by, `clause.${kind}`, 'c1', { wording })
  else if (kind === 'authorise') talks.post(by, 'member.authorise', to, { authority })
  else talks.post(by, 'member.remove', to, {})
}
const play = (steps: readonly Step[]): Delegations => {
  const talks = new Delegations()
  for (const each of steps) take(talks, each)
  return talks
}
const law = (holds: (talks: Delegations) => void) =>
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), (steps) => holds(play(steps))),
    { numRuns: 150 },
  )

/** The acts of a log, each with the objects of the room as they stood before it. */
const unrolled = (
  log: readonly Act[],
): readonly { readonly act: Act; readonly before: Map<string, Kept> }[] => {
  const now = new Map<string, Kept>()
  return log.map((act) => {
    const before = new Map(now)
    const [kind = ''] = act.kind.split('.')
    const key = keyOf({ room: act.room, kind, object: act.object })
    const next = follow(now.get(key), act)
    if (!next.ok) throw new Error(next.refusal.code)
    now.set(key, next.value)
    return { act, before }
  })
}
const cardBefore = (before: ReadonlyMap<string, Kept>, member: string): Member | undefined =>
  before.get(keyOf({ room: 'plenary', kind: 'member', object: member }))?.state as Member | undefined
const room = { kind: 'plenary', seats: ['us', 'ru', 'mediator'] } as const

describe('whatever the order of changes and acts', () => {
  it('does many of each, so that these laws speak of something', () => {
    const seen = new Map<string, number>()
    law((talks) => {
      for (const { kind } of talks.log) seen.set(kind, (seen.get(kind) ?? 0) + 1)
    })
    for (const kind of ['leadership.change', 'clause.agree', 'clause.decline', 'clause.reopen'])
      expect([kind, (seen.get(kind) ?? 0) > 20]).toEqual([kind, true])
  })

  it('every accepted act was within what its member held at its moment', () => {
    // What follows from an act is within the authority of that act.
    const follows = ['member.relieve', 'member.succeed', 'credentials.lodge']
    law((talks) => {
      for (const { act, before } of unrolled(talks.log)) {
        if (!act.by || follows.includes(act.kind)) continue
        const card = cardBefore(before, act.by.member)
        const seat = act.by.seat === 'mediator' ? 'mediator' : 'party'
        expect(card && mayPerform(card, seat, act.kind, room, act.at)).toEqual({ ok: true, value: undefined })
      }
    })
  })

  it('the log replayed gives the same', () => {
    law((talks) => {
      const replayed = replay(talks.log)
      if (!replayed.ok) throw new Error(replayed.refusal.code)
      expect(new Map(replayed.value)).toEqual(
        new Map([...talks.objects.values()].map((kept) => [`${kept.kind}/${kept.object}`, kept])),
      )
    })
  })

  it('no side has two heads, and the word on what an earlier head did is the successor’s', () => {
    law((talks) => {
      for (const { act, before } of unrolled(talks.log)) {
        for (const seat of ['us', 'ru']) {
          const heads = [...before.values()].filter(({ kind, state }) => {
            const card = state as Member
            return (
              kind === 'member' &&
              card.seat === seat &&
              card.function === 'head' &&
              card.removedAt === undefined
            )
          })
          // The two cards of one change are written one after the other.
          if (!['member.succeed', 'member.relieve'].includes(act.kind)) expect(heads.length).toBeLessThan(2)
        }
        const isWord =
          act.kind === 'clause.decline' || act.kind === 'clause.agree' || act.kind === 'clause.reopen'
        if (!isWord || !act.by || act.by.seat === 'mediator') continue
        const clause = before.get(keyOf({ room: 'plenary', kind: 'clause', object: 'c1' }))
          ?.state as ReturnType<Delegations['clause']>
        const own = clause.agreements.find(
          (each) => each.party === act.by?.seat && each.degree === 'ad-referendum',
        )
        const ref = keyOf({ room: 'plenary', kind: 'leadership', object: act.by.seat })
        const last = lastChange(before.get(ref)?.state as Leadership | undefined)
        if (own && last && own.wording === clause.wording && own.at < last.at)
          expect(act.by.member).toBe(last.successor.member)
      }
    })
  })

  it('what a change writes down is what both held at its moment', () => {
    law((talks) => {
      for (const { act, before } of unrolled(talks.log)) {
        if (act.kind !== 'leadership.change') continue
        const { outgoing } = act.payload as Leadership['changes'][0]
        const card = outgoing && cardBefore(before, outgoing.member)
        if (card) expect(outgoing.authority).toEqual(card.authority)
      }
    })
  })
})
