/** The process on the screen: who is reading, who sits where, and what they are called in the reader's language. */
import { createContext, useCallback, useContext, useMemo } from 'react'
import type { ActKind } from '#contract/acts.ts'
import type { ProcessView } from '#contract/parties.ts'
import { mayPerform } from '#domain/parties/access.ts'
import { type Localised, named } from '#domain/parties/localised.ts'
import type { Member } from '#domain/parties/member.ts'
import { type Party, type Room, type Seat, seatOf } from '#domain/parties/process.ts'
import type { Actor } from '#domain/record/act.ts'
import { usePreferences } from './preferences.tsx'
import { useSay } from './speech.tsx'

const Context = createContext<ProcessView | null>(null)

/** Puts a process around the pages that show it. */
export const ProcessProvider = Context.Provider

/** The process around this part of the screen. */
export const useProcess = (): ProcessView => {
  const found = useContext(Context)
  if (!found) throw new Error('no process around this part of the screen')
  return found
}

/** The process, or null at the door. */
export const useProcessIfAny = (): ProcessView | null => useContext(Context)

/** The seat of the reader. */
export const useMySeat = (): Seat => {
  const { process, me } = useProcess()
  const seat = seatOf(process, me.seat)
  if (!seat) throw new Error('a member without a seat')
  return seat
}

/** Whether the reader may do a kind of act in this room: the same table that the server asks. */
export const useMay = (room: Pick<Room, 'kind' | 'seats'> | undefined): ((act: ActKind) => boolean) => {
  const { me, at } = useProcess()
  const seat = useMySeat()
  return useCallback(
    (act) => room !== undefined && mayPerform(me, seat.kind, act, room, at).ok,
    [me, seat, room, at],
  )
}

/** Names in the reader's language. */
export interface Names {
  readonly of: (name: Localised) => string
  readonly seat: (key: string) => string
  /** The short label of a seat: its party's, or a word for its kind. */
  readonly short: (seat: Seat) => string
  readonly party: (key: string) => string
  /** Who sits there, in a few words: a side by its name, everybody else by what they are. */
  readonly sitter: (key: string) => string
  readonly memberCard: (id: string) => Member | undefined
  readonly member: (id: string) => string
  readonly actor: (actor: Actor | null) => string
  /** What a member is there for. */
  readonly function: (member: Pick<Member, 'seat' | 'function'>) => string
  readonly room: (id: string) => string
  readonly partyOf: (seat: Seat) => Party | undefined
}

/** The names of this process. A member whose card the reader may not see is "a member of" their delegation. */
export const useNames = (): Names => {
  const view = useProcess()
  const say = useSay()
  const { language } = usePreferences()
  return useMemo(() => {
    const { process } = view
    const of = (name: Localised) => named(name, language)
    const seat = (key: string) => of(seatOf(process, key)?.name ?? {})
    const partyOf = (of: Seat) => process.parties.find(({ key }) => key === of.party)
    const memberCard = (id: string) => view.members.find(({ member }) => member.id === id)?.member
    const member = (id: string) => of(memberCard(id)?.name ?? {}) || say('member.unknown')
    return {
      of,
      seat,
      partyOf,
      memberCard,
      member,
      short: (each) => {
        const party = partyOf(each)
        return party ? of(party.short) : say(`seat.short.${each.kind === 'party' ? 'public' : each.kind}`)
      },
      party: (key) => of(process.parties.find((party) => party.key === key)?.name ?? {}),
      actor: (actor) =>
        actor === null ? say('author.none') : of(memberCard(actor.member)?.name ?? {}) || seat(actor.seat),
      sitter: (key) => {
        const found = seatOf(process, key)
        const party = found && partyOf(found)
        if (party) return of(party.name)
        return found && found.kind !== 'party' ? say(`sitter.${found.kind}`) : ''
      },
      function: (each) =>
        say(`function.${each.function}`, { seat: seatOf(process, each.seat)?.kind ?? 'party' }),
      room: (id) => of(view.rooms.find((room) => room.id === id)?.name ?? {}),
    }
  }, [view, language, say])
}
