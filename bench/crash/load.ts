/** Members who post without pause while everything around them dies, and never give an act up until it is confirmed. */
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Client, message, type Posting, seatClients } from '../testing/member.ts'
import type { Site } from '../testing/server.ts'
import { spread } from '../testing/talks.ts'

/** What a client was told: its act stands at this place in the log of its room. Times are milliseconds. */
export interface Confirmed {
  readonly id: string
  readonly room: string
  readonly index: number
  /** When the try that was answered began, and when its answer came. */
  readonly begun: number
  readonly at: number
  /** How often it had been tried before. */
  readonly retries: number
}

/** A running load. */
export interface Load {
  readonly clients: readonly Client[]
  readonly confirmed: readonly Confirmed[]
  /** Answers that a retry cannot mend: there should be none. */
  readonly refused: readonly string[]
  /** Lets every client have its last act confirmed, and ends. */
  readonly stop: () => Promise<void>
}

const Done = z.object({ index: z.number() })
const clientCount = 8
const restMs = 8
const retryMs = 20

/** Every fifth act takes back the message before it, so that objects have more than one revision. */
const nextAct = (client: Client, n: number, before: Posting | undefined): Posting => {
  if (n % 5 !== 4 || !before) return message(client.room)
  return { ...message(client.room), kind: 'message.withdraw', object: before.object, base: 1, payload: {} }
}

/** Starts the load: eight clients over four seats and six rooms, a short rest after each act. */
export const startLoad = async (site: Site): Promise<Load> => {
  const clients = await seatClients(site, spread, clientCount)
  const confirmed: Confirmed[] = []
  const refused: string[] = []
  let stopping = false

  const insist = async (client: Client, act: Posting): Promise<void> => {
    for (let retries = 0; ; retries += 1) {
      const begun = performance.now()
      const answer = await client.post(act).catch(() => undefined)
      const at = performance.now()
      if (answer?.status === 200) {
        const { index } = Done.parse(JSON.parse(answer.body))
        return void confirmed.push({ id: act.id, room: act.room, index, begun, at, retries })
      }
      if (answer && answer.status < 500) return void refused.push(`${answer.status} ${answer.body}`)
      await sleep(retryMs)
    }
  }
  const drive = async (client: Client): Promise<void> => {
    let before: Posting | undefined
    for (let n = 0; !stopping; n += 1) {
      const act = nextAct(client, n, before)
      await insist(client, act)
      before = act
      await sleep(restMs)
    }
  }
  const driven = Promise.all(clients.map(drive))
  return {
    clients,
    confirmed,
    refused,
    stop: async () => {
      stopping = true
      await driven
    },
  }
}
