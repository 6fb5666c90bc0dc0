/** The walk: every seat goes to every address, with its own ids and everybody else's, and tells what canaries it saw. */
// Longer than 400 lines: each address stands beside how it is asked, so that one list shows what is walked.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { unzipSync } from 'fflate'
import { tableKinds } from '#domain/commitments/register-table.ts'
import { type Canary, canaryPattern, type LaidPaper } from './canaries.ts'
import { returnedFile } from './files.ts'
import { roomsOfSeat, seatOfMember } from './process.ts'
import { actKinds, objectOf, sample } from './samples.ts'
import { openStream, type Stream } from './stream.ts'
import { headers, type Person, type TestTable } from './table.ts'

/** One request of the walk. */
interface Step {
  readonly url: string
  readonly payload?: unknown
  readonly type?: string
}

/** Who walks, and everything that can be asked about. */
interface Walker {
  readonly table: TestTable
  readonly person: Person
  /** Ids of all rooms, the walker's own first, and one that nothing has. */
  readonly rooms: readonly string[]
  readonly own: readonly string[]
  readonly papers: readonly LaidPaper[]
  /** How many entries of each log are signed. */
  readonly sizes: ReadonlyMap<string, number>
  readonly canaries: ReadonlyMap<string, Canary>
  readonly seat: string
}

/** A canary that was seen where it must not be. */
export interface Sighting {
  readonly seat: string
  readonly where: string
  readonly what: string
  readonly rooms: readonly string[]
}

/** What came of a walk. */
export interface Walked {
  readonly seats: number
  readonly endpoints: readonly string[]
  readonly requests: number
  readonly statuses: ReadonlyMap<string, ReadonlySet<number>>
  readonly sightings: readonly Sighting[]
  /** Canaries of a seat's own rooms that it saw nowhere. */
  readonly missed: readonly Sighting[]
}

const boundary = 'walk'
const upload = (words: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f.xml"\r\n\r\n${words}\r\n--${boundary}--\r\n`

/** A Word file that holds clauses of every text there is: whoever may read it is told what stands there now. */
const returned = Buffer.concat([
  Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f.docx"\r\n\r\n`),
  returnedFile({ c1: ['Other words.', 'Другие слова.'], c2: ['Second.', 'Second.'] }),
  Buffer.from(`\r\n--${boundary}--\r\n`),
])

const inRooms = (ending: (room: string) => readonly string[]) => (walker: Walker) =>
  walker.rooms.flatMap((room) =>
    ending(room).map((end) => ({ url: `${walker.table.base}/rooms/${room}${end}` })),
  )

const nobody = randomUUID()

const inPapers = (endings: readonly string[]) => (walker: Walker) =>
  [...walker.papers, { room: 'plenary', paper: nobody }].flatMap(({ room, paper }) =>
    [walker.table.room(room), walker.own[0] ?? nobody, nobody].flatMap((id) =>
      endings.map((end) => ({ url: `${walker.table.base}/rooms/${id}/papers/${paper}/${end}` })),
    ),
  )

/** The files of every log, and of one that is not there; each seat asks for as many entries as its own logs have. */
const inLogs = (paths: (width: number) => readonly string[]) => (walker: Walker) =>
  [...walker.rooms, walker.table.founded.anchor].flatMap((log) =>
    paths(walker.sizes.get(log) ?? 8).map((path) => ({ url: `/log/${log}/${path}` })),
  )

/** Objects whose last act was of this kind, each asked for in its own room, in the walker's first and in none. */
const inObjects =
  (kind: string, url: (object: string) => string) =>
  (walker: Walker): readonly Step[] =>
    [...walker.canaries.values()]
      .filter(({ what }) => what.startsWith(`object of ${kind}`))
      .concat({ word: nobody, what: '', rooms: [] })
      .flatMap(({ word, rooms }) =>
        [...rooms.map(walker.table.room), walker.own[0] ?? nobody, nobody].map((room) => ({
          url: `${walker.table.base}/rooms/${room}/${url(word)}`,
        })),
      )

/** Every periodic report of the table, and one that nothing is. */
const inReports =
  (endings: readonly string[]) =>
  ({ table, canaries }: Walker): readonly Step[] =>
    [...canaries.values()]
      .filter(({ what }) => what === 'object of monitoring-report.issue')
      .map(({ word }) => word)
      .concat(nobody)
      .flatMap((id) => endings.map((end) => ({ url: `${table.base}/commitments/reports/${id}${end}` })))

/** The week of every session that has minutes, and of one that nothing is. */
const inSessions = ({ table, canaries }: Walker): readonly Step[] =>
  [...canaries.values()]
    .filter(({ what }) => what === 'object of minutes.accept')
    .map(({ word }) => word)
    .concat(nobody)
    .map((id) => ({ url: `${table.base}/meetings?session=${id}` }))

const only = (url: string, payload?: unknown) => () => [payload === undefined ? { url } : { url, payload }]
const about = (end: string) => (walker: Walker) =>
  [walker.table.base, `/api/processes/${nobody}`].map((base) => ({ url: `${base}${end}` }))

const acting = ({ table, rooms, own, canaries }: Walker): readonly Step[] => {
  const foreign = rooms.filter((room) => !own.includes(room))
  const ids = [...canaries.values()]
    .filter(({ what }) => what.startsWith('object of'))
    .map(({ word }) => word)
  const act = (room: string, kind: (typeof actKinds)[number], object: string, to: string) => ({
    url: `${table.base}/acts`,
    payload: {
      id: randomUUID(),
      room,
      kind,
      object: objectOf(kind, object),
      base: 1,
      payload: sample(kind, { to, object }),
    },
  })
  return actKinds.flatMap((kind) => [
    ...foreign.map((room) => act(room, kind, ids[0] ?? nobody, foreign[0] ?? nobody)),
    ...foreign.map((to, i) => act(own[0] ?? nobody, kind, ids.at(-1 - i) ?? nobody, to)),
  ])
}

const pages = 'GET *'

/** What something can bear on, and what can be asked for by its id. */
const borneOn = /^object of (stipulation|case|denial|evidence)\./
const named = /^object of (denial|evidence|finding|source|report|case)\./

/** What is asked at each address. An address of the app that is not here fails the walk. */
const plan: Readonly<Record<string, (walker: Walker) => readonly Step[]>> = {
  'GET /api/openapi.json': only('/api/openapi.json'),
  'GET /api/health': only('/api/health'),
  'GET /api/door': only('/api/door'),
  'GET /api/processes/:process': about(''),
  'GET /api/processes/:process/table': about('/table'),
  'GET /api/processes/:process/rooms/:room/stakeholders': inRooms(() => ['/stakeholders']),
  'GET /api/processes/:process/leadership': about('/leadership'),
  'GET /api/processes/:process/rooms/:room/notes': inRooms(() => ['/notes']),
  'GET /api/processes/:process/rooms/:room/credentials/:object/file': inObjects(
    'credentials.',
    (object) => `credentials/${object}/file`,
  ),
  'GET /api/processes/:process/desk': about('/desk'),
  'GET /api/processes/:process/bargaining': about('/bargaining'),
  'GET /api/processes/:process/commitments': about('/commitments'),
  'GET /api/processes/:process/meetings': (walker) => [...about('/meetings')(walker), ...inSessions(walker)],
  'GET /api/processes/:process/outside': about('/outside'),
  'GET /api/processes/:process/background': about('/background'),
  'GET /api/processes/:process/confidence': about('/confidence'),
  'GET /api/processes/:process/rooms/:room/background': inRooms(() => ['/background']),
  'GET /api/processes/:process/rooms/:room/background/:object': inObjects(
    'event.',
    (object) => `background/${object}`,
  ),
  'GET /api/processes/:process/standing': about('/standing'),
  'GET /api/processes/:process/symmetry': about('/symmetry'),
  'GET /api/processes/:process/rooms/:room/outside/:object': inObjects(
    'outside.load',
    (object) => `outside/${object}`,
  ),
  'GET /api/processes/:process/commitments/bearing/:about': ({ table, canaries }) =>
    [...canaries.values()]
      .filter(({ what }) => borneOn.test(what))
      .concat({ word: nobody, what: '', rooms: [] })
      .map(({ word }) => ({ url: `${table.base}/commitments/bearing/${word}` })),
  'GET /api/processes/:process/commitments/report-preview': about(
    '/commitments/report-preview?from=2026-01-01&to=2026-01-31',
  ),
  'GET /api/processes/:process/commitments/reports/:report': inReports(['']),
  'GET /api/processes/:process/commitments/reports/:report/print': inReports(['/print?to=docx']),
  'GET /api/processes/:process/rooms/:room/records/table': inRooms(() =>
    tableKinds.map((kind) => `/records/table?kind=${kind}`),
  ),
  'GET /api/processes/:process/rooms/:room/stipulations/:object': inObjects(
    'stipulation.enter',
    (object) => `stipulations/${object}`,
  ),
  'GET /api/processes/:process/rooms/:room/evidence/:object/file': inObjects(
    'evidence.',
    (object) => `evidence/${object}/file`,
  ),
  'GET /api/processes/:process/rooms/:room/records': (walker) => {
    const ids = [...walker.canaries.values()].filter(({ what }) => named.test(what)).slice(0, 40)
    const asked = ids.map(({ word }) => `object=${word}`).join('&')
    const pages = ['/records', '/records?kind=source', '/records?kind=observation&before=5']
    return inRooms(() => [...pages, `/records?${asked}`])(walker)
  },
  'POST /api/processes/:process/rooms/:room/observations': (walker) =>
    walker.rooms
      .filter((room) => room !== walker.table.room('mission') || walker.seat !== 'verifier')
      .map((room) => ({
        url: `${walker.table.base}/rooms/${room}/observations`,
        payload: { csv: 'from,to\n' },
      })),
  'GET /api/processes/:process/search': ({ table, canaries }) =>
    [...canaries.keys()]
      .filter((word) => word.startsWith('zq'))
      .concat('zq')
      .map((word) => ({ url: `${table.base}/search?q=${word}` })),
  'GET /api/processes/:process/events': about('/events'),
  'GET /api/processes/:process/rooms/:room': inRooms(() => ['']),
  'GET /api/processes/:process/rooms/:room/acts': inRooms(() => ['/acts', '/acts?from=3']),
  'GET /api/processes/:process/rooms/:room/export': inRooms(() => [
    '/export',
    '/export?as=html&language=en',
    '/export?as=html&language=ru',
  ]),
  'GET /api/processes/:process/rooms/:room/papers/:paper/clauses': inPapers(['clauses']),
  'GET /api/processes/:process/rooms/:room/papers/:paper/file/:language': inPapers(['file/en', 'file/ru']),
  'GET /api/processes/:process/record': about('/record'),
  'GET /api/processes/:process/record/export': about('/record/export'),
  'GET /api/processes/:process/rooms/:room/record': inRooms(() => ['/record']),
  'GET /api/processes/:process/rooms/:room/record/acts': inRooms(() => [
    '/record/acts',
    '/record/acts?from=3',
  ]),
  'GET /api/processes/:process/rooms/:room/record/anchorings': inRooms(() => ['/record/anchorings']),
  'GET /api/processes/:process/rooms/:room/record/proofs/:entry': inRooms(() => [
    '/record/proofs/0',
    '/record/proofs/3',
    '/record/proofs/9999',
    '/record/proofs/x',
  ]),
  'GET /api/processes/:process/rooms/:room/record/files/:entry': (walker) =>
    [...walker.canaries.values()]
      .filter(({ what }) => what.startsWith('hash of a file'))
      .slice(0, 24)
      .flatMap(({ word }) =>
        walker.rooms.map((room) => ({ url: `${walker.table.base}/rooms/${room}/record/files/${word}` })),
      ),
  'GET /api/processes/:process/rooms/:room/text': inRooms(() => ['/text', '/text?since=3']),
  'GET /api/processes/:process/rooms/:room/text/at': inRooms(() => ['/text/at?size=9999', '/text/at?size=3']),
  'GET /api/processes/:process/rooms/:room/text/versions': inRooms(() => ['/text/versions']),
  'GET /api/processes/:process/rooms/:room/text/versions/:version': inRooms(() => [
    '/text/versions/1',
    '/text/versions/9',
    '/text/versions/x',
  ]),
  'GET /api/processes/:process/rooms/:room/text/export': inRooms(() => [
    ...['csv', 'html', 'json'].map((to) => `/text/export?to=${to}`),
    ...['akn', 'txt'].map((to) => `/text/export?to=${to}&language=ru`),
    '/text/export?to=nothing',
  ]),
  'GET /api/processes/:process/rooms/:room/text/print': inRooms(() => [
    '/text/print?to=docx',
    '/text/print?to=pdf&as=clean&copy=1&of=2&for=Walker',
    '/text/print?to=pdf&as=alternat&party=us',
  ]),
  'GET /api/processes/:process/rooms/:room/text/versions/:version/print': inRooms(() => [
    '/text/versions/1/print?to=docx',
    '/text/versions/9/print?to=pdf',
  ]),
  'GET /api/processes/:process/rooms/:room/text/history': inRooms(() => [
    '/text/history?clause=c1',
    '/text/history?clause=nothing',
  ]),
  'GET /log/:log/checkpoint': inLogs(() => ['checkpoint']),
  'GET /log/:log/policy': inLogs(() => ['policy']),
  'GET /log/:log/tile/*': inLogs((width) => [
    `tile/0/000.p/${width}`,
    'tile/0/000.p/1',
    `tile/entries/000.p/${width}`,
    'tile/entries/000.p/1',
    'tile/entries/000',
    'tile/9/x001/000',
  ]),
  'POST /api/processes/:process/mirrors': (walker) => [
    { url: `/api/processes/${nobody}/mirrors`, payload: {} },
    { url: `${walker.table.base}/mirrors`, payload: {} },
  ],
  'DELETE /api/processes/:process/mirrors/:mirror': ({ table }) => [
    { url: `${table.base}/mirrors/${nobody}` },
  ],
  [pages]: () => ['/', '/people', '/assets/nothing.js', '/api/nothing'].map((url) => ({ url })),
  'POST /api/processes/:process/acts': acting,
  'POST /api/processes/:process/rooms/:room/files': (walker) =>
    walker.rooms.map((room) => ({
      url: `${walker.table.base}/rooms/${room}/files`,
      payload: upload('not a paper'),
      type: `multipart/form-data; boundary=${boundary}`,
    })),
  'POST /api/processes/:process/rooms/:room/text/word': (walker) =>
    walker.rooms.map((room) => ({
      url: `${walker.table.base}/rooms/${room}/text/word`,
      payload: returned,
      type: `multipart/form-data; boundary=${boundary}`,
    })),
  'POST /api/processes/:process/invitations': ({ table }) =>
    [...Object.values(table.founded.members), nobody].map((member) => ({
      url: `${table.base}/invitations`,
      payload: { member },
    })),
  'POST /api/door/seat': ({ table }) =>
    Object.values(table.founded.members).map((member) => ({
      url: '/api/door/seat',
      payload: { process: table.founded.process, member },
    })),
  'POST /api/door/passkey/options': only('/api/door/passkey/options', {}),
  'POST /api/door/passkey': only('/api/door/passkey', { response: { id: nobody } }),
  'GET /api/door/passkey/mine': only('/api/door/passkey/mine'),
  'POST /api/door/passkey/exercise/options': only('/api/door/passkey/exercise/options', {}),
  'POST /api/door/passkey/exercise': only('/api/door/passkey/exercise', { response: { id: nobody } }),
  'POST /api/door/invitation/look': only('/api/door/invitation/look', { token: 'A'.repeat(43) }),
  'POST /api/door/invitation/options': only('/api/door/invitation/options', { token: 'A'.repeat(43) }),
  'POST /api/door/invitation/accept': only('/api/door/invitation/accept', {
    token: 'A'.repeat(43),
    response: {},
  }),
  'POST /api/door/leave-everywhere': only('/api/door/leave-everywhere', {}),
  'POST /api/door/leave': only('/api/door/leave', {}),
}

/** The event stream is read on a real socket; over HTTP it is only asked for where it must be refused. */
const stream = 'GET /api/processes/:process/events'

/** Every address the app answers at, read from its own routing table; the files of its pages left out. */
export const addressesOf = (app: FastifyInstance): readonly string[] =>
  app.everyAddress.filter((address) => !/ \/\*?$|^\S+ (?!\/api\/)\S*\.\w+$/.test(address))

/** The addresses the walk goes to: those of its plan, and the heads of those it reads. */
export const addressesWalked: readonly string[] = Object.keys(plan)
  .filter((address) => address !== pages)
  .flatMap((address) => (address.startsWith('GET ') ? [address, address.replace('GET', 'HEAD')] : [address]))

interface Tally {
  requests: number
  readonly statuses: Map<string, Set<number>>
  readonly seen: Map<string, Set<string>>
  readonly sightings: Sighting[]
}

const look = (tally: Tally, walker: Walker, where: string, output: string): void => {
  const seatRooms = roomsOf(walker)
  const seen = tally.seen.get(walker.seat) ?? new Set()
  tally.seen.set(walker.seat, seen)
  for (const [word] of output.toLowerCase().matchAll(canaryPattern)) {
    const canary = walker.canaries.get(word)
    if (!canary) continue
    if (canary.rooms.some((room) => seatRooms.has(room))) seen.add(word)
    else tally.sightings.push({ seat: walker.seat, where, what: canary.what, rooms: canary.rooms })
  }
}

const roomsOf = ({ table, own }: Walker): ReadonlySet<string> =>
  new Set(Object.entries(table.founded.rooms).flatMap(([key, id]) => (own.includes(id) ? [key] : [])))

const go = async (tally: Tally, walker: Walker, address: string, step: Step): Promise<void> => {
  const method = address.slice(0, address.indexOf(' '))
  if (address.endsWith('/events') && (method === 'HEAD' || step.url.startsWith(walker.table.base))) return
  const reply = await walker.table.app.inject({
    method: method as 'GET',
    url: step.url,
    headers: {
      ...headers,
      cookie: walker.person.cookie,
      ...(step.type ? { 'content-type': step.type } : {}),
    },
    ...(step.payload === undefined ? {} : { payload: step.payload as object }),
  })
  tally.requests += 1
  const statuses = tally.statuses.get(address) ?? new Set()
  tally.statuses.set(address, statuses.add(reply.statusCode))
  look(
    tally,
    walker,
    `${address} ${reply.statusCode}`,
    `${JSON.stringify(reply.headers)} ${decodeURIComponent(String(reply.headers['content-disposition'] ?? ''))} ${wordsOf(reply)}`,
  )
}

/** What an answer says; of an archive the names and contents of its files. */
const wordsOf = ({ headers: given, rawPayload }: LightMyRequestResponse): string => {
  // A Word file is an archive too.
  const isArchive = /^application\/(?:zip|vnd\.openxmlformats)/.test(String(given['content-type']))
  if (!isArchive || rawPayload.length === 0) return rawPayload.toString()
  return Object.entries(unzipSync(rawPayload))
    .map(([path, bytes]) => `${path} ${Buffer.from(bytes)}`)
    .join('\n')
}

/** Whose marks moved is shown, the acts that moved them need not be. */
const ofMarks = 'id of marks.move'

const missedBy = (walker: Walker, tally: Tally): readonly Sighting[] => {
  const rooms = roomsOf(walker)
  const seen = tally.seen.get(walker.seat)
  return [...walker.canaries.values()]
    .filter((canary) => canary.what !== ofMarks)
    .filter((canary) => canary.rooms.some((room) => rooms.has(room)) && !seen?.has(canary.word))
    .map(({ what, rooms: where }) => ({ seat: walker.seat, where: 'nowhere', what, rooms: where }))
}

/** A walk that was made ready: everybody's stream is open, so that what is told while rooms fill is heard. */
export interface Walkers {
  readonly people: ReadonlyMap<string, { readonly person: Person; readonly stream: Stream }>
  readonly close: () => void
}

/** Opens the event stream of each of these members. */
export const gather = async (table: TestTable, members: readonly string[]): Promise<Walkers> => {
  const people = new Map<string, { person: Person; stream: Stream }>()
  for (const key of members) {
    const person = await table.as(key)
    people.set(key, { person, stream: await openStream(table, person.cookie) })
  }
  const close = () => {
    for (const each of people.values()) each.stream.close()
  }
  return { people, close }
}

/** What a walk needs. */
export interface Ground {
  readonly table: TestTable
  readonly walkers: Walkers
  readonly papers: readonly LaidPaper[]
  readonly canaries: ReadonlyMap<string, Canary>
}

const signedSizes = async ({ installation }: TestTable): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await installation.pools
    .of(installation.names.record)
    .query<{ log: string; size: number }>('select room_id as log, size from parley.heads')
  return new Map(rows.map(({ log, size }) => [log, size]))
}

/**
 * Walks: each member to each address with each id; then reads the streams and the log. With `enough` a member goes no
 * further who has seen so many words of rooms in which they do not sit.
 */
export const walk = async (
  { table, walkers, papers, canaries }: Ground,
  { enough = Number.POSITIVE_INFINITY } = {},
): Promise<Walked> => {
  const tally: Tally = { requests: 0, statuses: new Map(), seen: new Map(), sightings: [] }
  const sizes = await signedSizes(table)
  const all: Walker[] = [...walkers.people].map(([key, { person }]) => {
    const own = roomsOfSeat(seatOfMember(key)).map((room) => table.room(room))
    const others = Object.values(table.founded.rooms).filter((room) => !own.includes(room))
    return {
      table,
      person,
      own,
      rooms: [...own, ...others, nobody],
      papers,
      sizes,
      canaries,
      seat: seatOfMember(key),
    }
  })
  for (const [i, walker] of all.entries()) {
    const sightings = () => tally.sightings.filter(({ seat }) => seat === walker.seat).length
    for (const [address, steps] of Object.entries(plan))
      for (const [n, step] of steps(walker).entries()) {
        if (tally.sightings.length > 0 && sightings() >= enough) break
        await go(tally, walker, address, step)
        if (address.startsWith('GET') && n < 60) await go(tally, walker, address.replace('GET', 'HEAD'), step)
      }
    const told = [...walkers.people.values()][i]?.stream.text() ?? ''
    look(tally, walker, stream, told)
    tally.statuses.set(stream, new Set([...(tally.statuses.get(stream) ?? []), 200]))
  }
  const stranger = all[0] && { ...all[0], seat: 'log', own: [] }
  if (stranger) look(tally, stranger, 'log', table.log.join('\n'))
  const seats = [...new Map(all.map((walker) => [walker.seat, walker])).values()]
  return {
    seats: seats.length,
    endpoints: addressesWalked,
    requests: tally.requests + all.length,
    statuses: tally.statuses,
    sightings: tally.sightings,
    missed: seats.flatMap((walker) => missedBy(walker, tally)),
  }
}
