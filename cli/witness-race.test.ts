import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { lineTo, type WitnessAnswer } from '#server/record/witness/line.ts'
import { cosignedAt, logKey, newFolder, removeFolders, testLog } from '#server/record/witness/testing/logs.ts'
import { endAll, logsFile, type Ready, ready } from './testing/witness.ts'

afterEach(endAll)
afterAll(removeFolders)

/** Two histories of one log, alike in their first forty entries. */
const histories = { true: testLog(1_100), forked: testLog(1_100, 40) }
type History = keyof typeof histories

interface Heard {
  readonly history: History
  readonly began: number
  readonly ended: number
  /** What was cosigned or, in a conflict, said to be held. */
  readonly size: number
  /** When it was cosigned, in seconds; undefined in a conflict. */
  readonly time: number | undefined
}

/** Answers that state a smaller size than one that had come before they were asked for. */
const goneBack = (heard: readonly Heard[]): readonly Heard[] => {
  const byEnd = heard.toSorted((a, b) => a.ended - b.ended)
  let [at, largest] = [0, 0]
  const before = (moment: number): number => {
    for (; (byEnd[at]?.ended ?? Infinity) < moment; at += 1) largest = Math.max(largest, byEnd[at]?.size ?? 0)
    return largest
  }
  return heard.toSorted((a, b) => a.began - b.began).filter(({ began, size }) => size < before(began))
}

/** Asks, and writes down what comes of it. */
const asking = ({ url, key }: Ready, heard: Heard[]) => {
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  return async (history: History, old: number, size: number): Promise<WitnessAnswer> => {
    const began = performance.now()
    const request = histories[history].step(old, size)
    const answer = await lineTo(url, { allowLoopback: true, resolve }).ask(request)
    const ended = performance.now()
    if (answer.kind === 'conflict') heard.push({ history, began, ended, size: answer.size, time: undefined })
    if (answer.kind === 'cosigned') {
      const time = cosignedAt(histories[history], size, answer.lines, key)
      expect(time, 'a cosignature that does not verify').toBeDefined()
      heard.push({ history, began, ended, size, time })
    }
    return answer
  }
}

test('1,000 requests race while the witness is killed six times: nothing it said or held is ever gone back on', async () => {
  const folder = newFolder()
  const words = [join(folder, 'w'), '--logs', logsFile(folder, logKey.key), '--port']
  let witness = await ready(...words, '0')
  const { port } = new URL(witness.url)
  let up: Promise<unknown> = Promise.resolve()
  let unanswered = 0
  const heard: Heard[] = []
  const ask = asking(witness, heard)

  /** Asks for one size as if its predecessor had just been cosigned, and again with what it then hears. */
  const insist = async (history: History, size: number): Promise<void> => {
    let old = size - 1
    for (let answers = 0; answers < 8 && old <= size; ) {
      const answer = await ask(history, old, size)
      if (answer.kind === 'cosigned' || answer.kind === 'refused') return
      if (answer.kind === 'conflict') {
        old = answer.size
        answers += 1
        continue
      }
      unanswered += 1
      await up
    }
    // A last attempt of one that was overtaken to be cosigned all the same.
    if (old > size) await ask(history, size, size)
  }

  await ask('true', 0, 41)
  const sizeOf = (i: number) => 42 + i - Math.ceil(i / 5)
  const kills = 6
  let isOver = false
  // Whoever is done asks once more, until the last kill: there is a race going on at each of them.
  const requests = Array.from({ length: 1_000 }, async (_, i) => {
    do await insist(i % 5 === 0 ? 'forked' : 'true', sizeOf(i))
    while (!isOver)
  })
  for (let killed = 0; killed < kills; killed += 1) {
    const enough = heard.length + 120
    await expect.poll(() => heard.length, { timeout: 20_000, interval: 2 }).toBeGreaterThan(enough)
    witness.child.kill('SIGKILL')
    const restarted = witness.ended.then(() => ready(...words, port))
    up = restarted
    witness = await restarted
  }
  isOver = true
  await Promise.all(requests)
  const last = await ask('true', 0, 1_100)

  const cosigned = heard.filter(({ time }) => time !== undefined)
  const largest = Math.max(...cosigned.map(({ size }) => size))
  expect(goneBack(heard)).toEqual([])
  expect(new Set(cosigned.map(({ history }) => history))).toEqual(new Set(['true']))
  const inTime = cosigned.toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0) || a.size - b.size)
  expect(inTime).toEqual(inTime.toSorted((a, b) => a.size - b.size))
  expect(last.kind === 'conflict' && last.size).toBeGreaterThanOrEqual(largest)
  expect(cosigned.length).toBeGreaterThan(40)
  expect(unanswered).toBeGreaterThan(kills)
  console.log(
    `${heard.length} answers, ${cosigned.length} cosignatures to size ${largest}, ${unanswered} cut off`,
  )
}, 240_000)
