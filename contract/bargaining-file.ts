/** A case for analysis in a file of our own; published as `contract/bargaining-file.schema.json`. */
import { z } from 'zod'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { FileAgenda, Worth } from './bargaining.ts'

/** What is negotiated and what it is worth to each party; everything the model knows, nothing else. */
export const BargainingFile = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().max(400),
  agenda: FileAgenda,
  worths: z.array(Worth).max(16).readonly(),
}) satisfies z.ZodType<BargainingCase>
