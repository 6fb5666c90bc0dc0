/** What is to be done with a file of events: what the room has already is not entered again, but may still be told. */
import type { EventLine } from '#contract/background-views.ts'
import { type Entry, inEntryOrder, type Listed } from '#domain/background/listed.ts'

/** One event of the file, and which acts it takes. */
export interface BringTask {
  readonly entry: Entry
  readonly isThere: boolean
  /** Whether the side that brings it in has not told it yet, and the file has words for it. */
  readonly toTell: boolean
}

const sameAs =
  ({ when, name }: Listed) =>
  (event: EventLine): boolean =>
    event.when === when && Object.entries(name).some(([language, words]) => event.name[language] === words)

/** The tasks in the order in which they can be done, for a room with these events; `party` is the side that brings them in. */
export const tasksOf = (
  listed: readonly Listed[],
  there: readonly EventLine[],
  party: string | undefined,
  newId: () => string,
): readonly BringTask[] => {
  const found = new Map(listed.map((event) => [event, there.find(sameAs(event))]))
  return inEntryOrder(listed, (event) => found.get(event)?.object ?? newId()).map((entry) => {
    const line = there.find(({ object }) => object === entry.object)
    return {
      entry,
      isThere: line !== undefined,
      toTell:
        party !== undefined && entry.accounts[party] !== undefined && !(line?.told.includes(party) ?? false),
    }
  })
}
