import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { lineTo } from './line.ts'
import { type Listening, type ListenOptions, listen } from './listen.ts'
import { cosignedAt, newFolder, origin, removeFolders, testLog, witnessKey } from './testing/logs.ts'
import { openWitness, type WitnessBody } from './witness.ts'

const log = testLog(60)

const open: (Listening | WitnessBody)[] = []
const listening = async (more: Partial<ListenOptions> = {}): Promise<Listening> => {
  const witness = await openWitness({
    folder: newFolder(),
    signing: witnessKey,
    logs: () => [log.key],
    clock: () => new Date(),
  })
  const server = await listen({ witness, ...more })
  open.unshift(server, witness)
  return server
}
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})
afterAll(removeFolders)

const post = async (url: string, body: Uint8Array | string, method = 'POST') => {
  const response = await fetch(url, { method, ...(method === 'POST' ? { body: Buffer.from(body) } : {}) })
  const header = (name: string) => response.headers.get(name)
  return {
    status: response.status,
    type: header('content-type'),
    allow: header('allow'),
    text: await response.text(),
  }
}

/** A connection of which every byte is ours; settles with all that came when the other side has closed it. */
const raw = async (url: string): Promise<{ socket: Socket; heard: Promise<string> }> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  return { socket, heard: text(socket).catch(() => 'cut') }
}

describe('a witness that listens', () => {
  test('cosigns over HTTP, and says the size it holds with the type of the protocol', async () => {
    const { url } = await listening()
    const first = await post(`${url}add-checkpoint`, log.step(0, 20))
    expect(first).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' })
    expect(cosignedAt(log, 20, [first.text.trim()])).toBeGreaterThan(1_700_000_000)
    const second = await post(`${url}add-checkpoint`, log.step(0, 30))
    expect(second).toMatchObject({ status: 409, type: 'text/x.tlog.size', text: '20\n' })
  })

  test('shows what it holds of a log under the SHA-256 of its origin, and of no other log', async () => {
    const { url } = await listening({ prefix: '/w1' })
    const place = (of: string) => `${url}${createHash('sha256').update(of).digest('hex')}/checkpoint`
    expect(await post(place(origin), '', 'GET')).toMatchObject({ status: 404 })
    const { text: line } = await post(`${url}add-checkpoint`, log.step(0, 20))
    const shown = await post(place(origin), '', 'GET')
    expect(shown).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8', text: log.note(20) + line })
    expect(await post(place('parley/log/other'), '', 'GET')).toMatchObject({ status: 404 })
    expect(await post(place(origin), '')).toMatchObject({ status: 405, allow: 'GET' })
    const deaf = await listening({ witness: { add: () => Promise.reject(new Error('unasked')) } })
    expect(await post(place(origin).replace(url, deaf.url), '', 'GET')).toMatchObject({ status: 404 })
  })

  test('has one address to post to, below its prefix', async () => {
    const { url } = await listening({ prefix: '/w1' })
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/w1\/$/)
    expect(await post(`${url}add-checkpoint`, log.step(0, 5))).toMatchObject({ status: 200 })
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await post(`${url}add-checkpoint`, '', method)).toMatchObject({ status: 405, allow: 'POST' })
    const { origin } = new URL(url)
    for (const path of [
      '/',
      '/add-checkpoint',
      '/w1',
      '/w1/',
      '/w1/add-checkpoint/',
      '/w1/sign-subtree',
      '/w1/key',
    ])
      expect(await post(`${origin}${path}`, log.step(5, 6)), path).toMatchObject({ status: 404 })
  })

  test('reads no more than a request can have', async () => {
    const { url } = await listening()
    const filled = (length: number) => `${new TextDecoder().decode(log.step(0, 5))}${'x'.repeat(length)}`
    expect(await post(`${url}add-checkpoint`, filled(50_000))).toMatchObject({ status: 400 })
    expect(await post(`${url}add-checkpoint`, filled(66_000))).toMatchObject({ status: 413 })
    const { socket, heard } = await raw(url)
    socket.on('error', () => undefined)
    socket.write('POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n')
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    for (let i = 0; i < 4; i += 1) socket.write(chunk)
    expect(await heard).toContain('413 Payload Too Large')
  })

  test('waits for nobody who sends head or body too slowly', async () => {
    const { url } = await listening({ patience: 300 })
    const head = 'POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n'
    for (const sent of ['', 'POST /add', head, `${head}\r\nold 0\n`]) {
      const { socket, heard } = await raw(url)
      const began = Date.now()
      socket.write(sent)
      expect(await heard).toMatch(/^$|408 Request Timeout/)
      expect(Date.now() - began).toBeLessThan(3_000)
    }
    expect(await post(`${url}add-checkpoint`, log.step(0, 5))).toMatchObject({ status: 200 })
  })

  test('is not troubled by those who break off', async () => {
    const faults: unknown[] = []
    const { url } = await listening({ onFault: (error) => faults.push(error) })
    for (let i = 0; i < 20; i += 1) {
      const { socket } = await raw(url)
      socket.write('POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nold 0\n')
      socket.destroy()
    }
    expect(await post(`${url}add-checkpoint`, log.step(0, 5))).toMatchObject({ status: 200 })
    expect(faults).toEqual([])
  })

  test('answers several requests over one connection', async () => {
    const { url } = await listening()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ports = new Set<number | undefined>()
    for (const size of [5, 6, 7]) {
      const asked = request(`${url}add-checkpoint`, { method: 'POST', agent })
      asked.end(log.step(size === 5 ? 0 : size - 1, size))
      const [response] = await once(asked, 'response')
      ports.add(asked.socket?.localPort)
      expect(response.statusCode).toBe(200)
      await text(response)
    }
    expect(ports.size).toBe(1)
    agent.destroy()
  })

  test('says so, and cosigns nothing, when it cannot keep what it would hold', async () => {
    const faults: unknown[] = []
    const full = new Error('no space left on device')
    const witness = { add: () => Promise.reject(full) }
    const { url } = await listening({ witness, onFault: (error) => faults.push(error) })
    expect(await post(`${url}add-checkpoint`, log.step(0, 5))).toMatchObject({ status: 500 })
    expect(faults).toEqual([full])
  })

  test('lets those have their answer who asked before it closed', async () => {
    let answer = () => {}
    const add = () =>
      new Promise<{ status: number; type: string; body: string }>((resolve) => {
        answer = () => resolve({ status: 200, type: 'text/plain', body: '\u2014 a AAAA\n' })
      })
    const server = await listen({ witness: { add } })
    const asked = lineTo(server.url, { allowLoopback: true }).ask(log.step(0, 5))
    await expect.poll(() => String(answer)).toContain('resolve')
    const closed = server.close()
    answer()
    expect(await asked).toEqual({ kind: 'cosigned', lines: ['\u2014 a AAAA'] })
    await closed
  })

  test('rejects with the system’s word when the port is taken', async () => {
    const { url } = await listening()
    const witness = { add: () => Promise.reject(new Error('unasked')) }
    const port = Number(new URL(url).port)
    await expect(listen({ witness, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
