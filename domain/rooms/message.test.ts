import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveMarks } from './marks.ts'
import {
  authorisedUses,
  type Conveyable,
  isWaiting,
  isWithinUse,
  manners,
  mayBeCarried,
  withdraw,
} from './message.ts'

const allowed = (use: (typeof authorisedUses)[number]) => manners.filter((as) => isWithinUse(use, as))
const wording = { original: 'en', words: { en: 'x' } }

describe('the authorised use', () => {
  it('is a ladder: each allows what the narrower ones allow, and one manner more', () => {
    expect(authorisedUses.map(allowed)).toEqual([
      ['verbatim', 'paraphrase', 'as-mediator'],
      ['paraphrase', 'as-mediator'],
      ['as-mediator'],
      [],
    ])
  })

  it('allows nothing when there is none', () => {
    expect(manners.some((as) => isWithinUse(undefined, as))).toBe(false)
  })
})

const conveyable: fc.Arbitrary<Conveyable> = fc.record(
  {
    use: fc.constantFrom(...authorisedUses),
    askFirst: fc.boolean(),
    offered: fc.record({
      original: fc.constant('en'),
      words: fc.constantFrom({ en: 'x' }, { en: 'y' }, { en: 'x', ru: 'х' }),
      at: fc.constant('2026-11-22T10:00:00.000Z'),
      standing: fc.constantFrom('offered', 'approved', 'declined'),
    }),
    carried: fc.constant([]),
    withdrawnAt: fc.constant('2026-11-22T10:00:00.000Z'),
  },
  { requiredKeys: ['carried'] },
)

describe('carrying', () => {
  it('is allowed exactly when use, wording and approval all are', () => {
    fc.assert(
      fc.property(conveyable, fc.constantFrom(...manners), fc.boolean(), (kept, as, isWorded) => {
        const asked =
          as === 'verbatim' ||
          !kept.askFirst ||
          (kept.offered?.standing === 'approved' &&
            kept.offered.words.en === 'x' &&
            !('ru' in kept.offered.words))
        const expected =
          !kept.withdrawnAt && isWithinUse(kept.use, as) && isWorded === (as !== 'verbatim') && asked
        expect(mayBeCarried(kept, as, isWorded ? wording : undefined).ok).toBe(expected)
      }),
      { numRuns: 3_000 },
    )
  })

  it('waits on the mediator exactly while there is a manner left, and nothing went or was withdrawn', () => {
    fc.assert(
      fc.property(conveyable, (kept) => {
        const any = manners.some((as) => isWithinUse(kept.use, as))
        expect(isWaiting(kept)).toBe(any && !kept.withdrawnAt)
      }),
    )
  })

  it('and taking back exclude each other', () => {
    const at = '2026-11-22T10:00:00.000Z'
    const carried = [{ at, as: 'verbatim' as const, to: { kind: 'plenary' } }]
    expect(withdraw({ carried }, at)).toEqual({ ok: false, refusal: { code: 'conveyable.carried' } })
    const taken = withdraw({ carried: [], use: 'verbatim' as const }, at)
    expect(taken.ok && mayBeCarried(taken.value, 'verbatim', undefined).ok).toBe(false)
    expect(taken.ok && withdraw(taken.value, at).ok).toBe(false)
  })
})

describe('marks', () => {
  it('never go back, and nothing is read that was not delivered', () => {
    const seen = fc.record({ delivered: fc.nat(50), read: fc.nat(50) }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1 }), (list) => {
        let before: ReturnType<typeof moveMarks> | undefined
        for (const each of list) {
          const next = moveMarks(before, each, 's')
          expect(next.read).toBe(Math.max(before?.read ?? 0, each.read ?? 0))
          expect(next.delivered).toBeGreaterThanOrEqual(Math.max(before?.delivered ?? 0, next.read))
          before = next
        }
      }),
    )
  })
})
