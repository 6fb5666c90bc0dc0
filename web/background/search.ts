/** What an address of the background asks for: which part, and which events of it. */
import { type EventKind, eventKinds } from '#domain/background/event.ts'

const parts = ['agreements', 'lessons', 'measures', 'promises', 'grievances', 'files'] as const

/** The parts; the time line is the one without a word in the address. */
export type BackgroundPart = 'line' | (typeof parts)[number]

export interface BackgroundSearch {
  readonly view?: Exclude<BackgroundPart, 'line'>
  readonly kind?: EventKind
  /** The key of an item of the agenda. */
  readonly issue?: string
}

/** What an address says; what it says wrongly is as if it did not say it. */
export const readBackgroundSearch = (given: Readonly<Record<string, unknown>>): BackgroundSearch => {
  const view = parts.find((part) => part === given.view)
  const kind = eventKinds.find((each) => each === given.kind)
  return {
    ...(view ? { view } : {}),
    ...(kind ? { kind } : {}),
    ...(typeof given.issue === 'string' && given.issue !== '' ? { issue: given.issue } : {}),
  }
}
