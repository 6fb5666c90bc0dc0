/** Talks about a text: two parties, a mediator and an observer at one table, fifty members each, in two languages. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'
import { root } from '#server/root.ts'
import type { Text } from '../../domain/text/text.ts'
import { type Client, memberClient } from '../testing/member.ts'
import { environment, Founded, type Site } from '../testing/server.ts'
import { memberKey, membersPerSeat, type SeatKey, seats } from '../testing/talks.ts'

type File = z.infer<typeof Founding>

const named = (en: string, ru: string) => ({ en, ru })

const names: Readonly<Record<SeatKey, ReturnType<typeof named>>> = {
  a: named('Party A', 'Сторона А'),
  b: named('Party B', 'Сторона Б'),
  mediator: named('Mediator', 'Посредник'),
  observer: named('Observer', 'Наблюдатель'),
}

const room = (
  key: string,
  kind: File['rooms'][number]['kind'],
  name: ReturnType<typeof named>,
  ...there: readonly SeatKey[]
) => ({ key, kind, name, seats: there })

const members = (seat: SeatKey): File['members'] =>
  Array.from({ length: membersPerSeat }, (_, n) => ({
    key: memberKey(seat, n),
    seat,
    name: named(`Member ${n} of ${names[seat].en}`, `Участник ${n}, ${names[seat].ru}`),
    title: named('Member', 'Участник'),
    function: n === 0 && seat !== 'observer' ? ('head' as const) : ('adviser' as const),
    authority:
      seat === 'observer'
        ? ['speak' as const]
        : [
            'speak' as const,
            'propose' as const,
            ...(seat === 'mediator' ? [] : ['agree-ad-referendum' as const]),
          ],
    language: n % 2 === 0 ? 'en' : 'ru',
    from: '2026-01-01',
  }))

const seat = (key: SeatKey, kind: File['seats'][number]['kind']) => ({
  key,
  kind,
  name: names[key],
  timeZone: 'UTC',
})
const party = (key: 'a' | 'b') => ({ key, name: names[key], short: names[key], hue: key })

/** The process file of talks under this key. */
export const fileOf = (key: string): File => ({
  key,
  name: named(`Talks ${key}`, `Переговоры ${key}`),
  exercise: true,
  languages: ['en', 'ru'],
  rules: { attribution: 'attributed', nothingAgreedUntilEverythingAgreed: true },
  agenda: [],
  parties: [party('a'), party('b')],
  seats: [
    { ...seat('a', 'party'), party: 'a' },
    { ...seat('b', 'party'), party: 'b' },
    seat('mediator', 'mediator'),
    seat('observer', 'observer'),
  ],
  rooms: [
    room('plenary', 'plenary', named('Plenary', 'Пленарное заседание'), ...seats),
    room('gallery', 'gallery', named('Gallery', 'Галерея'), ...seats),
    room('a-caucus', 'caucus', named('Caucus A', 'Совещание А'), 'a'),
    room('b-caucus', 'caucus', named('Caucus B', 'Совещание Б'), 'b'),
    room('a-channel', 'channel', named('Channel A', 'Канал А'), 'a', 'mediator'),
    room('b-channel', 'channel', named('Channel B', 'Канал Б'), 'b', 'mediator'),
    room('office', 'office', named('Office', 'Канцелярия'), 'mediator'),
  ],
  members: seats.flatMap(members),
})

/** Founds the talks of a process file on a site whose server has not started yet, as a secretariat would. */
export const foundFile = async (site: Site, talks: File): Promise<Site> => {
  const file = join(site.data, '..', `${talks.key}.json`)
  await writeFile(file, JSON.stringify(talks))
  const create = ['build/cli/main.js', 'process', 'create', file, '--data', site.data, '--json']
  const { stdout } = await promisify(execFile)(process.execPath, create, { cwd: root, env: environment() })
  return { ...site, ...Founded.parse(JSON.parse(stdout)) }
}

/** Founds further talks under this key. */
export const foundTalks = (site: Site, key: string): Promise<Site> => foundFile(site, fileOf(key))

/** The acts of one member, in any room of theirs. */
export interface Hand extends Client {
  /** Throws when the act is not taken; gives its place in the log. */
  readonly act: (
    room: string,
    kind: string,
    object: string,
    base: number | null,
    payload: unknown,
  ) => Promise<number>
}

/** A member, by key, with a connection of their own. */
export const handOfMember = async (site: Site, member: string): Promise<Hand> => {
  const client = await memberClient(site, member, 'plenary')
  return {
    ...client,
    act: async (key, kind, object, base, payload) => {
      const posted = { id: randomUUID(), room: site.rooms[key] ?? '', kind, object, base, payload }
      const path = `/api/processes/${site.process}/acts`
      const { status, body } = await client.wire.ask('POST', path, posted)
      if (status !== 200) throw new Error(`${kind} was not taken: ${status} ${body}`)
      return (JSON.parse(body) as { index: number }).index
    },
  }
}

/** The n-th member of a seat with a connection of their own. */
export const handOf = (site: Site, seatKey: SeatKey, n = 0): Promise<Hand> =>
  handOfMember(site, memberKey(seatKey, n))

/** The mediator opens the common text through the door, in one act. */
export const openText = async (site: Site, text: Text): Promise<void> => {
  const mediator = await handOf(site, 'mediator')
  const clauses = text.clauses.map(({ id, parent, order, kind, passage, brackets, notes }) => ({
    ...{ id, parent, order, kind, passage, brackets, notes },
  }))
  const title = named('Understanding', 'Договорённость')
  await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses })
  mediator.wire.close()
}
