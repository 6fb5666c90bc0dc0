import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revealAnchor } from '#domain/record/anchor.ts'
import { auditStep, beginAudit, endAudit, nextStep } from '#domain/record/audit.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import { fromBase64, fromHex, toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import { reveal } from '#domain/record/leaf.ts'
import { originOf } from '#domain/record/origin.ts'
import { openWitnessed, parsePolicy, type WitnessedCheckpoint } from '#domain/record/policy.ts'
import { parseProof } from '#domain/record/proof.ts'
import { judgeReceipt, openReceipt } from '#domain/record/receipt.ts'
import { tilePath } from '#domain/record/tiles.ts'
import { verify } from '#domain/record/verify.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { nameWitnesses } from '../testing/witnesses.ts'
import { primitives } from './primitives.ts'
import { tickAt } from './recorder.ts'

let table: TestTable
let us: Person
let ru: Person

const words = (en: string) => ({ nature: 'statement', original: 'en', words: { en } })
const say = (person: Person, room: string, en: string) =>
  person.act(room, 'message.send', randomUUID(), 0, words(en))

beforeAll(async () => {
  table = await openTable()
  ;[us, ru] = [await table.as('us-head'), await table.as('ru-head')]
  await nameWitnesses(table)
  await say(us, 'plenary', 'First words.')
  await say(us, 'us-caucus', 'Among ourselves.')
  await table.context.recorder.tick()
})
afterAll(() => table.close())

const fetched = async (person: Person, path: string): Promise<Uint8Array | undefined> => {
  const reply = await table.app.inject({
    url: path,
    headers: { host: 'localhost:4180', cookie: person.cookie },
  })
  return reply.statusCode === 200 ? new Uint8Array(reply.rawPayload) : undefined
}

const policyOf = async (person: Person, log: string) => {
  const policy = parsePolicy((await fetched(person, `/log/${log}/policy`)) ?? '', primitives.sha256)
  if (!policy.ok) throw new Error(policy.refusal.code)
  return policy.value
}

const headOf = async (person: Person, log: string): Promise<WitnessedCheckpoint> => {
  const note = (await fetched(person, `/log/${log}/checkpoint`)) ?? ''
  const opened = openWitnessed(note, await policyOf(person, log), primitives)
  if (!opened.ok) throw new Error(`${opened.refusal.code} ${JSON.stringify(opened.refusal.facts)}`)
  return opened.value
}

/** Looks at every entry and every tile of a log over HTTP. */
const audited = async (person: Person, log: string): Promise<WitnessedCheckpoint> => {
  const head = await headOf(person, log)
  let audit = beginAudit(head)
  for (let step = nextStep(audit); step; step = nextStep(audit)) {
    const bundle = (await fetched(person, `/log/${log}/${tilePath(step.bundle)}`)) ?? new Uint8Array()
    const tiles = await Promise.all(
      step.tiles.map((tile) => fetched(person, `/log/${log}/${tilePath(tile)}`)),
    )
    const next = auditStep(audit, step, bundle, tiles, primitives.sha256)
    if (!next.ok) throw new Error(`${next.refusal.code} ${JSON.stringify(next.refusal.facts)}`)
    audit = next.value
  }
  const ended = endAudit(audit, primitives.sha256)
  if (!ended.ok) throw new Error(ended.refusal.code)
  return head
}

const entry = async (person: Person, log: string, index: number, size: number): Promise<Uint8Array> => {
  const bundle = Math.floor(index / 256)
  const width = Math.min(256, size - bundle * 256)
  const bytes = await fetched(person, `/log/${log}/${tilePath({ level: 'entries', index: bundle, width })}`)
  const entries = bytes && parseBundle(bytes, width)
  if (!entries?.ok) throw new Error('no such bundle')
  return entries.value[index % 256] ?? new Uint8Array()
}

describe('a log as it is served', () => {
  it('is signed by its log, cosigned by the witnesses of those who sit in the room, and whole', async () => {
    const plenary = await audited(us, table.room('plenary'))
    expect(plenary.cosignatures.map(({ key }) => key.name.split('/').at(-1)).sort()).toEqual([
      'mediator',
      'ru',
      'us',
    ])
    const caucus = await audited(us, table.room('us-caucus'))
    expect(caucus.cosignatures.map(({ key }) => key.name.split('/').at(-1))).toEqual(['us'])
    const anchor = await audited(us, table.founded.anchor)
    expect(anchor.cosignatures).toHaveLength(3)
  })

  it('shows its acts to those who may read them, and to nobody else', async () => {
    const log = table.room('plenary')
    const { size } = await headOf(us, log)
    const { acts } = (await us.get(`rooms/${log}/record/acts`)).json
    const last = acts.at(-1)
    const leaf = await entry(us, log, last.index, size)
    const salt = fromHex(last.salt) ?? new Uint8Array()
    expect(reveal(leaf, last.act, salt, primitives.sha256)).toMatchObject({ ok: true })
    const other = { ...last.act, payload: { ...last.act.payload, words: { en: 'Other words.' } } }
    expect(reveal(leaf, other, salt, primitives.sha256)).toMatchObject({ ok: false })
    expect((await ru.get(`/log/${table.room('us-caucus')}/checkpoint`)).status).toBe(404)
    expect((await ru.get(`rooms/${table.room('us-caucus')}/record/acts`)).status).toBe(404)
  })

  it('gives proofs that hold under the policy without any server', async () => {
    const log = table.room('plenary')
    const { size } = await headOf(us, log)
    const proof = await us.get(`rooms/${log}/record/proofs/1`)
    expect(proof.headers['content-type']).toContain('text/plain')
    const leaf = await entry(us, log, 1, size)
    const policy = await policyOf(us, log)
    expect(verify(proof.text, leaf, policy, primitives)).toMatchObject({ ok: true, value: { index: 1 } })
    expect(verify(proof.text, await entry(us, log, 0, size), policy, primitives)).toMatchObject({ ok: false })
    expect(proof.text.length).toBeLessThan(1_600)
    expect((await us.get(`rooms/${log}/record/proofs/99`)).json).toEqual({ code: 'record.not-yet' })
  })

  it('keeps a head that was once given out the beginning of every later one', async () => {
    const log = table.room('us-caucus')
    const before = await headOf(us, log)
    for (let i = 0; i < 300; i += 1) await say(us, 'us-caucus', `Words ${i}.`)
    await table.context.recorder.tick()
    const after = await audited(us, log)
    expect(after.size).toBe(before.size + 300)
    const wide = await fetched(us, `/log/${log}/tile/0/000`)
    expect(wide?.length).toBe(256 * 32)
    const narrow = await fetched(us, `/log/${log}/tile/0/000.p/${before.size}`)
    expect(narrow).toEqual(wide?.subarray(0, before.size * 32))
    expect(await fetched(us, `/log/${log}/tile/0/002`)).toBeUndefined()
    expect(await fetched(us, `/log/${log}/tile/0/001.p/${after.size - 255}`)).toBeUndefined()
  })

  it('goes on from its tiles after a start', async () => {
    await table.context.close()
    const again = await table.reopen()
    await say(us, 'us-caucus', 'After the start.')
    await again.context.recorder.tick()
    await again.context.close()
    expect((await audited(us, table.room('us-caucus'))).cosignatures).toHaveLength(1)
  })
})

describe('the anchor log', () => {
  it('grows by as many leaves as there are rooms at every tick, whatever happens', async () => {
    const rooms = Object.keys(table.founded.rooms).length
    const { size } = await headOf(us, table.founded.anchor)
    await table.context.recorder.tick()
    expect((await headOf(us, table.founded.anchor)).size).toBe(size + rooms)
    await say(us, 'plenary', 'Some more.')
    await table.context.recorder.tick()
    expect((await headOf(us, table.founded.anchor)).size).toBe(size + 2 * rooms)
  })

  it('holds for each room a leaf that only those in the room can tell from the others', async () => {
    const log = table.room('plenary')
    const { size } = await headOf(us, table.founded.anchor)
    const { anchorings } = (await us.get(`rooms/${log}/record/anchorings`)).json
    const newest = anchorings.at(-1)
    const root = fromBase64(newest.root) ?? new Uint8Array()
    const text = formatCheckpoint({ origin: originOf(log), size: newest.size, root })
    const leaf = await entry(ru, table.founded.anchor, newest.index, size)
    const salt = fromHex(newest.salt) ?? new Uint8Array()
    expect(revealAnchor(leaf, text, salt, primitives.sha256)).toMatchObject({ ok: true })
    expect(newest.size).toBe((await headOf(us, log)).size)
    expect((await ru.get(`rooms/${table.room('us-caucus')}/record/anchorings`)).status).toBe(404)
  })

  it('is readable by every seat, the public too', async () => {
    const everybody = await table.as('public')
    expect((await audited(everybody, table.founded.anchor)).size).toBeGreaterThan(0)
  })
})

describe('a receipt', () => {
  it('comes with every act, is the same for a retry, and is kept by the log', async () => {
    const log = table.room('plenary')
    const act = {
      id: randomUUID(),
      room: log,
      kind: 'message.send',
      object: randomUUID(),
      base: 0,
      payload: words('With a receipt.'),
    }
    const first = (await us.post('acts', act)).json
    table.clock.now = new Date(table.clock.now.getTime() + 5_000)
    expect((await us.post('acts', act)).json).toEqual(first)
    const policy = await policyOf(us, log)
    const receipt = openReceipt(first.receipt, policy.logs, primitives)
    if (!receipt.ok) throw new Error(receipt.refusal.code)
    expect(receipt.value).toMatchObject({ origin: originOf(log), index: first.index })
    const before = judgeReceipt(receipt.value, await headOf(us, log), undefined, primitives.sha256)
    expect(before).toEqual({ ok: true, value: 'pending' })
    await table.context.recorder.tick()
    const proof = parseProof((await us.get(`rooms/${log}/record/proofs/${first.index}`)).text)
    if (!proof.ok) throw new Error(proof.refusal.code)
    const shown = { leaf: receipt.value.leaf, path: proof.value.path }
    const after = judgeReceipt(receipt.value, await headOf(us, log), shown, primitives.sha256)
    expect(after).toEqual({ ok: true, value: 'kept' })
  })

  it('is not that of another log', async () => {
    const { receipt } = (await say(us, 'us-caucus', 'Elsewhere.')).json
    const { logs } = await policyOf(us, table.room('plenary'))
    expect(openReceipt(receipt, logs, primitives)).toMatchObject({ ok: false })
    expect(toUtf8(receipt).length).toBeLessThan(400)
  })
})

describe('what anchorings tell of other seats', () => {
  it('is not when they read: ticks at which nothing but reading was done are not listed', async () => {
    const log = table.room('plenary')
    const list = async () => (await us.get(`rooms/${log}/record/anchorings`)).json.anchorings
    await say(us, 'plenary', 'Before the night.')
    await table.context.recorder.tick()
    const before = await list()
    await ru.act('plenary', 'marks.move', ru.member, null, { read: 2 })
    table.clock.now = new Date(table.clock.now.getTime() + 30_000)
    await table.context.recorder.tick()
    table.clock.now = new Date(table.clock.now.getTime() + 30_000)
    await table.context.recorder.tick()
    const size = before.at(-1).size + 1
    expect((await list()).slice(0, -1)).toEqual(before)
    expect((await list()).at(-1)).toMatchObject({ size, at: tickAt(table.clock.now, 30) })
    await say(us, 'plenary', 'In the morning.')
    await table.context.recorder.tick()
    expect((await list()).filter((each: { size: number }) => each.size === size)).toEqual([])
    expect((await us.get(`rooms/${log}/record/anchorings?from=${before.at(-1).index + 1}`)).json).toEqual({
      anchorings: (await list()).slice(before.length),
    })
  })
})
