/** Everything the screen reads, by the key under which it is kept fresh. */
import { queryOptions } from '@tanstack/react-query'
import type { DoorView } from '#contract/door.ts'
import type { ProcessView } from '#contract/parties.ts'
import type { DeskView, FoundList, PaperReading, RoomView, TableView } from '#contract/rooms.ts'
import { read } from './api.ts'

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

export const searchQuery = (process: string, words: string) =>
  queryOptions({
    queryKey: ['process', process, 'search', words],
    queryFn: () => read<FoundList>(`/processes/${process}/search?q=${encodeURIComponent(words)}`),
    enabled: words.trim() !== '',
  })
