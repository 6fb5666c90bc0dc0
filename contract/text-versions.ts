/** Versions on the wire: freezing, initialling, signing, correcting; how they are listed; the file that is taken home. */
import { z } from 'zod'
import { canonical, type Json } from '#domain/record/canonical.ts'
import { readJson } from '#domain/record/json-lines.ts'
import { textClauseKinds } from '#domain/text/clause.ts'
import type { Leaf as DomainLeaf, LeafPiece as DomainPiece } from '#domain/text/version/leaf.ts'
import { type VersionRecord as DomainRecord, versionFormat } from '#domain/text/version/record.ts'
import { markKinds } from '#domain/text/version/statement.ts'
import { type VersionFile as DomainFile, versionFileFormat } from '#domain/text/version/verify.ts'
import type {
  PasskeyKey as DomainKey,
  Mark as DomainMark,
  Objection as DomainObjection,
} from '#domain/text/version/version.ts'
import { PartyName } from './text-acts.ts'
import { Actor, Id, Language, Localised, Moment, ObjectId, text, Words } from './words.ts'

/** A hash as 64 hexadecimal digits. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Base64Url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/)
const VersionNumber = z.int().min(1).max(99_999)

export const FreezeVersion = z.strictObject({ hash: Hash, part: z.literal('agreed').optional() })

const Assertion = z.strictObject({
  credential: Base64Url(1_400),
  clientDataJSON: Base64Url(6_000),
  authenticatorData: Base64Url(2_000),
  signature: Base64Url(1_400),
})

/** A mark as it is posted: which hash was seen, and what the passkey answered. */
export const MarkVersion = z.strictObject({ hash: Hash, assertion: Assertion })

/** Words of a clause as they are corrected; they are joined to others, so their spaces stay. */
const words = (min: number) =>
  z
    .string()
    .normalize('NFC')
    .min(min)
    .max(4_000)
    .refine((value) => !/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\p{Surrogate}]/u.test(value), {
      error: 'hidden or broken characters',
    })
const Correction = z.strictObject({ clause: ObjectId, language: Language, from: words(1), to: words(0) })
const Reason = z.record(Language, text(4_000))

export const CorrectVersion = z.strictObject({
  hash: Hash,
  of: VersionNumber,
  corrections: z.array(Correction).min(1).max(50).readonly(),
  reason: Reason,
})
export const ObjectToVersion = z.strictObject({ words: Reason })

/** Words as they were hashed or signed: whole characters in normal form C. They are looked at and never changed. */
const Hashed = z
  .string()
  .refine((value) => !/\p{Surrogate}/u.test(value) && value === value.normalize('NFC'), {
    error: 'characters that are broken or not in normal form C',
  })

const PasskeyKey = z.union([
  z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: Base64Url(50), y: Base64Url(50) }),
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: Base64Url(50) }),
  // 2,048 bits or more, as WebAuthn's authenticators make them: a shorter modulus can be taken apart.
  z.object({ kty: z.literal('RSA'), n: Base64Url(1_400).min(342), e: Base64Url(20) }),
]) satisfies z.ZodType<DomainKey>

const Mark = z.object({
  kind: z.enum(markKinds),
  party: PartyName,
  by: Actor,
  at: Moment,
  assertion: Assertion,
  key: PasskeyKey,
  rp: Hashed.max(300),
  seal: Hashed.max(4_000),
  index: z.int().min(0),
}) satisfies z.ZodType<DomainMark>

const Objection = z.object({
  party: PartyName,
  by: Actor,
  at: Moment,
  words: Words,
}) satisfies z.ZodType<DomainObjection>

const VersionRecord = z.strictObject({
  format: z.literal(versionFormat),
  text: Id,
  number: VersionNumber,
  previous: Hash.nullable(),
  corrects: Hash.optional(),
  part: z.literal('agreed').optional(),
  title: Localised,
  languages: z.array(Language).min(1).max(6).readonly(),
  clauses: z.int().min(0),
  roots: z.record(Language, Hash),
  root: Hash,
}) satisfies z.ZodType<DomainRecord>

/** A version without its words, and how it stands. */
export const VersionView = z.object({
  record: VersionRecord,
  hash: Hash,
  by: Actor,
  at: Moment,
  index: z.int(),
  consent: z.enum(['none', 'ad-referendum', 'agreed']),
  concordant: z.boolean(),
  clean: z.boolean(),
  correction: z
    .object({ of: VersionNumber, corrections: z.array(Correction).readonly(), reason: Words })
    .optional(),
  marks: z.array(Mark).readonly(),
  objections: z.array(Objection).readonly(),
  declined: z
    .array(z.object({ party: PartyName, by: Actor, at: Moment }))
    .readonly()
    .optional(),
})
export type VersionView = z.infer<typeof VersionView>

/** All versions of a text, the first first, and how many acts of its log every witness has cosigned. */
export const VersionList = z.object({
  versions: z.array(VersionView).readonly(),
  vouched: z.int(),
})
export type VersionList = z.infer<typeof VersionList>

const Piece: z.ZodType<DomainPiece> = z.lazy(() =>
  z.union([
    Hashed.min(1),
    z.strictObject({ placeholder: Hashed }),
    z.strictObject({ reference: ObjectId, words: Hashed }),
    z.strictObject({ term: Hashed, words: Hashed }),
    z.strictObject({ note: LeafWords.nullable() }),
    z.strictObject({
      bracket: z
        .array(
          z.strictObject({
            by: z.array(PartyName).readonly(),
            bridge: z.literal(true).optional(),
            words: LeafWords.nullable(),
          }),
        )
        .readonly(),
    }),
  ]),
)
const LeafWords: z.ZodType<readonly DomainPiece[]> = z.array(Piece).readonly()

const Leaf = z.strictObject({
  clause: ObjectId,
  kind: z.enum(textClauseKinds),
  depth: z.int().min(0).max(60),
  number: Hashed.nullable(),
  words: LeafWords.nullable(),
}) satisfies z.ZodType<DomainLeaf>

/** A version that was taken home; whoever has it can verify it. */
export const VersionFile = z.strictObject({
  format: z.literal(versionFileFormat),
  record: VersionRecord,
  hash: Hash,
  leaves: z.record(Language, z.array(Leaf).max(20_000).readonly()),
  marks: z.array(Mark).max(200).readonly(),
  objections: z.array(Objection).max(50).readonly(),
  log: Hashed.max(400),
}) satisfies z.ZodType<DomainFile>
export type VersionFile = z.infer<typeof VersionFile>

/** Sixty brackets inside each other, which is as deep as notation goes, are four times as deep in JSON. */
const deepest = 256

/**
 * Reads a version that was taken home, or says what is wrong with it. Nothing in it is passed over or changed: no member
 * stands twice and none is unknown, so that whoever reads the file reads the same.
 */
export const readVersionFile = (source: string): VersionFile | { readonly wrong: string } => {
  const json = readJson(source, deepest)
  if ('broken' in json) return { wrong: `is not JSON at most ${deepest} deep, in line ${json.broken}` }
  const version = VersionFile.safeParse(json.value)
  if (!version.success) {
    const [issue] = version.error.issues
    return { wrong: `is not a version: ${issue?.message ?? ''} at ${issue?.path.join('.') || 'the top'}` }
  }
  return sameJson(json.value, version.data as unknown as Json)
    ? version.data
    : { wrong: 'is not a version: it holds more than a version does' }
}

/** Whether two values are the same to JSON; a string with half a character is the same as nothing. */
const sameJson = (one: Json, other: Json): boolean => {
  try {
    return canonical(one) === canonical(other)
  } catch {
    return false
  }
}
