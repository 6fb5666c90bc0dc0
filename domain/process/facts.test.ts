import { expect, it } from 'vitest'
import { factsFrom, type Told } from './facts.ts'
import { symmetryOf } from './symmetry/symmetry.ts'

const name = { en: 'x' }
const seat = (key: string, kind: 'party' | 'mediator' | 'observer', party?: string) => ({
  ...{ key, kind, name, timeZone: 'UTC' },
  ...(party ? { party } : {}),
})
const process = {
  languages: ['en', 'ru'],
  parties: ['a', 'b'].map((key) => ({ key, name, short: name, hue: key as 'a' | 'b' })),
  seats: [
    seat('sa', 'party', 'a'),
    seat('sb', 'party', 'b'),
    seat('med', 'mediator'),
    seat('obs', 'observer'),
  ],
}
const at = '2026-03-01T00:00:00.000Z'
const member = (
  id: string,
  key: string,
  role: 'head' | 'legislator' | 'interpreter',
  from = '2026-01-01',
) => ({
  ...{ id, seat: key, name, title: name, function: role, language: 'en', from },
  authority: role === 'head' ? (['agree-ad-referendum'] as const) : [],
  visibility: 'table' as const,
})
const by = { seat: 'sa', member: '1' }
const scope = { original: 'en', words: { en: 'all' } }

const told: Told = {
  ...{ process, at, symmetry: symmetryOf({ process, rooms: [], acts: [], at }, ['a', 'b']) },
  members: [
    ...[member('1', 'sa', 'head'), member('2', 'sa', 'legislator'), member('3', 'sb', 'head', '2026-04-01')],
    ...[member('4', 'med', 'head'), member('5', 'med', 'interpreter')],
  ],
  consents: { a: { scope, standing: 'qualified', steps: [] } },
  mandates: [
    { source: 'parties', giver: name, words: name, from: '2026-01-01', until: '2026-02-01', by, at },
  ],
  tracks: [{ moves: [{ phase: 'negotiation', suspended: true, since: '2026-01-01', by, at }] }],
  stipulations: [
    { accepted: ['a', 'b'], hasDeadline: true },
    { accepted: ['a'], hasDeadline: false },
  ],
}

it('the process counts what is so at the moment, and judges none of it', () => {
  expect(factsFrom(told)).toEqual({
    ...{ team: { members: 2, legal: 0, interpreters: 1 }, mandate: { inForce: 0 } },
    consents: { given: 0, qualified: 1, withdrawn: 0, none: 1 },
    ...{ symmetry: { values: [null, null] }, waiting: { values: [0, 0] } },
    seats: { observers: 1, guarantors: 0, verifiers: 0 },
    // The head of the other delegation comes only in April.
    ...{ delegations: { values: [1, 0] }, functions: { values: [1, 0] } },
    ...{ concordance: { together: 0, all: 0 }, tracks: { moved: 1, suspended: 1, all: 4 } },
    ...{ stipulations: { accepted: 1, all: 2 }, deadlines: { without: 1, all: 2 } },
  })
})
