/** Grievances: what a side holds against the other, kept in its own room and put to the other only through the mediator. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language, Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/**
 * What is entered. `since` is a time as in `background/when.ts`, `settling` what would settle it, `events` those of the
 * background it rests on, `issues` keys of the agenda. `original` is the language in which it was thought.
 */
export interface EnterGrievance {
  readonly original: Language
  readonly name: Localised
  readonly words: Localised
  readonly since?: string | undefined
  readonly settling?: Localised | undefined
  readonly events: readonly string[]
  readonly issues: readonly string[]
}

/** How it ended for the side that holds it. */
export const settlements = ['settled', 'dropped'] as const

/** A grievance as it stands: when it was put to the mediator, as which message of the channel, and how it ended. */
export interface Grievance extends EnterGrievance {
  readonly by: Actor
  readonly at: string
  readonly put: readonly { readonly room: string; readonly message: string; readonly at: string }[]
  readonly ended?:
    | {
        readonly how: (typeof settlements)[number]
        readonly words: Localised
        readonly by: Actor
        readonly at: string
      }
    | undefined
}

const open = (state: Grievance): Outcome<Grievance> => (state.ended ? refuse('grievance.ended') : done(state))

/** A new one: nobody but its own side knows it. */
export const enterGrievance = (entered: EnterGrievance, by: Actor, at: string): Grievance => ({
  ...entered,
  ...{ by, at, put: [] },
})

/** Other words; what was put to the mediator before stays as it was put. Refusals: `grievance.ended`. */
export const changeGrievance = (state: Grievance, entered: EnterGrievance): Outcome<Grievance> => {
  const { since: _s, settling: _t, ...rest } = state
  const kept = open(state)
  return kept.ok ? done({ ...rest, ...entered }) : kept
}

/** It was put to the mediator as this message. Refusals: `grievance.ended`. */
export const putGrievance = (state: Grievance, put: Grievance['put'][number]): Outcome<Grievance> => {
  const kept = open(state)
  return kept.ok ? done({ ...state, put: [...state.put, put] }) : kept
}

/** Its side says that it is settled, or holds it no longer. Refusals: `grievance.ended`. */
export const endGrievance = (
  state: Grievance,
  ended: NonNullable<Grievance['ended']>,
): Outcome<Grievance> => {
  const kept = open(state)
  return kept.ok ? done({ ...state, ended }) : kept
}

/** The words that go to the mediator: its name, what it is, what would settle it; in every language that has all of them. */
export const asPut = ({ name, words, settling }: Grievance): Localised =>
  Object.fromEntries(
    Object.entries(name).flatMap(([language, title]) => {
      const said = words[language]
      if (said === undefined) return []
      const wanted = settling?.[language]
      return [[language, [title, said, ...(wanted === undefined ? [] : [wanted])].join('\n\n')]]
    }),
  )
