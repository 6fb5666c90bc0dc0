/** A hundred and fifty members with one text open while two act: from sending an act to the changed words on a screen. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../../e2e/testing/browser.ts'
import { milliseconds, printTable, quantile } from '../testing/figures.ts'
import { signIn } from '../testing/member.ts'
import { microseconds } from '../testing/moment.ts'
import type { Site } from '../testing/server.ts'
import { memberKey, membersPerSeat, type SeatKey } from '../testing/talks.ts'
import type { Arrival, ReadOrder, ReadReport } from './readers.ts'
import { openScreen, type Screen } from './screen.ts'
import { type Hand, handOf } from './talks.ts'

/** Who has the text open: with the one on the screen, 150. */
const crowd: Readonly<Record<SeatKey, number>> = { a: 50, b: 49, mediator: 25, observer: 25 }
const actsEach = 30
const wholeActsEach = 3
/** Each of the two acts once in so many milliseconds, in turns. */
const pace = 2_000
/** Where everybody reads the whole text, one act must be through before the next. */
const wholePace = 15_000
const aim = 250

const next = <K extends PropertyKey>(
  holder: ChildProcess,
  key: K,
): Promise<Extract<ReadReport, Record<K, unknown>>> =>
  new Promise((resolve, reject) => {
    holder.on('message', (report: ReadReport) => {
      if (key in report) resolve(report as Extract<ReadReport, Record<K, unknown>>)
    })
    holder.once('exit', () => reject(new Error('the holder of the readers ended')))
  })

const signInAll = async (site: Site): Promise<readonly string[]> => {
  const cookies: string[] = []
  for (const [seat, count] of Object.entries(crowd) as [SeatKey, number][])
    for (let n = 0; n < count; n += 1) cookies.push(await signIn(site, memberKey(seat, n)))
  return cookies
}

/** The two who act, and what they do in turns: every act puts words on the page that were not there before. */
const actors = async (site: Site) => {
  const [a, mediator] = [await handOf(site, 'a', 2), await handOf(site, 'mediator', 2)]
  const opened = new Set<string>()
  const reserve = (hand: Hand, n: number, words: string) =>
    hand.act('plenary', 'clause.reserve', `a0p${n % 3}`, null, {
      id: randomUUID(),
      words: { en: `${words} is our reservation.`, ru: `${words}: наша оговорка.` },
    })
  const bridge = (hand: Hand, n: number, words: string) => {
    const clause = `a0p${3 + (n % 3)}`
    const bracket = `l-${clause}`
    const passage = { en: [words], ru: [words] }
    const alternative = { id: randomUUID(), passage, sponsors: [], bridge: true }
    if (opened.has(clause))
      return hand.act('plenary', 'clause.alternative', clause, null, { bracket, alternative })
    opened.add(clause)
    const range = { from: 0, to: 4 }
    const where = { wording: 1, bracket, ranges: { en: range, ru: range }, stood: randomUUID() }
    return hand.act('plenary', 'clause.bracket', clause, null, { ...where, alternative })
  }
  return {
    expected: (n: number, words: string) => ({
      clause: n % 2 === 0 ? `a0p${(n >> 1) % 3}` : `a0p${3 + ((n >> 1) % 3)}`,
      words,
    }),
    once: (n: number, words: string) =>
      n % 2 === 0 ? reserve(a, n >> 1, words) : bridge(mediator, n >> 1, words),
    close: () => [a, mediator].map(({ wire }) => wire.close()),
  }
}

type Actors = Awaited<ReturnType<typeof actors>>

/** What was sent when, by the length of the log after it and by the words it brought. */
interface Sent {
  readonly bySize: Map<number, number>
  readonly byWords: Map<string, number>
  readonly answered: number[]
}

const actInTurns = async (
  two: Actors,
  screen: Screen,
  first: number,
  count: number,
  wait: number,
): Promise<Sent> => {
  const words = (n: number): string => `Word${n}X`
  const all = Array.from({ length: count }, (_, i) => first + i)
  await screen.expect(all.map((n) => two.expected(n, words(n))))
  const sent: Sent = { bySize: new Map(), byWords: new Map(), answered: [] }
  for (const n of all) {
    const begun = microseconds()
    const index = await two.once(n, words(n))
    const took = microseconds() - begun
    sent.bySize.set(index + 1, begun)
    sent.byWords.set(words(n), begun)
    sent.answered.push(took / 1000)
    await sleep(Math.max(0, wait - took / 1000))
  }
  return sent
}

const since = (arrivals: readonly Arrival[], sent: Sent): readonly number[] =>
  arrivals.flatMap(([size, at]) => {
    const begun = sent.bySize.get(size)
    return begun === undefined ? [] : [(at - begun) / 1000]
  })

const row = (name: string, values: readonly number[]): readonly string[] => [
  name,
  ...[0.5, 0.95, 1].map((part) => milliseconds(quantile(values, part))),
  String(values.length),
]

interface Phase {
  readonly name: string
  readonly reads: ReadOrder['reads']
  readonly first: number
  readonly count: number
  readonly wait: number
}

const sizeOf = async (site: Site, cookie: string): Promise<number> => {
  const url = `http://localhost:${site.port}/api/processes/${site.process}/rooms/${site.rooms.plenary}/text?since=999999`
  const answer = await fetch(url, { headers: { cookie } })
  return ((await answer.json()) as { size: number }).size
}

const measurePhase = async (
  site: Site,
  cookies: readonly string[],
  onScreen: () => Promise<Screen>,
  two: Actors,
  phase: Phase,
  also: readonly string[],
): Promise<number> => {
  const holder = fork(fileURLToPath(new URL('./readers.ts', import.meta.url)))
  try {
    const [one = ''] = cookies
    const size = await sizeOf(site, one)
    const order = { port: site.port, process: site.process, room: site.rooms.plenary ?? '', also, size }
    const seat = async (some: readonly string[]): Promise<void> => {
      const open = next(holder, 'open')
      const given: ReadOrder = { ...order, reads: phase.reads, cookies: some }
      holder.send(given)
      await open
    }
    // The page comes in the middle, so that it is told neither first nor last.
    await seat(cookies.slice(0, cookies.length / 2))
    const screen = await onScreen()
    if (phase.reads === 'whole') await screen.readWhole()
    await seat(cookies.slice(cookies.length / 2))
    await sleep(1_000)
    const sent = await actInTurns(two, screen, phase.first, phase.count, phase.wait)
    await sleep(2_000)
    const heard = next(holder, 'told')
    holder.send('enough')
    const { told, read, bytes } = await heard
    const seen = await screen.seen()
    const shown = [...sent.byWords].flatMap(([words, begun]) => {
      const at = seen.get(words)
      return at === undefined ? [] : [(at - begun) / 1000]
    })
    printTable(phase.name, [
      ['', 'p50', 'p95', 'max', 'count'],
      row('the act is answered', sent.answered),
      row('a reader is told', since(told, sent)),
      row('a reader has read it', since(read, sent)),
      row('it is on the screen', shown),
    ])
    console.log(
      `${shown.length} of ${phase.count} appeared; a read has ${(bytes / Math.max(1, read.length) / 1024).toFixed(1)} kB in the middle`,
    )
    await screen.close()
    return quantile(shown, 0.95)
  } finally {
    holder.kill()
  }
}

/** What a page asks for when it is told of an act, beside the text. */
const askedBeside = async (site: Site, screen: Screen, two: Actors): Promise<readonly string[]> => {
  screen.asked()
  await two.once(1, 'Word0X')
  await sleep(3_000)
  const paths = [...new Set(screen.asked())].filter((path) => !/\/text\?since=/.test(path))
  const named = paths.map((path) => path.replace(site.process, ':process')).join(', ')
  console.log(
    `\nTold of an act, a page reads what has changed in the text and ${named === '' ? 'nothing else' : named}`,
  )
  await screen.close()
  return paths
}

/** Measures on one text, which is left with a few more brackets, and prints. */
export const measureListening = async (pages: number, site: Site): Promise<void> => {
  const cookies = await signInAll(site)
  const browser = await openBrowser()
  const two = await actors(site)
  try {
    const cookie = await signIn(site, memberKey('b', membersPerSeat - 1))
    const onScreen = () => openScreen(browser, site, cookie)
    const also = await askedBeside(site, await onScreen(), two)
    const title = `${cookies.length + 1} members with a text of ${pages} pages open, two act`
    const measure = (phase: Phase) => measurePhase(site, cookies, onScreen, two, phase, also)
    const p95 = await measure({
      name: `${title}, each every ${pace / 1000} s; everybody reads what has changed`,
      ...{ reads: 'changes', first: 2, count: 2 * actsEach, wait: pace / 2 },
    })
    console.log(
      `The aim, a p95 under ${aim} ms on the screen, is ${p95 < aim ? 'reached' : 'missed'}: ${milliseconds(p95)}`,
    )
    await measure({
      name: `${title}, one act every ${wholePace / 1000} s; everybody reads the whole text again`,
      ...{ reads: 'whole', first: 2 + 2 * actsEach, count: 2 * wholeActsEach, wait: wholePace },
    })
  } finally {
    two.close()
    await browser.close()
  }
}
