/** What crosses the wire at the door: choosing a seat in an exercise, passkeys, invitations, leaving. */
import { z } from 'zod'
import { Id, Key, Localised } from './words.ts'

/** Whoever is signed in, and at which table. */
export const SignedIn = z.object({ process: Id, key: Key, member: Id })
export type SignedIn = z.infer<typeof SignedIn>

const OfferedMember = z.object({ member: Id, name: Localised, title: Localised, function: z.string() })
const OfferedSeat = z.object({
  seat: Key,
  kind: z.string(),
  party: Key.optional(),
  name: Localised,
  members: z.array(OfferedMember).readonly(),
})

/** An exercise whose seats can be taken without a passkey, on this machine only. */
export const Exercise = z.object({
  process: Id,
  key: Key,
  name: Localised,
  languages: z.array(z.string()).readonly(),
  parties: z.array(z.object({ key: Key, short: Localised, hue: z.string() })).readonly(),
  seats: z.array(OfferedSeat).readonly(),
})
export type Exercise = z.infer<typeof Exercise>

export const DoorView = z.object({
  signedIn: SignedIn.nullable(),
  exercises: z.array(Exercise).readonly(),
})
export type DoorView = z.infer<typeof DoorView>

export const TakeSeat = z.strictObject({ process: Id, member: Id })
export const InvitationToken = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

/** What an invitation says before it is accepted. */
export const InvitationView = z.object({
  process: Localised,
  member: Localised,
  title: Localised,
  expires: z.iso.datetime(),
})
export type InvitationView = z.infer<typeof InvitationView>

/** Options and responses of WebAuthn are passed through as the libraries on both ends make them. */
export const PasskeyOptions = z.record(z.string(), z.unknown())
export const PasskeyResponse = z.strictObject({ response: z.record(z.string(), z.unknown()) })
/** The reader's own passkeys by their ids, the host they are made for, and whether one can be made here and now. */
export const OwnPasskeys = z.object({
  passkeys: z.array(z.string()).readonly(),
  rp: z.string(),
  mayMake: z.boolean(),
})
export type OwnPasskeys = z.infer<typeof OwnPasskeys>
export const AcceptInvitation = z.strictObject({
  ...InvitationToken.shape,
  response: z.record(z.string(), z.unknown()),
})

export const Invite = z.strictObject({ member: Id })
/** The link is shown once; it works once, for 72 hours. */
export const Invitation = z.object({ link: z.string(), expires: z.iso.datetime() })
export type Invitation = z.infer<typeof Invitation>

export const Health = z.object({ ok: z.boolean(), readOnly: z.boolean() })
