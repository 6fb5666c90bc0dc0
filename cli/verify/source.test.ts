import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { type Files, logOf, noteOf, plenary, policyOf, writeFolder } from './testing/folder.ts'
import { run } from './testing/run.ts'

const entries = Array.from({ length: 600 }, (_, i) => toUtf8(`entry ${i}`))
const made = logOf(entries)
const good: Files = new Map([
  ...made.files,
  ['checkpoint', toUtf8(noteOf(plenary, made.head))],
  ['policy', toUtf8(policyOf(plenary))],
])

describe('a log at an address', () => {
  let server: Server
  let address: string
  let files: Files
  let odd: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
  let opened: ReturnType<typeof writeFolder>
  const key = (): string => join(opened.folder, 'key')

  beforeAll(async () => {
    opened = writeFolder(new Map([['key', toUtf8('parley-mirror-abc\n')]]))
    server = createServer((request, response) => {
      if (odd?.(request, response)) return
      const isKnown = request.headers.authorization === 'Bearer parley-mirror-abc'
      const bytes = isKnown ? files.get((request.url ?? '').replace('/log/x/', '')) : undefined
      response.writeHead(bytes ? 200 : 404).end(bytes ?? '{"code":"unknown"}')
    })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log/x`
  })
  beforeEach(() => {
    files = good
    odd = undefined
  })
  afterAll(() => {
    server.close()
    opened.remove()
  })

  it('is verified like one in a folder, with the key of a mirror', async () => {
    for (const place of [address, `${address}/`]) {
      const ended = await run('log', [place], { 'key-file': key() })
      expect(ended.ending).toBe(0)
      expect(ended.out).toContain('looked at  600 entries')
    }
  })

  it('may have dropped a partial tile whose full one it has', async () => {
    const grown = logOf([...entries, ...entries])
    const full = ['tile/0/002', 'tile/entries/002'].map((path) => [path, grown.files.get(path)] as const)
    files = new Map(good)
    for (const [path, bytes] of full) {
      files.delete(`${path}.p/88`)
      files.set(path, bytes ?? new Uint8Array())
    }
    expect((await run('log', [address], { 'key-file': key() })).ending).toBe(0)
  })

  it('is named where it is wrong', async () => {
    const bundle = good.get('tile/entries/001') ?? new Uint8Array()
    files = new Map(good).set('tile/entries/001', bundle.with(5, 0))
    const ended = await run('log', [address], { 'key-file': key(), json: true })
    expect([ended.ending, JSON.parse(ended.out).logs[0].findings]).toMatchObject([
      1,
      [{ code: 'record.entry-differs', facts: { index: 256 } }],
    ])
  })

  it('is asked again when it asks for patience', async () => {
    let times = 0
    odd = (_, response) => {
      times += 1
      if (times > 2) return false
      response.writeHead(429, { 'retry-after': '0.01' }).end()
      return true
    }
    expect((await run('log', [address], { 'key-file': key() })).ending).toBe(0)
    expect(times).toBeGreaterThan(2)
  })

  it('gets its key over https alone, and no redirection leads the key elsewhere', async () => {
    const plain = await run('log', ['http://log.example.org/log/x'], { 'key-file': key() })
    expect(plain).toEqual({ ending: 2, out: expect.stringContaining('over https only') })
    odd = (_, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end()
      return true
    }
    const led = await run('log', [address], { 'key-file': key() })
    expect(led).toEqual({ ending: 2, out: expect.stringContaining('cannot be reached') })
  })

  it('ends with 2 for an address that answers nothing of use', async () => {
    expect(await run('log', [address])).toEqual({
      ending: 2,
      out: `${address} holds neither about.json nor the checkpoint of a log`,
    })
    odd = (_, response) => {
      response.writeHead(500).end()
      return true
    }
    expect((await run('log', [address])).out).toContain('checkpoint answers 500')
    for (const [place, said] of [
      ['http://127.0.0.1:1/log/x', 'cannot be reached'],
      ['https://', 'is not an address'],
      ['https://log.example.org/log/x?y', 'ends with its id'],
    ] as const)
      expect(await run('log', [place])).toEqual({ ending: 2, out: expect.stringContaining(said) })
  })

  it('breaks off in a sentence when the line breaks off', async () => {
    odd = (request, response) => {
      if (!request.url?.includes('tile/0/001')) return false
      response.destroy()
      return true
    }
    const ended = await run('log', [address], { 'key-file': key() })
    expect(ended).toEqual({ ending: 2, out: expect.stringContaining('tile/0/001 cannot be reached') })
  })
})

describe('a log in a folder of its own', () => {
  it('is verified by its entries and tiles, and says what it did not look at', async () => {
    const { folder, remove } = writeFolder(good)
    const ended = await run('log', [folder])
    expect(ended.ending).toBe(0)
    expect(ended.out).toContain(`Log (parley/log/${plenary}): 600 entries`)
    expect(ended.out).toContain('when a whole folder is given')
    const tile = good.get('tile/0/001') ?? new Uint8Array()
    writeFileSync(join(folder, 'tile/0/001'), tile.with(64, (tile[64] ?? 0) ^ 128))
    expect(await run('log', [folder])).toEqual({
      ending: 1,
      out: expect.stringContaining('Entry 258 is not the one'),
    })
    remove()
  })

  it('is asked for by name', async () => {
    expect(await run('log', ['/nowhere'])).toEqual({
      ending: 2,
      out: expect.stringContaining('/nowhere holds'),
    })
    expect((await run('log', [])).ending).toBe(2)
    expect((await run('log', ['/nowhere'], { policy: '/none' })).out).toBe('/none: there is no such file')
  })
})
