import { expect, it } from 'vitest'
import type { EventLine } from '#contract/background-views.ts'
import type { Listed } from '#domain/background/listed.ts'
import { tasksOf } from './tasks.ts'

const words = (en: string) => ({ en, ru: `${en} (рус.)` })
const listed = (key: string, when: string, more: Partial<Listed> = {}): Listed => ({
  ...{
    key,
    when,
    kind: 'agreement',
    name: words(key),
    facts: words('x'),
    issues: [],
    clauses: [],
    sources: [],
  },
  ...more,
})
const line = (object: string, { when, kind, name }: Listed, told: readonly string[] = []): EventLine => ({
  ...{ room: 'r', object, revision: 1, when, kind, name, issues: [], clauses: [], told },
  ...{
    agreed: false,
    proposed: false,
    read: false,
    by: { seat: 's', member: 'm' },
    at: '2026-01-01T00:00:00.000Z',
  },
})
const signed = listed('signed', '1987', { accounts: { us: words('ours'), ru: words('theirs') } })
const inForce = listed('in-force', '1988', { of: 'signed' })
const ids = () => {
  let n = 0
  return () => `new-${++n}`
}
const brief = (tasks: ReturnType<typeof tasksOf>) =>
  tasks.map(({ entry, isThere, toTell }) => [entry.object, entry.event.of ?? '', isThere, toTell])

it('enters what is not there, under ids that what goes on with it can name', () => {
  expect(brief(tasksOf([inForce, signed], [], 'us', ids()))).toEqual([
    ['new-2', '', false, true],
    ['new-1', 'new-2', false, false],
  ])
})

it('goes on after an interruption: what is there keeps its id, and is told if it was not', () => {
  const there = [line('old', signed, ['us'])]
  expect(brief(tasksOf([signed, inForce], there, 'us', ids()))).toEqual([
    ['old', '', true, false],
    ['new-1', 'old', false, false],
  ])
  expect(brief(tasksOf([signed, inForce], there, 'ru', ids()))[0]).toEqual(['old', '', true, true])
  expect(brief(tasksOf([signed], there, undefined, ids()))).toEqual([['old', '', true, false]])
})
