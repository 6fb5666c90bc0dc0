import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { BadUsage } from '../command.ts'
import { addressOf, openLine, Unanswered } from './line.ts'

type Answer = (response: ServerResponse, key: string | undefined) => void
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server that answers every request like this, and a line to it. */
const lineTo = async (answer: Answer, stop = new AbortController().signal) => {
  const server = createServer((request, response) => answer(response, request.headers.authorization))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return openLine(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, 'the-key', stop)
}

const bounds = { bytes: 1_000, seconds: 1 }

describe('a line to the server', () => {
  it('brings the bytes, and the key along', async () => {
    const line = await lineTo((response, key) => response.end(key))
    expect(Buffer.from((await line.get('/a', bounds)) ?? []).toString()).toBe('Bearer the-key')
  })

  it('tells what is not there from what is empty', async () => {
    const line = await lineTo((response) => response.writeHead(response.req.url === '/a' ? 404 : 200).end())
    expect(await line.get('/a', bounds)).toBeUndefined()
    expect(await line.get('/b', bounds)).toEqual(new Uint8Array())
  })

  it('reads no more than it asked for, unpacked', async () => {
    for (const body of [Buffer.alloc(1_001), gzipSync(Buffer.alloc(10_000_000))]) {
      const line = await lineTo((response) => {
        if (body.length > 1_001) response.setHeader('content-encoding', 'gzip')
        response.end(body)
      })
      await expect(line.get('/a', bounds)).rejects.toThrow('answers with more than 1000 bytes at /a')
    }
    const line = await lineTo((response) => response.end(Buffer.alloc(1_000)))
    expect((await line.get('/a', bounds))?.length).toBe(1_000)
  })

  it('waits no longer than it may, also for an answer that drips', async () => {
    const silent = await lineTo(() => undefined)
    await expect(silent.get('/a', bounds)).rejects.toThrow('did not answer /a within 1 seconds')
    const dripping = await lineTo((response) => {
      const timer = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(timer))
    })
    await expect(dripping.get('/a', bounds)).rejects.toThrow('within 1 seconds')
  })

  it('follows no redirection, so that the key goes nowhere else', async () => {
    let asked = 0
    const line = await lineTo((response) => {
      asked += 1
      response.writeHead(307, { location: '/b' }).end()
    })
    await expect(line.get('/a', bounds)).rejects.toThrow('sends /a elsewhere (307)')
    expect(asked).toBe(1)
  })

  it('tells a key that is not taken from trouble that passes', async () => {
    const answering = (status: number) => lineTo((response) => response.writeHead(status).end())
    await expect((await answering(401)).get('/a', bounds)).rejects.toThrow(BadUsage)
    for (const status of [403, 429, 500, 503])
      await expect((await answering(status)).get('/a', bounds)).rejects.toThrow(Unanswered)
    const gone = await lineTo((response) => response.destroy())
    await expect(gone.get('/a', bounds)).rejects.toThrow('cannot be reached: ')
    const broken = await lineTo((response) => {
      response.writeHead(200, { 'content-length': '500' })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(broken.get('/a', bounds)).rejects.toThrow(Unanswered)
  })

  it('breaks off when it is told to', async () => {
    const stop = new AbortController()
    const line = await lineTo(() => setTimeout(() => stop.abort(), 20), stop.signal)
    const began = Date.now()
    await expect(line.get('/a', { bytes: 1, seconds: 20 })).rejects.toThrow(Unanswered)
    expect(Date.now() - began).toBeLessThan(2_000)
  })
})

describe('an address', () => {
  it('is one where nobody reads a key on the way', () => {
    for (const address of [
      'https://talks.example.org',
      'http://localhost:4180',
      'http://127.0.0.1',
      'http://[::1]:1',
    ])
      expect(addressOf(`${address}/`)).toBe(address)
    for (const address of [
      ...[
        'http://talks.example.org',
        'ftp://talks.example.org',
        'talks.example.org',
        'http://127.0.0.1.example.org',
      ],
      ...[
        'https://a:b@talks.example.org',
        'https://talks.example.org/?a',
        'https://talks.example.org/#a',
        '',
      ],
    ])
      expect(() => addressOf(address), address).toThrow(BadUsage)
  })
})
