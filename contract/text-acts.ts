/** The acts on the text on the wire: what may be asked of a clause, a text and a proposal. */
import { z } from 'zod'
import { alternativeStatuses } from '#domain/text/bracket.ts'
import { textClauseKinds } from '#domain/text/clause.ts'
import { Id, Key, Language, Localised, Moment, ObjectId, text, Wording } from './words.ts'

/** The longest words of one passage in one language. */
const longestPassage = 20_000
const mostPieces = 2_000

/** Control characters and marks that reorder text have no place in words that people sign; white space is one space. */
const run = z
  .string()
  .normalize('NFC')
  .min(1)
  .max(longestPassage)
  .refine((value) => !/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(value), {
    error: 'hidden characters',
  })
  .refine((value) => !/\p{Surrogate}/u.test(value), { error: 'broken characters' })

const Piece = z.union([
  run,
  z.strictObject({ bracket: ObjectId }),
  z.strictObject({ placeholder: text(60) }),
  z.strictObject({ reference: ObjectId }),
  z.strictObject({ term: Key, words: text(400) }),
  z.strictObject({ note: ObjectId }),
])

/** Words and marks in one language. */
export const Content = z.array(Piece).max(mostPieces).readonly()
/** The same words in every authentic language; null is "not yet translated". */
export const Passage = z.record(Language, Content.nullable())
const Range = z.strictObject({ from: z.int().min(0), to: z.int().min(0) })
const Ranges = z.record(Language, Range.nullable())
const Order = z.string().regex(/^[0-9A-Za-z]{0,200}[1-9A-Za-z]$/)
/** A party by its key; in files that come from elsewhere, by the name they use. Whether it is one of these talks the rules say. */
export const PartyName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,47}$/u)
const PartyKeys = z.array(PartyName).max(16).readonly()
const SeenWording = z.int().min(1)
const Kind = z.enum(textClauseKinds)
const Remark = z.record(Language, text(4_000))

const NewAlternative = z.strictObject({
  id: ObjectId,
  passage: Passage,
  sponsors: PartyKeys,
  bridge: z.literal(true).optional(),
  nonPaper: z.literal(true).optional(),
})

const Alternative = z.strictObject({
  id: ObjectId,
  passage: Passage,
  sponsors: PartyKeys,
  supporters: PartyKeys,
  status: z.enum(alternativeStatuses),
  base: z.int().min(0),
  bridge: z.literal(true).optional(),
  nonPaper: z.literal(true).optional(),
  stood: z.literal(true).optional(),
  lapsesAt: Moment.optional(),
})

/** An open bracket with its alternatives. */
export const Bracket = z.strictObject({
  id: ObjectId,
  alternatives: z.array(Alternative).min(1).max(60).readonly(),
})

/** A clause as it enters a text. */
export const ClauseSeed = z.strictObject({
  id: ObjectId,
  parent: ObjectId.nullable(),
  order: Order,
  kind: Kind,
  number: text(40).optional(),
  passage: Passage,
  brackets: z.record(ObjectId, Bracket),
  notes: z.record(ObjectId, Passage),
})

export const OpenText = z.strictObject({
  title: Localised,
  clauses: z.array(ClauseSeed).max(5_000).readonly(),
})
export const LinkClauses = z.strictObject({
  id: ObjectId,
  clauses: z.array(ObjectId).min(2).max(100).readonly(),
  words: Remark.optional(),
})
export const UnlinkClauses = z.strictObject({ id: ObjectId })
export const OpenBracket = z.strictObject({
  wording: SeenWording,
  bracket: ObjectId,
  ranges: Ranges,
  within: ObjectId.optional(),
  stood: ObjectId,
  alternative: NewAlternative,
})
export const AddAlternative = z.strictObject({ bracket: ObjectId, alternative: NewAlternative })
export const TranslateClause = z.strictObject({
  language: Language,
  content: Content,
  alternative: ObjectId.optional(),
})
export const WriteClause = z.strictObject({ wording: SeenWording, passage: Passage })
export const OnAlternative = z.strictObject({ alternative: ObjectId })
export const AdoptAlternative = z.strictObject({ wording: SeenWording, alternative: ObjectId })
export const AnnounceLapse = z.strictObject({ alternative: ObjectId, until: Moment })
export const MoveClause = z.strictObject({
  wording: SeenWording,
  parent: ObjectId.nullable(),
  order: Order,
  above: z.array(ObjectId).max(50).readonly(),
})
export const NumberClause = z.strictObject({ wording: SeenWording, number: text(40).nullable() })
export const SplitClause = z.strictObject({
  wording: SeenWording,
  at: z.record(Language, z.int().min(0)),
  id: ObjectId,
  order: Order,
})
export const MergeClauses = z.strictObject({
  wording: SeenWording,
  other: ObjectId,
  otherWording: SeenWording,
})
export const AgreeClause = z.strictObject({
  wording: SeenWording,
  degree: z.enum(['ad-referendum', 'confirmed']),
  under: z
    .array(z.strictObject({ clause: ObjectId, wording: SeenWording }))
    .max(50)
    .readonly(),
  subjectToConformity: z.boolean(),
})
export const OnWording = z.strictObject({ wording: SeenWording })
export const CertifyClause = z.strictObject({
  wording: SeenWording,
  hashes: z.record(Language, z.string().regex(/^[0-9a-f]{64}$/)),
})
export const ReserveClause = z.strictObject({ id: Id, words: Remark })
export const LiftReservation = z.strictObject({ id: Id })

const Target = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('words'),
    clause: ObjectId,
    wording: SeenWording,
    ranges: Ranges,
    within: ObjectId.optional(),
  }),
  z.strictObject({ on: z.literal('bracket'), clause: ObjectId, bracket: ObjectId }),
  z.strictObject({ on: z.literal('place'), parent: ObjectId.nullable(), order: Order, kind: Kind }),
])

export const MakeProposal = z.strictObject({ target: Target, passage: Passage, reason: Wording.optional() })
export const EnterProposal = z.strictObject({ target: Target })
export const ReturnProposal = z.strictObject({ remark: Wording.optional() })
export const TakeOutProposal = z.strictObject({ clause: ObjectId })
export const TakeStance = z.strictObject({ clause: ObjectId, supports: z.boolean() })
