/** An installation with a database of its own, its process, its witnesses and its mirrors, for tests of backups. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatVerifierKey } from '#domain/record/key.ts'
import { type Context, type ContextOptions, makeContext } from '../../context.ts'
import { type Installation, openInstallation } from '../../installation.ts'
import { readCard } from '../../members.ts'
import { type Founded, foundProcess } from '../../parties/founding.ts'
import { folderFiles } from '../../record/folder.ts'
import type { MemberIdentity } from '../../seats.ts'
import { smallProcess } from '../../testing/process.ts'

/** An open house. */
export interface House {
  readonly installation: Installation
  readonly context: Context
  readonly founded: Founded
  /** Posts an act in the name of the head of a seat; gives its object. */
  readonly act: (
    seat: string,
    room: string,
    kind: string,
    payload: unknown,
    object?: string,
  ) => Promise<string>
  /** Says something in a room, in the name of the head of a seat. */
  readonly say: (seat: string, room: string, words: string) => Promise<string>
  /** Names the witness of a seat: one that the server plays, under this key or its own, or one at an address. */
  readonly name: (seat: string, url: string | null, key?: string) => Promise<void>
  /** Writes what the mirror of a seat would hold now into a folder. */
  readonly mirror: (seat: string, folder: string) => Promise<void>
  readonly close: () => Promise<void>
}

const identityOf = (founded: Founded, seat: string): MemberIdentity => ({
  process: founded.process,
  seat,
  role: founded.roles[seat] ?? '',
  member: founded.members[`${seat}-head`] ?? '',
})

const mirrorInto = async (context: Context, identity: MemberIdentity, folder: string): Promise<void> => {
  const card = await readCard(context.poolOf(identity.role), identity.seat, identity.member)
  if (!card) throw new Error('no such member')
  for await (const { path, bytes } of folderFiles(context, { identity, member: card.state })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

const posting =
  (context: Context, founded: Founded): House['act'] =>
  async (seat, room, kind, payload, object = randomUUID()) => {
    const posted = { id: randomUUID(), room: founded.rooms[room] ?? '', kind, object, base: 0, payload }
    const outcome = await context.acts.post(identityOf(founded, seat), posted)
    if (!outcome.ok) throw new Error(`${kind}: ${JSON.stringify(outcome.refusal)}`)
    return object
  }

/** Opens the house in a folder; the first time the small process is founded in it. */
export const openHouse = async (
  folder: string,
  earlier?: Founded,
  options: Partial<ContextOptions> = {},
): Promise<House> => {
  const installation = await openInstallation({ folder })
  const outcome = earlier
    ? { ok: true as const, value: earlier }
    : await foundProcess(installation, smallProcess)
  if ('flaws' in outcome || !outcome.ok) throw new Error('not founded')
  const founded = outcome.value
  const context = makeContext(installation, {
    clock: () => new Date(),
    relyingParty: { id: 'localhost', origins: [] },
    loopback: true,
    actsPerMinute: 1_000_000,
    tickSeconds: 30,
    ...options,
  })
  const act = posting(context, founded)
  return {
    installation,
    context,
    founded,
    act,
    say: (seat, room, words) =>
      act(seat, room, 'message.send', { nature: 'statement', original: 'en', words: { en: words } }),
    name: async (seat, url, key) => {
      const own = formatVerifierKey(context.keys.exerciseWitness(founded.process, seat).key)
      await act(seat, 'plenary', 'witness.appoint', { key: key ?? own, url }, seat)
    },
    mirror: (seat, into) => mirrorInto(context, identityOf(founded, seat), into),
    close: async () => {
      await context.close()
      await installation.stop()
    },
  }
}
