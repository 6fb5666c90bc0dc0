/** What a room, the desk and a search show: read under the asking seat's own role. */
import type { ActLine } from '#contract/parties.ts'
import type { DeskView, FoundList, RoomView } from '#contract/rooms.ts'
import { renderingIn, type Translatable } from '#domain/language/wording.ts'
import { readByOwnSeat } from '#domain/parties/access.ts'
import type { Room } from '#domain/parties/process.ts'
import { type Silence, silenceDueAt } from '#domain/rooms/silence.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'
import { readAdjournments, readSizes } from '../shown.ts'

/** One room as the asking member sees it. */
export const roomView = async (context: Context, who: Asking, room: Room): Promise<RoomView> => {
  const pool = context.poolOf(who.identity.role)
  const [sizes, adjournments] = await Promise.all([readSizes(pool), readAdjournments(pool)])
  const there = await context.rooms.room(who.identity.role, room.id, sizes.get(room.id) ?? 0)
  const open = there.objects
    .filter((shown) => shown.kind === 'silence')
    .filter((shown) => (shown.state as Silence).standing === 'open')
  const due = Object.fromEntries(
    open.map((shown) => [
      shown.object,
      silenceDueAt(shown.state as Silence, adjournments, context.availability.openSince()) ?? null,
    ]),
  )
  return {
    room,
    ...there,
    objects: there.objects as RoomView['objects'],
    due,
    at: context.clock().toISOString(),
  }
}

/** The mediator's desk: every channel at once, and the office's notes. Undefined for a seat that has no office. */
export const deskView = async (context: Context, who: Asking): Promise<DeskView | undefined> => {
  const { rooms } = await context.houseOf(who.identity.role)
  const office = rooms.find((room) => room.kind === 'office')
  if (!office) return undefined
  const channels = await Promise.all(
    rooms.filter((room) => room.kind === 'channel').map((room) => roomView(context, who, room)),
  )
  const kept = await roomView(context, who, office)
  const notes = kept.objects.flatMap((shown) => (shown.kind === 'conveyance' ? [shown.state] : []))
  return { channels, notes }
}

interface ActRow {
  readonly index: number
  readonly id: string
  readonly kind: string
  readonly object: string
  readonly seat: string | null
  readonly member: string | null
  readonly at: string
}

/** The acts of a room, oldest first, from this place in its log; at most 500. When others read is not among them. */
export const actLines = async (
  context: Context,
  who: Asking,
  room: string,
  from: number,
): Promise<readonly ActLine[]> => {
  const { rows } = await context.poolOf(who.identity.role).query<ActRow>(
    `select index, act_id as id, kind, object_id as object, seat, member_id as member, at from parley.acts
     where room_id = $1 and index >= $2 and (kind <> all($4) or seat = $3) order by index limit 500`,
    [room, from, who.member.seat, readByOwnSeat],
  )
  return rows.map(({ seat, member, ...line }) => ({
    ...line,
    room,
    by: seat && member ? { seat, member } : null,
  }))
}

/** All acts of a room, oldest first. */
export const allActLines = async (
  context: Context,
  who: Asking,
  room: string,
): Promise<readonly ActLine[]> => {
  const all: ActLine[] = []
  for (;;) {
    const page = await actLines(context, who, room, (all.at(-1)?.index ?? -1) + 1)
    all.push(...page)
    if (page.length === 0) return all
  }
}

const mostFound = 50
const around = 90

const excerpt = (words: string, at: number, length: number): string => {
  const start = Math.max(0, at - around)
  const end = Math.min(words.length, at + length + around)
  return `${start > 0 ? '… ' : ''}${words.slice(start, end)}${end < words.length ? ' …' : ''}`
}

/** Finds words in the rooms of the asking seat, in any language, newest first; the case of letters does not matter. */
export const search = async (context: Context, who: Asking, query: string): Promise<FoundList> => {
  const { role } = who.identity
  const { rooms, process } = await context.houseOf(role)
  const sizes = await readSizes(context.poolOf(role))
  const wanted = query.normalize('NFC').toLocaleLowerCase()
  const found: FoundList['found'][number][] = []
  for (const room of rooms) {
    const there = await context.rooms.room(role, room.id, sizes.get(room.id) ?? 0)
    for (const { kind, object, state } of there.objects) {
      if (kind === 'conveyance') continue
      const text = state as Translatable & { readonly at: string }
      const hit = process.languages
        .map((language) => renderingIn(text, language))
        .find((rendering) => rendering?.words.toLocaleLowerCase().includes(wanted))
      if (!hit) continue
      const at = hit.words.toLocaleLowerCase().indexOf(wanted)
      const { language, words } = hit
      found.push({
        room: room.id,
        kind,
        object,
        at: text.at,
        language,
        excerpt: excerpt(words, at, wanted.length),
      })
    }
  }
  found.sort((a, b) => (a.at < b.at ? 1 : -1))
  return { found: found.slice(0, mostFound), more: found.length > mostFound }
}
