/** Every page and its address. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { readBackgroundSearch } from './background/search.ts'
import { readBargainingSearch } from './bargaining/search.ts'
import { readCommitmentsSearch } from './commitments/search.ts'
import { DoorPage } from './door/door-page.tsx'
import { InvitationPage } from './door/invitation-page.tsx'
import { readMeetingsSearch } from './meetings/search.ts'
import { PeoplePage } from './parties/people-page.tsx'
import { readProcessSearch } from './process/search.ts'
import { RecordPage } from './record/record-page.tsx'
import { RoomRecordPage } from './record/room-record-page.tsx'
import { DeskPage } from './rooms/desk/desk-page.tsx'
import { ReadingPage } from './rooms/papers/reading-page.tsx'
import { RoomPage } from './rooms/room-page.tsx'
import { RoomsPage } from './rooms/rooms-page.tsx'
import { SearchPage } from './rooms/search-page.tsx'
import { TablePage } from './rooms/table-page.tsx'
import { Frame } from './shell/frame.tsx'
import { NoSuchPage } from './shell/no-such-page.tsx'
import { TextPage } from './text/text-page.tsx'
import { readTextSearch } from './text/text-search.ts'
import { VersionsPage } from './text/versions/versions-page.tsx'
import { TrustPage } from './trust/trust-page.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage })

const door = createRoute({ getParentRoute: () => root, path: '/', component: DoorPage })
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: InvitationPage,
})
const trust = createRoute({ getParentRoute: () => root, path: '/trust', component: TrustPage })

// Read only by who comes to verify: it carries the whole schema of a version along.
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(() => import('./text/verify/verify-page.tsx'), 'VerifyPage'),
})

const process = createRoute({
  getParentRoute: () => root,
  path: '/t/$process',
  component: () => (
    <Frame process={process.useParams().process}>
      <Outlet />
    </Frame>
  ),
})
const table = createRoute({ getParentRoute: () => process, path: '/', component: TablePage })
const rooms = createRoute({ getParentRoute: () => process, path: '/rooms', component: RoomsPage })
const room = createRoute({
  getParentRoute: () => process,
  path: '/rooms/$room',
  validateSearch: (search): { readonly about?: string; readonly clause?: string } => ({
    ...(typeof search.about === 'string' ? { about: search.about } : {}),
    ...(typeof search.clause === 'string' ? { clause: search.clause } : {}),
  }),
  component: () => {
    const { about, clause } = room.useSearch()
    const { room: id } = room.useParams()
    return <RoomPage key={id} id={id} asked={about === undefined ? undefined : { object: about, clause }} />
  },
})
const paper = createRoute({
  getParentRoute: () => process,
  path: '/rooms/$room/papers/$paper',
  component: () => {
    const { room, paper: id } = paper.useParams()
    return <ReadingPage key={id} room={room} paper={id} />
  },
})
const roomRecord = createRoute({
  getParentRoute: () => process,
  path: '/rooms/$room/record',
  component: () => {
    const { room: id } = roomRecord.useParams()
    return <RoomRecordPage key={id} id={id} />
  },
})
const versions = createRoute({
  getParentRoute: () => process,
  path: '/text/versions',
  component: VersionsPage,
})
const text = createRoute({
  getParentRoute: () => process,
  path: '/text',
  validateSearch: readTextSearch,
  component: () => <TextPage search={text.useSearch()} />,
})
const draft = createRoute({
  getParentRoute: () => process,
  path: '/rooms/$room/text',
  validateSearch: readTextSearch,
  component: () => {
    const { room: id } = draft.useParams()
    return <TextPage key={id} room={id} search={draft.useSearch()} />
  },
})

// Much to load, and not everybody bargains.
const BargainingPage = lazyRouteComponent(() => import('./bargaining/bargaining-page.tsx'), 'BargainingPage')
const bargaining = createRoute({
  getParentRoute: () => process,
  path: '/bargaining',
  validateSearch: readBargainingSearch,
  component: () => <BargainingPage search={bargaining.useSearch()} />,
})
const CommitmentsPage = lazyRouteComponent(
  () => import('./commitments/commitments-page.tsx'),
  'CommitmentsPage',
)
const StipulatePage = lazyRouteComponent(() => import('./commitments/stipulate-page.tsx'), 'StipulatePage')
const ObligationPage = lazyRouteComponent(() => import('./commitments/obligation-page.tsx'), 'ObligationPage')
const commitments = createRoute({
  getParentRoute: () => process,
  path: '/commitments',
  validateSearch: readCommitmentsSearch,
  component: () => <CommitmentsPage shown={commitments.useSearch().view ?? 'list'} />,
})
const stipulate = createRoute({
  getParentRoute: () => process,
  path: '/commitments/stipulate',
  validateSearch: (given): { readonly clause: string } => ({
    clause: typeof given.clause === 'string' ? given.clause : '',
  }),
  component: () => <StipulatePage clause={stipulate.useSearch().clause} />,
})
const PeriodicPage = lazyRouteComponent(
  () => import('./commitments/report/periodic-page.tsx'),
  'PeriodicPage',
)
const periodic = createRoute({
  getParentRoute: () => process,
  path: '/commitments/reports/$report',
  component: () => {
    const { report } = periodic.useParams()
    return <PeriodicPage key={report} report={report} />
  },
})
const obligation = createRoute({
  getParentRoute: () => process,
  path: '/commitments/$room/$object',
  component: () => {
    const { room, object } = obligation.useParams()
    return <ObligationPage key={object} room={room} object={object} />
  },
})
const CommitmentRecordPage = lazyRouteComponent(() => import('./commitments/record-page.tsx'), 'RecordPage')
const commitmentRecord = createRoute({
  getParentRoute: () => process,
  path: '/commitments/$room/records/$object',
  component: () => {
    const { room, object } = commitmentRecord.useParams()
    return <CommitmentRecordPage key={object} room={room} object={object} />
  },
})
const ChangePage = lazyRouteComponent(() => import('./commitments/change-page.tsx'), 'ChangePage')
const change = createRoute({
  getParentRoute: () => process,
  path: '/commitments/$room/$object/change',
  component: () => {
    const { room, object } = change.useParams()
    return <ChangePage key={object} room={room} object={object} />
  },
})
const BackgroundPage = lazyRouteComponent(() => import('./background/background-page.tsx'), 'BackgroundPage')
const background = createRoute({
  getParentRoute: () => process,
  path: '/background',
  validateSearch: readBackgroundSearch,
  component: () => <BackgroundPage search={background.useSearch()} />,
})
const EnterEventPage = lazyRouteComponent(() => import('./background/enter-page.tsx'), 'EnterPage')
const enterEvent = createRoute({
  getParentRoute: () => process,
  path: '/background/enter',
  component: () => <EnterEventPage />,
})
const EventPage = lazyRouteComponent(() => import('./background/event-page.tsx'), 'EventPage')
const event = createRoute({
  getParentRoute: () => process,
  path: '/background/$room/$object',
  component: () => {
    const { room, object } = event.useParams()
    return <EventPage key={object} room={room} object={object} />
  },
})
const ChangeEventPage = lazyRouteComponent(() => import('./background/enter-page.tsx'), 'ChangeEventPage')
const changeEvent = createRoute({
  getParentRoute: () => process,
  path: '/background/$room/$object/change',
  component: () => {
    const { room, object } = changeEvent.useParams()
    return <ChangeEventPage key={object} room={room} object={object} />
  },
})
const ProcessPage = lazyRouteComponent(() => import('./process/process-page.tsx'), 'ProcessPage')
const itself = createRoute({
  getParentRoute: () => process,
  path: '/process',
  validateSearch: readProcessSearch,
  component: () => <ProcessPage shown={itself.useSearch().view ?? 'standing'} />,
})
const MeetingsPage = lazyRouteComponent(() => import('./meetings/meetings-page.tsx'), 'MeetingsPage')
const meetings = createRoute({
  getParentRoute: () => process,
  path: '/meetings',
  validateSearch: readMeetingsSearch,
  component: () => <MeetingsPage search={meetings.useSearch()} />,
})
const ConvenePage = lazyRouteComponent(() => import('./meetings/convene-page.tsx'), 'ConvenePage')
const convene = createRoute({
  getParentRoute: () => process,
  path: '/meetings/convene',
  component: () => <ConvenePage />,
})
const SessionPage = lazyRouteComponent(() => import('./meetings/session-page.tsx'), 'SessionPage')
const session = createRoute({
  getParentRoute: () => process,
  path: '/meetings/$room/$object',
  component: () => {
    const { room, object } = session.useParams()
    return <SessionPage key={object} room={room} object={object} />
  },
})
const ChangeSessionPage = lazyRouteComponent(() => import('./meetings/convene-page.tsx'), 'ChangeSessionPage')
const changeSession = createRoute({
  getParentRoute: () => process,
  path: '/meetings/$room/$object/change',
  component: () => {
    const { room, object } = changeSession.useParams()
    return <ChangeSessionPage key={object} room={room} object={object} />
  },
})
const BadgesPage = lazyRouteComponent(() => import('./meetings/badges-page.tsx'), 'BadgesPage')
const badges = createRoute({
  getParentRoute: () => process,
  path: '/meetings/$room/badges',
  component: () => <BadgesPage room={badges.useParams().room} />,
})
const PackPage = lazyRouteComponent(() => import('./meetings/pack-page.tsx'), 'PackPage')
const pack = createRoute({
  getParentRoute: () => process,
  path: '/meetings/$room/$object/pack',
  component: () => {
    const { room, object } = pack.useParams()
    return <PackPage key={object} room={room} object={object} />
  },
})
const StakeholdersPage = lazyRouteComponent(
  () => import('./stakeholders/stakeholders-page.tsx'),
  'StakeholdersPage',
)
const stakeholders = createRoute({
  getParentRoute: () => process,
  path: '/stakeholders',
  component: StakeholdersPage,
})
const record = createRoute({ getParentRoute: () => process, path: '/record', component: RecordPage })
const desk = createRoute({ getParentRoute: () => process, path: '/desk', component: DeskPage })
const people = createRoute({ getParentRoute: () => process, path: '/people', component: PeoplePage })
const search = createRoute({
  getParentRoute: () => process,
  path: '/search',
  validateSearch: (given): { readonly q: string } => ({ q: typeof given.q === 'string' ? given.q : '' }),
  component: () => <SearchPage words={search.useSearch().q} />,
})

/** The router of the whole screen. */
export const router = createRouter({
  routeTree: root.addChildren([
    door,
    invitation,
    trust,
    verify,
    process.addChildren([
      table,
      rooms,
      room,
      paper,
      roomRecord,
      text,
      versions,
      draft,
      background,
      enterEvent,
      event,
      changeEvent,
      bargaining,
      commitments,
      periodic,
      stipulate,
      obligation,
      commitmentRecord,
      change,
      itself,
      meetings,
      convene,
      session,
      changeSession,
      pack,
      badges,
      desk,
      people,
      stakeholders,
      record,
      search,
    ]),
  ]),
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
