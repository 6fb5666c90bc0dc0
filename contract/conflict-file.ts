/** The shape of a conflict in a file of ours; published as `contract/conflict.schema.json`. */
import { z } from 'zod'
import type {
  ConflictFile as DomainConflictFile,
  StatementFile as DomainStatement,
} from '#domain/bargaining/formats/conflict-file.ts'
import { Key, Localised } from './words.ts'

const Pattern = z.record(Key, z.boolean())

/** What a decider would like to be true; how deep statements stand within each other is bounded by the size of a file. */
const Statement: z.ZodType<DomainStatement> = z.union([
  z.strictObject({ all: Pattern }),
  z.strictObject({ anyOf: z.array(Pattern).max(1000).readonly() }),
  z.strictObject({
    get when() {
      return Statement
    },
    get holds() {
      return Statement
    },
  }),
  z.strictObject({
    get iff() {
      return z.tuple([Statement, Statement]).readonly()
    },
  }),
])

/** A state as a ranking calls it: `YNN` over the options, or a key. */
const StateCall = z.string().min(1).max(48)

/** A conflict in option form, or as a graph of states. */
export const ConflictFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('parley-conflict-1'),
  name: Localised,
  options: z
    .array(
      z.strictObject({
        key: Key,
        name: Localised,
        owner: Key,
        direction: z.enum(['both', 'forward', 'backward', 'none']).optional(),
      }),
    )
    .max(30)
    .readonly()
    .optional(),
  infeasible: z.array(Pattern).max(1000).readonly().optional(),
  states: z
    .array(z.strictObject({ key: Key, name: Localised }))
    .max(100_000)
    .readonly()
    .optional(),
  deciders: z
    .array(
      z.strictObject({
        key: Key,
        name: Localised,
        statements: z.array(Statement).max(1000).readonly().optional(),
        ranking: z
          .array(z.union([StateCall, z.array(StateCall).readonly()]))
          .readonly()
          .optional(),
        moves: z
          .array(z.tuple([Key, Key]).readonly())
          .readonly()
          .optional(),
      }),
    )
    .min(1)
    .max(30)
    .readonly(),
}) satisfies z.ZodType<DomainConflictFile>
export type ConflictFile = z.infer<typeof ConflictFile>
