import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkpointPath, policyPath } from '#domain/record/folder.ts'
import { openTable, type Person, type TestTable } from '../../server/testing/table.ts'
import { nameWitnesses } from '../../server/testing/witnesses.ts'
import { writeFolder } from './testing/folder.ts'
import { run } from './testing/run.ts'

let table: TestTable
let us: Person
let opened: ReturnType<typeof writeFolder>
let earlier: ReturnType<typeof writeFolder>
let receipt: string

const words = { nature: 'statement', original: 'en', words: { en: 'Words.' } }

const exportOf = async (person: Person): Promise<ReturnType<typeof writeFolder>> => {
  const headers = { host: 'localhost:4180', cookie: person.cookie }
  const { rawPayload } = await table.app.inject({ url: `${table.base}/record/export`, headers })
  const files = Object.entries(unzipSync(rawPayload))
  return writeFolder(new Map(files.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes])))
}

/** What people do in rooms: words, words taken back, marks of one's own and of others. */
const talk = async (): Promise<void> => {
  const ru = await table.as('ru-head')
  const object = randomUUID()
  const answers = [
    await us.act('plenary', 'message.send', randomUUID(), 0, words),
    await us.act('us-channel', 'message.send', object, 0, { ...words, use: 'paraphrase' }),
    await us.act('us-channel', 'message.withdraw', object, 1, {}),
    await us.act('plenary', 'marks.move', us.member, null, { read: 2 }),
    await ru.act('plenary', 'marks.move', ru.member, null, { read: 3 }),
    await us.act('plenary', 'marks.move', us.member, null, { read: 3 }),
  ]
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
}

beforeAll(async () => {
  table = await openTable()
  us = await table.as('us-head')
  await nameWitnesses(table)
  await talk()
  await table.context.recorder.tick()
  earlier = await exportOf(us)
  const sent = await us.act('plenary', 'message.send', randomUUID(), 0, words)
  receipt = sent.json.receipt
  await table.context.recorder.tick()
  opened = await exportOf(us)
})
afterAll(async () => {
  earlier.remove()
  opened.remove()
  await table.close()
})

describe('the record that a seat takes home', () => {
  it('passes with everything that is in it, and its state follows from its acts', async () => {
    const ended = await run('log', [opened.folder], { replay: true })
    expect(ended.out).toContain('Everything agrees.')
    expect(ended.ending).toBe(0)
    expect(ended.out).not.toContain('states no state')
    const { logs } = JSON.parse((await run('log', [opened.folder], { json: true })).out)
    const seen = logs[0].lookedAt
    expect(logs.map(({ findings }: { findings: unknown }) => findings)).toEqual(Array(6).fill([]))
    // One act is a mark of the other seat, which nobody else may read.
    expect(seen.acts).toBe(seen.entries - 1)
    expect(seen.proofs).toBe(seen.acts)
  })

  it('passes under the policies of an earlier one, whose heads it continues', async () => {
    expect((await run('log', [opened.folder], { policy: earlier.folder })).ending).toBe(0)
    for (const log of readdirSync(opened.folder).filter((name) => !name.startsWith('about'))) {
      const heads = [earlier, opened].map(({ folder }) => join(folder, checkpointPath(log)))
      const policy = join(opened.folder, policyPath(log))
      expect((await run('consistency', heads, { policy })).ending).toBe(0)
    }
  })

  it('keeps the promise of a receipt', async () => {
    const plenary = table.room('plenary')
    const path = join(opened.folder, 'receipt')
    writeFileSync(path, receipt)
    const policy = join(opened.folder, policyPath(plenary))
    const ended = await run('receipt', [path], { policy, log: opened.folder })
    expect(ended).toEqual({ ending: 0, out: expect.stringMatching(/^Kept: /) })
  })

  it('holds proofs for a third person, with the act’s line', async () => {
    const plenary = join(opened.folder, table.room('plenary'))
    const [line = ''] = readFileSync(join(plenary, 'acts.jsonl'), 'utf8').split('\n')
    const act = join(opened.folder, 'act')
    writeFileSync(act, line)
    const proof = join(plenary, 'proofs', `${JSON.parse(line).index}.tlog-proof`)
    const ended = await run('proof', [proof], { act, policy: join(plenary, 'policy') })
    expect(ended).toEqual({ ending: 0, out: expect.stringContaining('Proven: the act ') })
  })
})
