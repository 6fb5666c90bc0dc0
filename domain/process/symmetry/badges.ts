/** How many of a delegation's list were accredited, and how soon. */
import { type SubmitList, stoodBefore } from '#domain/meetings/accreditation.ts'
import type { Act } from '#domain/record/act.ts'
import { type Elapsed, type Met, metIn } from './elapsed.ts'
import type { PartyRecord } from './recorded.ts'

/**
 * Badges asked for by the list that stands, met when granted. Who was declined, or whose badge was withdrawn, is in
 * `declined` and not in `asked`.
 */
export interface Badges extends Met {
  readonly declined: number
}

/** Somebody on the list: since when exactly so, when first granted a badge since then, and whether declined last. */
interface Listing {
  readonly since: string
  readonly granted: string | null
  readonly isDeclined: boolean
}

interface List {
  readonly submitted?: SubmitList
  readonly people: ReadonlyMap<string, Listing>
}

const submit = (before: List, act: Act<SubmitList>): List => {
  const anew: Listing = { since: act.at, granted: null, isDeclined: false }
  const listed = act.payload.people.map((person): readonly [string, Listing] => {
    const stood = stoodBefore(before.submitted, act.payload, person)
    return [person.id, (stood ? before.people.get(person.id) : undefined) ?? anew]
  })
  return { submitted: act.payload, people: new Map(listed) }
}

const decide = (list: List, ids: readonly string[], decided: (listing: Listing) => Listing): List => ({
  ...list,
  people: new Map([...list.people].map(([id, each]) => [id, ids.includes(id) ? decided(each) : each])),
})

type Granted = { readonly badges: readonly { readonly person: string }[] }

const step = (list: List, act: Act): List => {
  if (act.kind === 'accreditation.submit') return submit(list, act as Act<SubmitList>)
  if (act.kind === 'accreditation.decline')
    return decide(list, [(act.payload as { readonly person: string }).person], (each) => ({
      ...each,
      isDeclined: true,
    }))
  const ids = (act.payload as Granted).badges.map(({ person }) => person)
  return decide(list, ids, ({ since, granted }) => ({ since, granted: granted ?? act.at, isDeclined: false }))
}

const steps = ['accreditation.submit', 'accreditation.grant', 'accreditation.decline'] as const

/** What became of the list that the party submitted last in its channel. */
export const badgesOf = (record: PartyRecord, elapsed: Elapsed): Badges => {
  const begun = new Map(
    record.of('accreditation.submit', 'channel').map((act) => [`${act.room}/${act.object}`, act]),
  )
  const people = [...begun.values()].flatMap((list) => [
    ...record
      .on(list, ...steps)
      .reduce(step, { people: new Map() })
      .people.values(),
  ])
  const asked = people.filter(({ isDeclined }) => !isDeclined)
  return {
    ...metIn(
      asked.map(({ since, granted }) => ({ from: since, to: granted })),
      elapsed,
      record.at,
    ),
    declined: people.length - asked.length,
  }
}
