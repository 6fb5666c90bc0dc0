/** Everything the screen reads, by the key under which it is kept fresh. */
import { queryOptions } from '@tanstack/react-query'
import type { BackgroundView, EventView } from '#contract/background-views.ts'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type {
  CommitmentRecord,
  CommitmentsView,
  PeriodicView,
  RecordKind,
  RecordsView,
  StipulationView,
} from '#contract/commitments-views.ts'
import type { ConfidenceView } from '#contract/confidence-views.ts'
import type { DoorView } from '#contract/door.ts'
import type { LeadershipView } from '#contract/leadership.ts'
import type { MeetingsAsked, MeetingsView } from '#contract/meetings-views.ts'
import type { NotesView } from '#contract/notes.ts'
import type { OutsideContentsView, OutsideView } from '#contract/outside-views.ts'
import type { ProcessView } from '#contract/parties.ts'
import type { StandingView } from '#contract/process-views.ts'
import type { RecordIndex, RecordView, SaltedAct } from '#contract/record.ts'
import type { DeskView, FoundList, PaperReading, RoomView, TableView } from '#contract/rooms.ts'
import type { StakeholdersView } from '#contract/stakeholders.ts'
import type { SymmetryView } from '#contract/symmetry.ts'
import type { ClauseHistory } from '#contract/text-history.ts'
import type { VersionList } from '#contract/text-versions.ts'
import type { TextAt, TextView } from '#contract/text-views.ts'
import { read, readFile } from './api.ts'
import { mergeText } from './text/merge.ts'

/** Heads are signed and cosigned all the time, and no event tells of it. */
const everyHalfMinute = 30_000

export const doorQuery = queryOptions({ queryKey: ['door'], queryFn: () => read<DoorView>('/door') })

export const processQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'itself'],
    queryFn: () => read<ProcessView>(`/processes/${process}`),
  })

export const tableQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'table'],
    queryFn: () => read<TableView>(`/processes/${process}/table`),
  })

/** Who leads and led each delegation, credentials, and what waits for the word of the reader's side. */
export const leadershipQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'leadership'],
    queryFn: () => read<LeadershipView>(`/processes/${process}/leadership`),
  })

/** The notes of an office. */
export const notesQuery = (process: string, room: string) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'notes'],
    queryFn: () => read<NotesView>(`/processes/${process}/rooms/${room}/notes`),
  })

/** The stakeholder map of a room. */
export const stakeholdersQuery = (process: string, room: string) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'stakeholders'],
    queryFn: () => read<StakeholdersView>(`/processes/${process}/rooms/${room}/stakeholders`),
  })

export const deskQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'desk'],
    queryFn: () => read<DeskView>(`/processes/${process}/desk`),
  })

export const roomQuery = (process: string, room: string) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'view'],
    queryFn: () => read<RoomView>(`/processes/${process}/rooms/${room}`),
  })

export const readingQuery = (process: string, room: string, paper: string) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'reading', paper],
    queryFn: () => read<PaperReading>(`/processes/${process}/rooms/${room}/papers/${paper}/clauses`),
  })

/** The text of a room; read again, it asks only for what has changed since. */
export const textQuery = (process: string, room: string) =>
  queryOptions({
    queryKey: ['process', process, 'text', room],
    queryFn: async ({ client }) => {
      const before = client.getQueryData<TextView>(['process', process, 'text', room])
      const later = await read<TextView>(
        `/processes/${process}/rooms/${room}/text?since=${before?.size ?? 0}`,
      )
      return mergeText(before, later)
    },
  })

/** The time line of the reader's rooms. */
export const backgroundQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'background', 'line'],
    queryFn: () => read<BackgroundView>(`/processes/${process}/background`),
  })

/** Grievances of the reader's rooms, measures of the table. */
export const confidenceQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'confidence'],
    queryFn: () => read<ConfidenceView>(`/processes/${process}/confidence`),
  })

/** One event with what is told of it. */
export const eventQuery = (process: string, room: string, object: string) =>
  queryOptions({
    queryKey: ['process', process, 'background', room, object],
    queryFn: () => read<EventView>(`/processes/${process}/rooms/${room}/background/${object}`),
  })

/** Everything of bargaining that the seat may read. */
export const bargainingQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'bargaining'],
    queryFn: () => read<BargainingView>(`/processes/${process}/bargaining`),
  })

/** The arrangements, and the sessions of the reader's rooms in the weeks that are asked for. */
export const meetingsQuery = (process: string, asked: MeetingsAsked = {}) =>
  queryOptions({
    queryKey: ['process', process, 'meetings', asked],
    queryFn: () => {
      const words = new URLSearchParams(
        Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
      )
      return read<MeetingsView>(`/processes/${process}/meetings?${words}`)
    },
  })

/** The list of stipulations, what is in force, cases and periodic reports. */
export const commitmentsQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'list'],
    queryFn: () => read<CommitmentsView>(`/processes/${process}/commitments`),
  })

/** One stipulation with what bears on it. */
export const stipulationQuery = (process: string, room: string, object: string) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', room, object],
    queryFn: () => read<StipulationView>(`/processes/${process}/rooms/${room}/stipulations/${object}`),
  })

/** What bears on a case or an obligation. */
export const bearingQuery = (process: string, about: string) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'bearing', about],
    queryFn: () => read<RecordsView>(`/processes/${process}/commitments/bearing/${about}`),
  })

/** A page of the records of a room, newest first. */
export const recordsQuery = (process: string, room: string, kind: RecordKind | '', before: string) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'records', room, kind, before],
    queryFn: () => {
      const asked = new URLSearchParams({ ...(kind ? { kind } : {}), ...(before ? { before } : {}) })
      return read<RecordsView>(`/processes/${process}/rooms/${room}/records?${asked}`)
    },
    enabled: room !== '',
  })

/** The records of a room with these ids. */
export const namedQuery = (process: string, room: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'named', room, ...ids],
    queryFn: () => {
      const asked = new URLSearchParams(ids.map((id) => ['object', id]))
      return read<RecordsView>(`/processes/${process}/rooms/${room}/records?${asked}`)
    },
    enabled: ids.length > 0,
  })

/** The newest records of these kinds in a room, at most so many pages of each. */
export const placedQuery = (process: string, room: string, kind: RecordKind, pages: number) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'placed', room, kind, pages],
    queryFn: async () => {
      const records: CommitmentRecord[] = []
      let next: string | null = ''
      for (let page = 0; page < pages && next !== null; page += 1) {
        const asked = new URLSearchParams({ kind, ...(next ? { before: next } : {}) })
        const view: RecordsView = await read(`/processes/${process}/rooms/${room}/records?${asked}`)
        records.push(...view.records)
        next = view.next
      }
      return { records, next }
    },
  })

/** How the process stands, as far as the reader may see it. */
export const standingQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'standing'],
    queryFn: () => read<StandingView>(`/processes/${process}/standing`),
  })

/** The symmetry report, as far as the reader may see it. */
export const symmetryQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'symmetry'],
    queryFn: () => read<SymmetryView>(`/processes/${process}/symmetry`),
  })

/** What the reader's rooms have loaded of outside coding. */
export const outsideQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'outside'],
    queryFn: () => read<OutsideView>(`/processes/${process}/outside`),
  })

/** The events of one file; they never change, so they are read once. */
export const outsideContentsQuery = (process: string, room: string, object: string) =>
  queryOptions({
    queryKey: ['process', process, 'outside-contents', room, object],
    queryFn: () => read<OutsideContentsView>(`/processes/${process}/rooms/${room}/outside/${object}`),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A periodic report as it is set out in every language. */
export const periodicQuery = (process: string, report: string) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'report', report],
    queryFn: () => read<PeriodicView>(`/processes/${process}/commitments/reports/${report}`),
  })

/** What a report over these days would tell now. */
export const previewQuery = (process: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['process', process, 'commitments', 'preview', from, to],
    queryFn: () =>
      read<PeriodicView>(
        `/processes/${process}/commitments/report-preview?${new URLSearchParams({ from, to })}`,
      ),
  })

/** The versions of a text; that witnesses have cosigned them no event tells. */
export const versionsQuery = (process: string, room: string) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'versions'],
    queryFn: () => read<VersionList>(`/processes/${process}/rooms/${room}/text/versions`),
    refetchInterval: everyHalfMinute,
  })

/** Every act on one clause, oldest first. */
export const clauseHistoryQuery = (process: string, room: string, clause: string) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'history', clause],
    queryFn: () =>
      read<ClauseHistory>(
        `/processes/${process}/rooms/${room}/text/history?clause=${encodeURIComponent(clause)}`,
      ),
  })

/** A text as it stood when the log of its room held so many acts. */
export const textAtQuery = (process: string, room: string, size: number) =>
  queryOptions({
    queryKey: ['process', process, 'text-at', room, size],
    queryFn: () => read<TextAt>(`/processes/${process}/rooms/${room}/text/at?size=${size}`),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const searchQuery = (process: string, words: string) =>
  queryOptions({
    queryKey: ['process', process, 'search', words],
    queryFn: () => read<FoundList>(`/processes/${process}/search?q=${encodeURIComponent(words)}`),
    enabled: words.trim() !== '',
  })

export const recordIndexQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'record'],
    queryFn: () => read<RecordIndex>(`/processes/${process}/record`),
    refetchInterval: everyHalfMinute,
  })

export const recordQuery = (process: string, room: string) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'record'],
    queryFn: () => read<RecordView>(`/processes/${process}/rooms/${room}/record`),
    refetchInterval: everyHalfMinute,
  })

/** At most five hundred acts of a room's log from this entry on. */
export const saltedActsQuery = (process: string, room: string, from: number) =>
  queryOptions({
    queryKey: ['process', process, 'room', room, 'acts', from],
    queryFn: () =>
      read<{ readonly acts: readonly SaltedAct[] }>(
        `/processes/${process}/rooms/${room}/record/acts?from=${from}`,
      ),
  })

/** A tile or bundle of a log; what stands under its address never changes. */
export const logFileQuery = (process: string, log: string, path: string) =>
  queryOptions({
    queryKey: ['process', process, 'log', log, path],
    queryFn: async () => (await readFile(`/log/${log}/${path}`)) ?? new Uint8Array(),
    staleTime: Number.POSITIVE_INFINITY,
  })
