/** The file of a time line, so that it can be prepared elsewhere, exchanged and kept; published as `contract/background.schema.json`. */
import { z } from 'zod'
import { keysHold, type Listed } from '#domain/background/listed.ts'
import { whenOf } from '#domain/background/when.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { EnterEvent, TellEvent } from './background-acts.ts'
import { Key, Localised } from './words.ts'

const FileEvent = z.strictObject({
  /** A name by which a file's own reader knows it again. */
  key: Key.optional(),
  ...EnterEvent.shape,
  when: EnterEvent.shape.when.refine((when) => whenOf(when).ok, { error: 'no day, month, year or interval' }),
  issues: EnterEvent.shape.issues.optional(),
  clauses: EnterEvent.shape.clauses.optional(),
  /** How each side tells it, by the key of the party; each side enters its own. */
  accounts: z.record(Key, TellEvent.shape.words).optional(),
}) satisfies z.ZodType<Omit<Listed, 'issues' | 'clauses'>>

/** The file. */
export const BackgroundFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('parley-background-1'),
  name: Localised.optional(),
  events: z.array(FileEvent).max(5_000).readonly(),
})
export type BackgroundFile = z.infer<typeof BackgroundFile>

/** Reads the file. Refusals: `background.not-json` {reason}, `background.not-so` {at, reason}, those of `keysHold`. */
export const readBackgroundFile = (text: string): Outcome<readonly Listed[]> => {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse('background.not-json', { reason: (error as Error).message.slice(0, 200) })
  }
  const read = BackgroundFile.safeParse(value)
  if (read.success) {
    const listed = read.data.events.map(
      ({ issues = [], clauses = [], ...event }): Listed => ({ ...event, issues, clauses }),
    )
    const keys = keysHold(listed)
    return keys.ok ? done(listed) : keys
  }
  const [issue] = read.error.issues
  return refuse('background.not-so', { at: `/${issue?.path.join('/') ?? ''}`, reason: issue?.message ?? '' })
}

/** A file of these events. */
export const backgroundFile = (events: readonly Listed[]): BackgroundFile => ({
  format: 'parley-background-1',
  events,
})
