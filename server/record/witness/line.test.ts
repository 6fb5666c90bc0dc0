import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createPlainServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { type LineOptions, lineTo, lineWithin } from './line.ts'
import { cert, key } from './testing/certificate.ts'
import { cosignedAt, newFolder, removeFolders, testLog, witnessKey } from './testing/logs.ts'
import { openWitness } from './witness.ts'

const log = testLog(60)
const body = log.step(0, 5)
const line = '\u2014 witness.example/a AAAA'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})
afterAll(removeFolders)

/** A server on this machine; says at which port. */
const serve = async (server: Server): Promise<number> => {
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** Asks a witness on this machine that answers like this. */
const asked = async (answer: RequestListener, options: LineOptions = {}) => {
  const port = await serve(createServer(answer))
  return lineTo(`http://127.0.0.1:${port}/`, { allowLoopback: true, ...options }).ask(body)
}

const saying =
  (status: number, said: string | Uint8Array, type = 'text/plain'): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': type }).end(said)

describe('what a witness answers over HTTP', () => {
  test('is a cosignature: one line or several', async () => {
    expect(await asked(saying(200, `${line}\n`))).toEqual({ kind: 'cosigned', lines: [line] })
    expect(await asked(saying(200, `${line}\n${line}\n`))).toEqual({ kind: 'cosigned', lines: [line, line] })
  })

  test.each([
    '',
    '\n',
    line,
    `${line}\n\n`,
    `\n${line}\n`,
    `${line}\r\n`,
    `${line} \n`,
    `${line}\nmore\n`,
    '- witness.example/a AAAA\n',
    '\u2014 witness.example/a\n',
    '\u2014  AAAA\n',
    '\u2014 a AAAA AAAA\n',
    `${`${line}\n`.repeat(17)}`,
    '<html></html>\n',
  ])('is nothing when it says %j', async (said) => {
    expect(await asked(saying(200, said))).toEqual({ kind: 'silent', why: 'malformed' })
  })

  test('is a size when it conflicts, whatever else the type says', async () => {
    const conflict = { kind: 'conflict', size: 20 }
    expect(await asked(saying(409, '20\n', 'text/x.tlog.size'))).toEqual(conflict)
    expect(await asked(saying(409, '20\n', 'Text/X.tlog.size; charset=utf-8'))).toEqual(conflict)
    expect(await asked(saying(409, '020\n', 'text/x.tlog.size'))).toEqual({
      kind: 'silent',
      why: 'malformed',
    })
    expect(await asked(saying(409, '20\n'))).toEqual({ kind: 'refused', status: 409 })
  })

  test('is a refusal, with its status', async () => {
    for (const status of [400, 403, 404, 405, 413, 422, 429])
      expect(await asked(saying(status, 'no\n'))).toEqual({ kind: 'refused', status })
  })

  test('is silence when the witness cannot work', async () => {
    for (const status of [500, 502, 503])
      expect(await asked(saying(status, 'no\n'))).toEqual({ kind: 'silent', why: 'unreachable' })
  })

  test('is read to 16 kB, however it comes', async () => {
    expect(await asked(saying(200, 'x'.repeat(16_385)))).toEqual({ kind: 'silent', why: 'malformed' })
    const endless: RequestListener = (_, response) => {
      const more = () => {
        if (!response.destroyed) response.write('x'.repeat(8_192), more)
      }
      more()
    }
    expect(await asked(endless)).toEqual({ kind: 'silent', why: 'malformed' })
  })

  test('is waited for no longer than patience lasts, however it drips', async () => {
    const drips: RequestListener = (_, response) => {
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    }
    for (const answer of [drips, () => undefined]) {
      const began = Date.now()
      expect(await asked(answer, { patience: 200 })).toEqual({ kind: 'silent', why: 'late' })
      expect(Date.now() - began).toBeLessThan(2_000)
    }
  })

  test('is silence when what comes is not HTTP, breaks off, or changes protocol', async () => {
    const says = async (said: string) => {
      const server = createPlainServer((socket) => {
        socket.on('error', () => undefined)
        socket.once('data', () => socket.end(said))
      })
      await once(server.listen(0, '127.0.0.1'), 'listening')
      const { port } = server.address() as AddressInfo
      const options = { allowLoopback: true, patience: 1_000 }
      const answer = await lineTo(`http://127.0.0.1:${port}`, options).ask(body)
      server.close()
      return answer
    }
    for (const said of [
      '',
      'SSH-2.0-OpenSSH_9.2\r\n',
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort',
      `HTTP/1.1 200 OK\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    ])
      expect(await says(said), said.slice(0, 40)).toMatchObject({ kind: 'silent' })
  })
})

describe('a line to a witness', () => {
  const heard: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = []
  const listener: RequestListener = (request, response) => {
    heard.push({ method: request.method, url: request.url, headers: request.headers })
    request.resume().on('end', () => saying(200, `${line}\n`)(request, response))
  }
  afterEach(() => void heard.splice(0))

  test('posts below the prefix, whatever else its address says, and keeps nothing open', async () => {
    const port = await serve(createServer(listener))
    for (const prefix of ['', '/', '/w1', '/w1/', '/w1//', '/w1/?query#hash'])
      await lineTo(`http://127.0.0.1:${port}${prefix}`, { allowLoopback: true }).ask(body)
    expect(heard.map(({ url }) => url)).toEqual([
      ...['/add-checkpoint', '/add-checkpoint'],
      ...['/w1/add-checkpoint', '/w1/add-checkpoint', '/w1/add-checkpoint', '/w1/add-checkpoint'],
    ])
    expect(new Set(heard.map(({ method }) => method))).toEqual(new Set(['POST']))
    expect(heard[0]?.headers).toEqual({
      host: `127.0.0.1:${port}`,
      connection: 'close',
      'content-type': 'text/plain; charset=utf-8',
      'content-length': `${body.length}`,
    })
  })

  test('follows no redirect', async () => {
    const port = await serve(createServer(listener))
    for (const status of [301, 302, 303, 307, 308]) {
      const redirect: RequestListener = (_, response) =>
        void response.writeHead(status, { location: `http://127.0.0.1:${port}/add-checkpoint` }).end()
      expect(await asked(redirect)).toEqual({ kind: 'refused', status })
    }
    expect(heard).toEqual([])
  })

  test('asks only where it may: over https where everybody can, or at a host the operator named', async () => {
    const answers: Record<string, string[]> = {
      'open.example': ['8.8.8.8', '2001:4860:4860::8888'],
      'inner.example': ['10.0.0.1'],
      'half.example': ['8.8.8.8', '10.0.0.1'],
      'metadata.example': ['169.254.169.254'],
      'mapped.example': ['::ffff:127.0.0.1'],
      'loopback.example': ['127.0.0.1'],
    }
    const looked: string[] = []
    const resolve = async (host: string) => {
      looked.push(host)
      const found = answers[host] ?? [host]
      return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    }
    const why = async (prefix: string, options: LineOptions = {}) => {
      const answer = await lineTo(prefix, { resolve, ...options }).ask(body)
      return answer.kind === 'silent' ? answer.why : answer.kind
    }
    for (const prefix of [
      'http://open.example/',
      'https://inner.example/',
      'https://half.example/',
      'https://metadata.example/',
      'https://mapped.example/',
      'https://loopback.example/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://[fe80::1]/',
      'https://0.0.0.0/',
      'https://user@open.example/',
      'https://user:word@open.example/',
      'ftp://open.example/',
      'file:///etc/passwd',
      'unix:/var/run/docker.sock',
      'open.example',
      '',
    ])
      expect(await why(prefix), prefix).toBe('forbidden')
    expect(looked).toContain('::1')
    expect(await why('http://inner.example/', { allowLoopback: true })).toBe('forbidden')
    expect(await why('http://loopback.example:1/', { allowLoopback: true })).toBe('unreachable')
    for (const allowed of ['loopback.example', 'loopback.example:1'])
      expect(await why('http://loopback.example:1/', { allowedHosts: [allowed] })).toBe('unreachable')
    for (const allowed of ['example', 'other.example', 'loopback.example:2', '127.0.0.1'])
      expect(await why('http://loopback.example:1/', { allowedHosts: [allowed] })).toBe('forbidden')
  })

  test('goes to the address it looked at, and looks once', async () => {
    const port = await serve(createServer(listener))
    let looked = 0
    const resolve = async () => {
      looked += 1
      return [{ address: looked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    }
    const prefix = `http://no-such-host.invalid:${port}/`
    const options = { resolve, allowedHosts: ['no-such-host.invalid'] }
    expect(await lineTo(prefix, options).ask(body)).toEqual({ kind: 'cosigned', lines: [line] })
    expect(looked).toBe(1)
    expect(heard[0]?.headers.host).toBe(`no-such-host.invalid:${port}`)
  })

  test('is silent when the name leads nowhere, or only after too long', async () => {
    const prefix = 'https://witness.example/'
    expect(await lineTo(prefix, { resolve: async () => [] }).ask(body)).toEqual({
      kind: 'silent',
      why: 'unresolved',
    })
    const failing = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await lineTo(prefix, { resolve: failing }).ask(body)).toMatchObject({ why: 'unresolved' })
    const slow = () => sleep(5_000, [], { ref: false })
    expect(await lineTo(prefix, { resolve: slow, patience: 100 }).ask(body)).toMatchObject({ why: 'late' })
  })

  test('finds names as the system does when nothing else is said', async () => {
    const port = await serve(createServer(listener))
    const prefix = `http://localhost:${port}/`
    expect(await lineTo(prefix, { allowLoopback: true }).ask(body)).toMatchObject({ kind: 'cosigned' })
    expect(await lineTo(prefix).ask(body)).toEqual({ kind: 'silent', why: 'forbidden' })
  })
})

describe('over https', () => {
  test('a witness is asked under its name alone, and only when its certificate is vouched for', async () => {
    let asks = 0
    const server = createSecureServer({ key, cert }, (request, response) => {
      asks += 1
      request.resume().on('end', () => saying(200, `${line}\n`)(request, response))
    })
    const port = await serve(server)
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    const silent = { kind: 'silent', why: 'unreachable' }
    const options = { resolve, allowLoopback: true }
    expect(await lineTo(`https://witness.test:${port}/`, options).ask(body)).toEqual(silent)
    expect(asks).toBe(0)

    const ca = join(newFolder(), 'ca.pem')
    writeFileSync(ca, cert)
    const asking = `
      const { lineTo } = await import('./server/record/witness/line.ts')
      const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
      for (const host of ['witness.test', 'other.test'])
        console.log((await lineTo('https://' + host + ':${port}/', { resolve, allowLoopback: true }).ask(new Uint8Array(3))).kind)`
    const child = await vouchedFor(ca, asking)
    expect(child).toBe('cosigned\nsilent\n')
    expect(asks).toBe(1)
  })
})

/** Runs a script in which this certificate is vouched for. */
const vouchedFor = async (ca: string, script: string): Promise<string> => {
  const args = ['--import', 'tsx', '--conditions=source', '--input-type=module', '--eval', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...process.env, NODE_EXTRA_CA_CERTS: ca },
  })
  return stdout
}

test('a witness in this process is asked the same way', async () => {
  const folder = newFolder()
  const options = { signing: witnessKey, logs: () => [log.key], clock: () => new Date() }
  const witness = await openWitness({ folder, ...options })
  const within = lineWithin(witness)
  const answer = await within.ask(body)
  expect(answer.kind === 'cosigned' && cosignedAt(log, 5, answer.lines)).toBeGreaterThan(0)
  expect(await within.ask(body)).toEqual({ kind: 'conflict', size: 5 })
  expect(await within.ask(toUtf8('old'))).toEqual({ kind: 'refused', status: 400 })
  await witness.close()
  expect(await within.ask(body)).toEqual({ kind: 'silent', why: 'unreachable' })
})
