/** A member at the table as a client of the server: takes a seat, posts acts, reads rooms. */
import { randomUUID } from 'node:crypto'
import type { Site } from './server.ts'
import { memberKey, type Place } from './talks.ts'
import { type Answer, openWire, type Wire } from './wire.ts'

/** An act as a client posts it. */
export interface Posting {
  readonly id: string
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly base: number
  readonly payload: unknown
}

/** One signed-in member on one connection. */
export interface Client {
  readonly room: string
  readonly cookie: string
  readonly wire: Wire
  readonly post: (act: Posting) => Promise<Answer>
}

/** Takes the seat of a member (by key) and gives the session's cookie. */
export const signIn = async (site: Site, member: string): Promise<string> => {
  const stranger = openWire(site.port)
  const answer = await stranger.ask('POST', '/api/door/seat', {
    process: site.process,
    member: site.members[member],
  })
  stranger.close()
  const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(answer.head)?.[1]
  if (answer.status !== 200 || cookie === undefined)
    throw new Error(`${member} cannot take a seat: ${answer.status} ${answer.body}`)
  return cookie
}

/** A member, by key, who writes in this room. */
export const memberClient = async (site: Site, member: string, room: string): Promise<Client> => {
  const cookie = await signIn(site, member)
  const wire = openWire(site.port, cookie)
  const path = `/api/processes/${site.process}/acts`
  return { room: site.rooms[room] ?? '', cookie, wire, post: (act) => wire.ask('POST', path, act) }
}

/** The n-th client, at one of these places in turn. */
export const seatClient = (site: Site, places: readonly Place[], n: number): Promise<Client> => {
  const place = places[n % places.length] ?? { seat: 'a', room: 'a-caucus' }
  return memberClient(site, memberKey(place.seat, n), place.room)
}

/** So many clients at these places; each has its own member, session and connection. */
export const seatClients = async (
  site: Site,
  places: readonly Place[],
  count: number,
): Promise<readonly Client[]> => {
  const clients: Client[] = []
  for (let n = 0; n < count; n += 1) clients.push(await seatClient(site, places, n))
  return clients
}

/** What a small message says. */
export const words = {
  nature: 'statement',
  original: 'en',
  words: { en: 'We take note of the proposal and will answer tomorrow.' },
}

/** A new small message in this room. */
export const message = (room: string): Posting => ({
  id: randomUUID(),
  room,
  kind: 'message.send',
  object: randomUUID(),
  base: 0,
  payload: words,
})

/** Sends one small message and waits until it is durable; throws when the server does not take it. */
export const send = async (client: Client): Promise<void> => {
  const { status, body } = await client.post(message(client.room))
  if (status !== 200) throw new Error(`a message was not taken: ${status} ${body}`)
}
