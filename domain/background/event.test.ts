/** What both sides say of an event together is said by both, and what one says stays its own. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Outcome } from '#domain/outcome.ts'
import {
  acceptFacts,
  type BackgroundEvent,
  changeEvent,
  enterEvent,
  proposeFacts,
  tellEvent,
  withdrawEvent,
} from './event.ts'
import { event } from './testing/events.ts'

const parties = ['us', 'ru', 'third'] as const
const by = { seat: 'mediator', member: '7d9f3c52-8a41-4d6e-9b0c-2f1e5a6b7c8d' }
const at = (n: number) => new Date(Date.UTC(2030, 0, 1, 0, n)).toISOString()

type Step =
  | { readonly kind: 'tell'; readonly party: string; readonly words: string }
  | { readonly kind: 'propose'; readonly id: string }
  | { readonly kind: 'accept'; readonly party: string; readonly line: string }
  | { readonly kind: 'change' | 'withdraw' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('tell' as const),
    party: fc.constantFrom(...parties),
    words: fc.constantFrom('a', 'b'),
  }),
  fc.record({ kind: fc.constant('propose' as const), id: fc.constantFrom('p', 'q', 'r') }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('accept' as const),
      party: fc.constantFrom(...parties),
      line: fc.constantFrom('p', 'q', 'r'),
    }),
  },
  fc.record({ kind: fc.constantFrom('change' as const, 'withdraw' as const) }),
)

const said = (words: string) => ({ en: words, ru: words })

const apply = (state: BackgroundEvent, each: Step, n: number): Outcome<BackgroundEvent> => {
  if (each.kind === 'tell')
    return tellEvent(state, { party: each.party, words: said(each.words), sources: [], by, at: at(n) })
  if (each.kind === 'propose')
    return proposeFacts(state, { id: each.id, words: said(each.id), by, at: at(n) })
  if (each.kind === 'accept') return acceptFacts(state, each.line, each.party, parties, at(n))
  if (each.kind === 'withdraw') return withdrawEvent(state, at(n))
  const { when, kind, name, facts, issues, clauses, sources } = state
  return changeEvent(state, { when, kind, name, facts, issues, clauses, sources })
}

it('a line is agreed exactly when every party has accepted it since it was last put, and goes only for another such line', () => {
  fc.assert(
    fc.property(event, fc.array(step, { maxLength: 40 }), (entered, steps) => {
      let state = enterEvent(entered, by, at(0))
      let put: { id: string; accepted: Set<string> } | null = null
      let agreed: string | null = null
      let isWithdrawn = false
      for (const [n, each] of steps.entries()) {
        const next = apply(state, each, n + 1)
        if (each.kind === 'withdraw' && agreed !== null) expect(next.ok).toBe(false)
        if (isWithdrawn) expect(next.ok).toBe(false)
        if (!next.ok) continue
        state = next.value
        if (each.kind === 'withdraw') isWithdrawn = true
        if (each.kind === 'propose') put = { id: each.id, accepted: new Set() }
        if (each.kind === 'accept') {
          put?.accepted.add(each.party)
          if (put && parties.every((party) => put?.accepted.has(party))) {
            agreed = put.id
            put = null
          }
        }
        expect([state.agreed?.id ?? null, state.proposed?.id ?? null]).toEqual([agreed, put?.id ?? null])
      }
    }),
  )
})

it('each party has one account, its last, whatever the others say; changing the event changes none of them', () => {
  fc.assert(
    fc.property(event, fc.array(step, { maxLength: 30 }), (entered, steps) => {
      let state = enterEvent(entered, by, at(0))
      const last = new Map<string, string>()
      for (const [n, each] of steps.filter(({ kind }) => kind === 'tell' || kind === 'change').entries()) {
        const next = apply(state, each, n + 1)
        if (!next.ok) throw new Error(next.refusal.code)
        state = next.value
        if (each.kind === 'tell') last.set(each.party, each.words)
      }
      expect(new Map(state.accounts.map(({ party, words }) => [party, words.en]))).toEqual(last)
    }),
  )
})
