import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseBundle } from '#domain/record/bundle.ts'
import { toHex } from '#domain/record/bytes.ts'
import { type ActLine, actsPath, parseActLine, policyPath, proofPath } from '#domain/record/folder.ts'
import { caucus, logOf, makeFolder, noteOf, plenary, policyOf, writeFolder } from './testing/folder.ts'
import { type Ended, run } from './testing/run.ts'

const files = makeFolder({ cosigners: (log) => (log === plenary ? ['us'] : ['us', 'mediator']) })
const text = (path: string): string => new TextDecoder().decode(files.get(path))

describe('verify proof', () => {
  let opened: ReturnType<typeof writeFolder>
  let line: string
  let act: ActLine
  beforeAll(() => {
    opened = writeFolder(files)
    line = text(actsPath(caucus)).split('\n')[2] ?? ''
    const read = parseActLine(line, '', 1)
    if (!read.ok) throw new Error('no act')
    act = read.value
    const entries = parseBundle(files.get(`${caucus}/tile/entries/000.p/7`) ?? new Uint8Array(), 7)
    put('leaf', entries.ok ? (entries.value[2] ?? '') : '')
    put('line.jsonl', `${line}\n`)
    put('act.json', JSON.stringify(act.act, null, 2))
  })
  afterAll(() => opened.remove())
  const at = (path: string): string => join(opened.folder, path)
  const put = (path: string, content: string | Uint8Array): string => {
    writeFileSync(at(path), content)
    return at(path)
  }
  const prove = (words: readonly string[], values: Record<string, string | boolean>): Promise<Ended> =>
    run('proof', [at(proofPath(caucus, 2)), ...words], { policy: at(policyPath(caucus)), ...values })

  it('takes the bytes of a leaf, a line of acts.jsonl, or an act with its salt', async () => {
    for (const [words, values] of [
      [[at('leaf')], {}],
      [[], { act: at('line.jsonl') }],
      [[], { act: at('act.json'), salt: toHex(act.salt) }],
    ] as const) {
      const ended = await prove(words, values)
      expect(ended.ending).toBe(0)
      expect(ended.out).toContain(`is entry 2 of parley/log/${caucus}`)
      expect(ended.out).toContain('7 entries')
      expect(ended.out).toContain('witness.example/mediator at 2026-09-21T14:13:20Z')
    }
    expect((await prove([], { act: at('line.jsonl') })).out).toContain('the act message.send of')
    const json = JSON.parse((await prove([at('leaf')], { json: true })).out)
    expect(json).toMatchObject({ ok: true, index: 2, size: 7, vouchedAt: '2026-09-21T14:13:20Z' })
  })

  it('ends with 1 for another leaf, another act, another salt, another entry', async () => {
    const other = put('other.json', JSON.stringify({ ...act.act, kind: 'message.withdraw' }))
    const third = put('third.jsonl', text(actsPath(caucus)).split('\n')[3] ?? '')
    for (const [words, values, said] of [
      [[at('about.json')], {}, 'does not show entry 2'],
      [[], { act: other, salt: toHex(act.salt) }, 'does not show entry 2'],
      [[], { act: at('act.json'), salt: '00'.repeat(32) }, 'does not show entry 2'],
      [[], { act: third }, 'a proof of entry 2, not of entry 3'],
    ] as const)
      expect(await prove(words, values)).toEqual({ ending: 1, out: expect.stringContaining(said) })
  })

  it('ends with 1 for an act of another room, whoever signed it', async () => {
    const leaf = files.get(`${caucus}/tile/entries/000.p/7`) ?? new Uint8Array()
    const entries = parseBundle(leaf, 7)
    const log = logOf(entries.ok ? entries.value : [])
    const path = put('elsewhere', log.proofOf(2, noteOf(plenary, log.head)))
    const policy = at(policyPath(plenary))
    const ended = await run('proof', [path], { policy, act: at('line.jsonl') })
    expect(ended).toEqual({
      ending: 1,
      out: `Not proven: This belongs to the log parley/log/${caucus}, not to parley/log/${plenary}.`,
    })
    expect((await run('proof', [path, at('leaf')], { policy })).ending).toBe(0)
  })

  it('names the room of an act', async () => {
    expect((await prove([], { act: at('line.jsonl') })).out).toContain(`  room       ${caucus}\n`)
    const json = JSON.parse((await prove([], { act: at('line.jsonl'), json: true })).out)
    expect(json).toMatchObject({ ok: true, room: caucus })
  })

  it('ends with 1 under a policy that does not know the log, and without the quorum', async () => {
    const stranger = await prove([at('leaf')], { policy: at(policyPath(plenary)) })
    expect(stranger).toEqual({ ending: 1, out: expect.stringContaining('not among those you trust') })
    const policy = put('policy', policyOf(plenary))
    const few = await run('proof', [at(proofPath(plenary, 0)), at('leaf')], { policy, json: true })
    expect(JSON.parse(few.out)).toMatchObject({
      ok: false,
      code: 'record.quorum-missing',
      facts: { missing: 'witness.example/mediator' },
    })
  })

  it('ends with 2 and says what is wrong with what it was given', async () => {
    const odd = put('odd.json', '{\n "id": 3\n}')
    for (const [words, values, said] of [
      [[], {}, 'wants either a file with the leaf or --act'],
      [[at('leaf')], { act: at('act.json') }, 'wants either'],
      [[at('nowhere')], {}, 'nowhere: there is no such file'],
      [[at('leaf')], { policy: at('about.json') }, 'about.json: The policy cannot be understood in line 1'],
      [[], { act: at('act.json') }, 'give it with --salt'],
      [[], { act: at('act.json'), salt: '00' }, '64 hexadecimal digits'],
      [[], { act: at('line.jsonl'), salt: '00'.repeat(32) }, 'leave --salt out'],
      [[], { act: odd, salt: '00'.repeat(32) }, 'in line 2.'],
    ] as const)
      expect(await prove(words, values)).toEqual({ ending: 2, out: expect.stringContaining(said) })
    const leaf = await run('proof', [at('leaf'), at('leaf')], { policy: at(policyPath(caucus)) })
    expect(leaf).toEqual({ ending: 2, out: `${at('leaf')}: This is not a proof file of the log.` })
    expect((await run('proof', [at('leaf'), at('leaf')])).out).toBe('--policy is wanted')
  })
})
