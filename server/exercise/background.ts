/** The time line of an exercise, from a file of its own: one seat enters it, and each side gives its account. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readBackgroundFile } from '#contract/background-file.ts'
import { inEntryOrder } from '#domain/background/listed.ts'
import { RelativeTime } from './relative-time.ts'

/** Which file, who enters it into the plenary and when, and by party who gives its accounts and when. */
export const ExerciseBackground = z.strictObject({
  file: z.string(),
  by: z.string(),
  at: RelativeTime,
  accounts: z.record(z.string(), z.strictObject({ by: z.string(), at: RelativeTime })),
})

/** One act as the loader takes it. */
interface BackgroundStep {
  readonly by: string
  readonly at: string
  readonly room: 'plenary'
  readonly kind: string
  readonly object?: string
  readonly name?: string
  readonly payload: Record<string, unknown>
}

/** The acts of the file; an event of it with the key `x` is called `event-x` by later acts. */
export const backgroundSteps = async (
  folder: string,
  { file, by, at, accounts }: z.infer<typeof ExerciseBackground>,
): Promise<readonly BackgroundStep[]> => {
  const listed = readBackgroundFile(await readFile(join(folder, file), 'utf8'))
  if (!listed.ok)
    throw new Error(`${file}: ${listed.refusal.code} ${JSON.stringify(listed.refusal.facts ?? {})}`)
  const entries = inEntryOrder(listed.value, (event, i) => `event-${event.key ?? i}`)
  return [
    ...entries.map(
      ({ object, event }): BackgroundStep => ({
        ...{ by, at, room: 'plenary', kind: 'event.enter', name: object },
        payload: { ...event, ...(event.of === undefined ? {} : { of: `@${event.of}` }) },
      }),
    ),
    ...Object.entries(accounts).flatMap(([party, { by: teller, at: told }]) =>
      entries.flatMap(({ object, accounts: { [party]: words } }): readonly BackgroundStep[] =>
        words
          ? [
              {
                by: teller,
                at: told,
                room: 'plenary',
                kind: 'event.tell',
                object,
                payload: { words, sources: [] },
              },
            ]
          : [],
      ),
    ),
  ]
}
