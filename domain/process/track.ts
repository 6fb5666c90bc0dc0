/** The tracks of a process and the phase each is in: they do not move together. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/** The tracks. */
export const tracks = ['political', 'security', 'humanitarian', 'economic'] as const
export type TrackKey = (typeof tracks)[number]

/** The phases, in their usual order; a track may stand still, or go back. */
export const phases = [
  'preparation',
  'talks-about-talks',
  'negotiation',
  'agreement',
  'implementation',
] as const
export type Phase = (typeof phases)[number]

/** A track comes into a phase, or is suspended in it, on a day (`YYYY-MM-DD`). */
export interface MoveTrack {
  readonly phase: Phase
  readonly suspended: boolean
  readonly since: string
  readonly words?: Localised | undefined
}

/** A track with every move it made, oldest first. */
export interface Track {
  readonly moves: readonly (MoveTrack & { readonly by: Actor; readonly at: string })[]
}

/** The next move; it cannot lie ahead, nor before the last one. */
export const moveTrack = (track: Track | undefined, move: Track['moves'][number]): Outcome<Track> => {
  const last = track?.moves.at(-1)
  if (move.since > move.at.slice(0, 10)) return refuse('process.day-ahead')
  if (last && move.since < last.since) return refuse('track.day-before')
  if (last?.phase === move.phase && last.suspended === move.suspended) return refuse('track.same-phase')
  return done({ moves: [...(track?.moves ?? []), move] })
}
