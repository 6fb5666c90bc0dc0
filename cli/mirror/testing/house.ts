/** A table behind a real port, with the key of a mirror, and the command run within the test. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type pg from 'pg'
import { openTable, type Person, type TestTable } from '#server/testing/table.ts'
import { nameWitnesses } from '#server/testing/witnesses.ts'
import { BadUsage, type Call, type Ending } from '../../command.ts'
import { mirrorCommand } from '../../mirror.ts'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** How a mirror ended, what it printed and what it warned of. */
export interface Mirrored {
  readonly ending: Ending
  readonly out: string
  readonly warned: string
}

/** A table that is served, and a folder for what a test keeps. */
export interface House {
  readonly table: TestTable
  readonly url: string
  readonly shelf: string
  readonly keyFile: string
  readonly us: Person
  readonly say: (words: string, room?: string, person?: Person) => Promise<number>
  readonly tick: () => Promise<void>
  /** Runs `parley mirror URL FOLDER --once` for the delegation `us`. */
  readonly mirror: (folder: string, values?: Call['values'], url?: string) => Promise<Mirrored>
  /** Does something that only whoever runs the database can do. */
  readonly asOwner: <T>(work: (owner: pg.Client) => Promise<T>) => Promise<T>
  /** Unpacks what the server gives to take home. */
  readonly takeHome: (folder: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Runs the command once; a `BadUsage` ends with 2 and its message, as on the command line. */
export const runMirror = async (
  positionals: readonly string[],
  values: Call['values'],
): Promise<Mirrored> => {
  const [out, warned]: [string[], string[]] = [[], []]
  const { log, error } = console
  console.log = (line: unknown) => out.push(`${line}`)
  console.error = (line: unknown) => warned.push(`${line}`)
  const ended = (ending: Ending) => ({ ending, out: out.join('\n'), warned: warned.join('\n') })
  try {
    return ended(await mirrorCommand.run({ positionals, values }))
  } catch (thrown) {
    if (!(thrown instanceof BadUsage)) throw thrown
    warned.push(thrown.message)
    return ended(2)
  } finally {
    console.log = log
    console.error = error
  }
}

/** The small process, with a witness for each side, whose server answers at a port of this machine. */
export const openHouse = async (): Promise<House> => {
  const first = await openTable()
  await first.context.close()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const table = await first.reopen({
    relyingParty: { id: 'localhost', origins: ['http://localhost:4180', url] },
  })
  const us = await table.as('us-head')
  await nameWitnesses(table)
  await table.app.listen({ host: '127.0.0.1', port })
  const shelf = mkdtempSync(join(tmpdir(), 'parley-mirror-'))
  const keyFile = join(shelf, 'key')
  writeFileSync(keyFile, `${(await us.post('mirrors', {})).json.key}\n`, { mode: 0o600 })
  const say: House['say'] = async (en, room = 'plenary', person = us) => {
    const use = room.endsWith('-channel') ? { use: 'mediator-only' } : {}
    const payload = { nature: 'statement', original: 'en', words: { en }, ...use }
    const answer = await person.act(room, 'message.send', randomUUID(), 0, payload)
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.json.index
  }
  const asOwner: House['asOwner'] = async (work) => {
    const owner = await table.installation.owner()
    return work(owner).finally(() => owner.end())
  }
  return {
    table,
    url,
    shelf,
    keyFile,
    us,
    say,
    asOwner,
    tick: async () => {
      table.clock.now = new Date(table.clock.now.getTime() + 30_000)
      await table.context.recorder.tick()
    },
    mirror: (folder, values = {}, at = url) =>
      runMirror([at, folder], {
        process: table.founded.process,
        'key-file': keyFile,
        once: true,
        ...values,
      }),
    takeHome: async (folder) => {
      const headers = { host: 'localhost:4180', cookie: us.cookie }
      const reply = await table.app.inject({ url: `${table.base}/record/export`, headers })
      for (const [path, bytes] of Object.entries(unzipSync(reply.rawPayload))) {
        const place = join(folder, path.slice(path.indexOf('/') + 1))
        mkdirSync(dirname(place), { recursive: true })
        writeFileSync(place, bytes)
      }
    },
    close: async () => {
      await table.close()
      rmSync(shelf, { recursive: true, force: true })
    },
  }
}
