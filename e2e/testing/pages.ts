/** Every page that a seat can open, found as the seat itself sees the process. */
import type { BackgroundView } from '#contract/background-views.ts'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { MeetingsView } from '#contract/meetings-views.ts'
import type { ProcessView } from '#contract/parties.ts'
import type { RoomView } from '#contract/rooms.ts'
import type { TextView } from '#contract/text-views.ts'
import type { Person } from './person.ts'

const read = async <T>(person: Person, path: string): Promise<T> => {
  const answer = await person.context.request.get(`/api/processes/${path}`)
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`)
  return (await answer.json()) as T
}

/** The views of a text beside its first one; each is looked at in the reader's own language alone. */
const textViews = ['chair', 'open', 'since', 'compare', 'packages', 'side', 'print']

/** The pages of the text for who sits in the plenary, and of the private draft for who has one. */
const textPages = async (person: Person, process: string): Promise<readonly string[]> => {
  const { rooms } = await read<ProcessView>(person, process)
  const textIn = async (id: string | undefined): Promise<boolean> =>
    id !== undefined && (await read<TextView>(person, `${process}/rooms/${id}/text`)).text !== null
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  const own = rooms.find(({ kind }) => kind === 'caucus' || kind === 'office')?.id
  return [
    'text',
    ...((await textIn(plenary)) ? textViews.map((view) => `text?view=${view}`) : []),
    ...(own ? [`rooms/${own}/text`] : []),
    ...(own && (await textIn(own)) ? [`rooms/${own}/text?view=compare`] : []),
  ]
}

/** What a party has of bargaining beside what everybody at the table reads; all alike while nothing is negotiated. */
const partyParts = ['worth', 'rehearsal', 'home', 'shown', 'suggestions', 'blind']

/** What the mediator has; the board of stability needs no agenda. */
const mediatorParts = ['packages', 'trades', 'firmness', 'suggestions', 'ballots', 'stability']

const bargainingPages = async (person: Person, process: string, kind = ''): Promise<readonly string[]> => {
  const { agenda } = await read<BargainingView>(person, `${process}/bargaining`)
  const all = { party: partyParts, mediator: mediatorParts.toReversed() }[kind] ?? []
  const parts = agenda ? all : all.slice(0, 1)
  return ['bargaining', ...parts.map((part) => `bargaining?view=${part}`)]
}

/** The parts of the background, the form for who enters events, and the event that is told most. */
const backgroundPages = async (person: Person, process: string, kind = ''): Promise<readonly string[]> => {
  const { events } = await read<BackgroundView>(person, `${process}/background`)
  const most = events.toSorted(
    (one, other) => other.told.length + Number(other.agreed) - one.told.length - Number(one.agreed),
  )
  return [
    ...['', ...['agreements', 'lessons', 'measures', 'promises', 'files'].map((view) => `?view=${view}`)].map(
      (part) => `background${part}`,
    ),
    ...(kind === 'party' ? ['background?view=grievances'] : []),
    ...(kind === 'party' || kind === 'mediator' ? ['background/enter'] : []),
    ...most.slice(0, 1).map(({ room, object }) => `background/${room}/${object}`),
  ]
}

/** The parts of commitments, the form for who draws stipulations, and one obligation. */
const commitmentPages = async (person: Person, process: string, kind = ''): Promise<readonly string[]> => {
  const { stipulations } = await read<CommitmentsView>(person, `${process}/commitments`)
  const own = { verifier: ['mission'] }[kind] ?? []
  return [
    ...['commitments', 'commitments?view=cases', 'commitments?view=register'],
    ...['commitments?view=map', 'commitments?view=reports', 'commitments?view=evidence'],
    'commitments?view=outside',
    ...own.map((part) => `commitments?view=${part}`),
    ...(kind === 'mediator' ? ['commitments/stipulate?clause=c6'] : []),
    ...stipulations.slice(0, 1).map(({ room, object }) => `commitments/${room}/${object}`),
  ]
}

/** The timetable, the arrangements, the form for who convenes, and a session of each room; changing it for who may. */
const meetingPages = async (person: Person, process: string, kind = ''): Promise<readonly string[]> => {
  const { sessions } = await read<MeetingsView>(person, `${process}/meetings`)
  const rooms = new Map(sessions.map(({ room, object }) => [room, object]))
  const paths = [...rooms].map(([room, object]) => `meetings/${room}/${object}`)
  return [
    ...['meetings', 'meetings?view=arrangements', 'meetings?view=accreditation', ...paths],
    ...paths.slice(0, 1).map((path) => `${path}/pack`),
    ...(kind === 'mediator'
      ? ['meetings/convene', ...paths.slice(0, 1).map((path) => `${path}/change`)]
      : []),
  ]
}

/** The paths of the pages inside a process; of every room also the first paper that is read clause by clause, of one its record. */
export const pagesOf = async (person: Person, process: string): Promise<readonly string[]> => {
  const { rooms, me, process: table } = await read<ProcessView>(person, process)
  const views = await Promise.all(rooms.map(({ id }) => read<RoomView>(person, `${process}/rooms/${id}`)))
  const papers = views.flatMap(({ room, objects }) =>
    objects
      .filter((each) => each.kind === 'paper' && each.state.form === 'bilingual')
      .slice(0, 1)
      .map(({ object }) => `rooms/${room.id}/papers/${object}`),
  )
  const kind = table.seats.find(({ key }) => key === me.seat)?.kind
  return [
    '',
    ...(kind === 'mediator' ? ['desk'] : []),
    'rooms',
    ...rooms.map(({ id }) => `rooms/${id}`),
    ...papers,
    ...(rooms.some(({ kind }) => kind === 'plenary') ? ['text/versions'] : []),
    ...(await textPages(person, process)),
    ...(rooms.some(({ kind }) => kind === 'plenary') ? await backgroundPages(person, process, kind) : []),
    ...(rooms.some(({ kind }) => kind === 'plenary') ? await bargainingPages(person, process, kind) : []),
    ...(rooms.some(({ kind }) => kind === 'plenary') ? await commitmentPages(person, process, kind) : []),
    ...(rooms.some(({ kind }) => kind === 'plenary') ? ['process'] : []),
    ...(kind === 'mediator' || kind === 'party' ? ['process?view=symmetry'] : []),
    ...(kind === 'mediator' ? ['process?view=fundamentals', 'process?view=handover'] : []),
    ...(rooms.some(({ kind }) => kind === 'plenary') ? await meetingPages(person, process, kind) : []),
    'people',
    ...(kind === 'party' || kind === 'mediator' ? ['stakeholders'] : []),
    'record',
    ...rooms.slice(0, 1).map(({ id }) => `rooms/${id}/record`),
    'search?q=',
    `search?q=${encodeURIComponent(me.language === 'ru' ? 'пуск' : 'launch')}`,
    '/trust',
  ]
}

/** Waits until the page shows what it fetched, and its letters. */
export const settle = async ({ page }: Person): Promise<void> => {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(
    () => ![...document.querySelectorAll('[role="status"]')].some((each) => each.textContent?.endsWith('…')),
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Goes to a page of the process and waits until it shows what it fetched. */
export const open = async (person: Person, path?: string): Promise<void> => {
  await person.go(path)
  await settle(person)
}
