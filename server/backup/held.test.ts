import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifierKey } from '#domain/record/key.ts'
import { originOf } from '#domain/record/origin.ts'
import { primitives } from '../record/primitives.ts'
import type { LineOptions } from '../record/witness/line.ts'
import { heldName, openHeld, readHeldFile } from './held.ts'

const origin = originOf('00000000-0000-4000-8000-000000000001')
const note = `${origin}\n8\nAAAA\n\n\u2014 ${origin} AAAA\n`
const appointed = (url: string | null) => ({
  seat: 'us',
  key: verifierKey('us', 'cosignature', new Uint8Array(32), primitives.sha256),
  url,
})

/** Asks for the checkpoint at a server of its own; also says for what it was asked. */
const askAt = async (answer: RequestListener, network: LineOptions = { allowLoopback: true }) => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/`
  const got = await openHeld(network, undefined)('process', appointed(url), origin)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return { asked, got: got?.toString() }
}

describe('what a witness holds', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-held-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read where monitors read it, below its address', async () => {
    const path = `/w/${heldName(origin)}/checkpoint`
    expect(heldName(origin)).toMatch(/^[0-9a-f]{64}$/)
    expect(await askAt((_, response) => response.end(note))).toEqual({ asked: [`GET ${path}`], got: note })
  })

  it.each<[string, RequestListener]>([
    ['it shows nothing', (_, response) => response.writeHead(404).end(note)],
    ['it points elsewhere', (_, response) => response.writeHead(302, { location: '/w/x' }).end()],
    ['it sends too much', (_, response) => response.end('x'.repeat(20_000))],
    ['it breaks off', (_, response) => response.destroy()],
  ])('is unknown where %s', async (_, answer) => {
    const { asked, got } = await askAt(answer)
    expect(asked).toHaveLength(1)
    expect(got).toBeUndefined()
  })

  it('is unknown where it does not answer in time', async () => {
    expect(await askAt(() => undefined, { allowLoopback: true, patience: 50 })).toMatchObject({
      got: undefined,
    })
  })

  it('is not asked for where its log may not go', async () => {
    expect(await askAt((_, response) => response.end(note), {})).toEqual({ asked: [], got: undefined })
  })

  it('is read in the folder of one that the server played, if that is left', async () => {
    const place = join(folder, 'process', 'us', 'held')
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, heldName(origin)), note)
    const held = (played: string | undefined) => openHeld({}, played)('process', appointed(null), origin)
    expect((await held(folder))?.toString()).toBe(note)
    expect(await held(join(folder, 'elsewhere'))).toBeUndefined()
    expect(await held(undefined)).toBeUndefined()
  })

  it('may be brought in a file, which is refused in words when it is no checkpoint', async () => {
    const path = join(folder, 'brought')
    writeFileSync(path, note)
    expect(await readHeldFile(path)).toEqual({ path, origin, note: Buffer.from(note) })
    writeFileSync(path, '')
    await expect(readHeldFile(path)).rejects.toThrow(`${path}: `)
    await expect(readHeldFile(join(folder, 'nowhere'))).rejects.toThrow('it is not there')
  })
})
