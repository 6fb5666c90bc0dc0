/** The acts of agreed minutes. They are kept under the id of their session, in its room: each session has one set. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { seatOf } from '#domain/parties/process.ts'
import { type AnyRule, actorOf, known, type Posted, type Ref, rule, type Scene } from '#domain/record/rule.ts'
import { inAllLanguages, speaksFor } from '#domain/text/guards.ts'
import { acceptMinutes, type Minutes, writeMinutes } from './minutes.ts'
import type { Session } from './session.ts'

interface Write {
  readonly words: Localised
}

interface Accept {
  readonly wording: number
}

const sessionRef = ({ room, object }: Pick<Posted, 'room' | 'object'>): Ref => ({
  room,
  kind: 'session',
  object,
})

/** The parties that sit in a room; their heads accept its minutes. */
export const partiesIn = ({
  process,
  room,
}: {
  readonly process: Pick<Scene['process'], 'seats'>
  readonly room: Pick<Scene['room'], 'seats'>
}): readonly string[] => room.seats.flatMap((key) => seatOf(process, key)?.party ?? [])

const guardWrite = (posted: Posted<Write>, scene: Scene): Outcome<void> => {
  const session = scene.find<Session>(sessionRef(posted))?.state
  if (!session) return refuse('minutes.session-unknown')
  if (session.cancelled) return refuse('session.cancelled')
  if (scene.at < session.begin) return refuse('minutes.not-begun')
  return inAllLanguages(scene, posted.payload.words)
}

/** The rules, by kind of act. */
export const minutesActs: Readonly<Record<string, AnyRule>> = {
  'minutes.write': rule<Write & { readonly parties: readonly string[] }, Minutes>({
    begins: 'either',
    reaches: (posted) => [sessionRef(posted)],
    guard: guardWrite,
    plan: (act, scene) => done([{ ...act, payload: { ...act.payload, parties: partiesIn(scene) } }]),
    apply: (state, act) =>
      writeMinutes(state, { words: act.payload.words, by: actorOf(act), at: act.at }, act.payload.parties),
  }),
  'minutes.accept': rule<Accept & { readonly party: string }, Minutes>({
    begins: 'known',
    // Which words were accepted is said by their number: another head's acceptance meanwhile changes none of them.
    blind: true,
    plan: (act, scene) => {
      const party = speaksFor(scene)
      return party.ok ? done([{ ...act, payload: { ...act.payload, party: party.value } }]) : party
    },
    apply: (state, act) =>
      acceptMinutes(known(state), act.payload.wording, {
        ...{ party: act.payload.party, by: actorOf(act), at: act.at },
      }),
  }),
}
