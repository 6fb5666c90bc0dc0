/** Outside coding that a member has loaded into a room: whose it is, from which file, and what was read from it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import type { ProvisionRates } from '../scores/base-rates.ts'
import type { OutsideAgreement } from './agreements.ts'
import type { OutsideEvent } from './event.ts'
import type { OutsideSource } from './sources.ts'

/** What a file held: how provisions fared in other agreements, events, or a list of agreements. */
export type OutsideContents =
  | { readonly kind: 'base-rates'; readonly rates: readonly ProvisionRates[] }
  | { readonly kind: 'events'; readonly events: readonly OutsideEvent[] }
  | { readonly kind: 'agreements'; readonly agreements: readonly OutsideAgreement[] }

/** The most events or agreements that one act may carry; a larger file is loaded for a period or a place. */
export const mostEvents = 5_000

/** What is asked to be loaded. `licence` is what the source asks of those who use it; `sha256` that of the whole file. */
export interface LoadOutside {
  readonly label: Localised
  readonly source: OutsideSource
  readonly licence: Localised
  readonly file: { readonly name: string; readonly sha256: string }
  readonly contents: OutsideContents
}

/** Outside coding as it is kept; its room alone has it. */
export interface Outside extends LoadOutside {
  readonly by: Actor
  readonly at: string
  readonly withdrawn?: { readonly by: Actor; readonly at: string }
}

const kindOf: Partial<Record<OutsideSource, OutsideContents['kind']>> = {
  'pam-id': 'base-rates',
  'pa-x': 'agreements',
}

/** The contents are what this source codes, and no event or agreement is there twice. Refusals: `outside.other-source`, `.id-twice`. */
export const contentsHold = ({
  source,
  contents,
}: Pick<LoadOutside, 'source' | 'contents'>): Outcome<void> => {
  if ((kindOf[source] ?? 'events') !== contents.kind) return refuse('outside.other-source')
  if (contents.kind === 'base-rates') return done(undefined)
  if (contents.kind === 'events' && contents.events.some((event) => event.source !== source))
    return refuse('outside.other-source')
  const all = contents.kind === 'events' ? contents.events : contents.agreements
  const ids = all.map(({ id }) => id)
  const known = new Set<string>()
  const twice = ids.find((id) => known.size === known.add(id).size)
  return twice === undefined ? done(undefined) : refuse('outside.id-twice', { id: twice })
}

/** Takes it back: it is no longer shown beside anything. Refusals: `outside.withdrawn`. */
export const withdrawOutside = (state: Outside, by: Actor, at: string): Outcome<Outside> =>
  state.withdrawn ? refuse('outside.withdrawn') : done({ ...state, withdrawn: { by, at } })
