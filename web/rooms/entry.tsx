/** One thing in a room, whatever its kind. */
import type { RoomObject } from '#contract/rooms.ts'
import { MessageEntry } from './message-entry.tsx'
import { PaperEntry } from './papers/paper-entry.tsx'
import { PauseEntry } from './pause-entry.tsx'
import { SilenceEntry } from './silence-entry.tsx'

export const Entry = ({ entry }: { readonly entry: RoomObject }) => {
  switch (entry.kind) {
    case 'message':
      return <MessageEntry entry={entry} />
    case 'paper':
      return <PaperEntry entry={entry} />
    case 'silence':
      return <SilenceEntry entry={entry} />
    case 'pause':
      return <PauseEntry entry={entry} />
    case 'conveyance':
      return null
  }
}
