/** Two versions of a bilingual text compared, beside `diff` and beside ProseMirror; how it grows; what each has found. */
import { compareTexts } from '../../domain/text/compare/compare.ts'
import type { Text } from '../../domain/text/text.ts'
import { median, milliseconds, printTable } from '../testing/figures.ts'
import { byClauses, byProseMirror, byWords, countWords, documentOf, type Found, linesOf } from './peers.ts'
import { versionsOfPages } from './prose.ts'

const sizes = [5, 72, 360]
const rounds = 9
/** `diff` over a whole text may take minutes; it is given up after this many milliseconds in each language. */
const patience = 10_000
const aim = { pages: 72, milliseconds: 50 }

/** Processor time in milliseconds: what other work on the machine does not lengthen. */
const cost = (work: () => void): number => {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

interface AllFound extends Found {
  readonly moved?: number
}

/** What our comparison has found, counted as the peers count. */
const foundBy = (earlier: Text, later: Text) => {
  const { changes } = compareTexts(earlier, later)
  const runs = () => changes.flatMap((change) => Object.values(change.runs).flat())
  const words = (kind: 'added' | 'removed'): number =>
    runs().reduce((sum, run) => sum + (run.kind === kind ? countWords(run.words) : 0), 0)
  return (): AllFound => ({
    removed: words('removed'),
    added: words('added'),
    moved: changes.filter(({ moved }) => moved).length,
  })
}

interface Way {
  readonly name: string
  readonly moves: boolean
  readonly costs: number[]
  /** Undefined when it was given up. */
  found: (() => AllFound) | undefined
  readonly once: () => (() => AllFound) | undefined
}

/** In one language after the other; given up in one, it is not tried in the next. */
const inAll = <T>(pairs: readonly T[], once: (pair: T) => (() => Found) | undefined): Way['found'] => {
  const all: (() => Found)[] = []
  for (const pair of pairs) {
    const found = once(pair)
    if (!found) return undefined
    all.push(found)
  }
  return () =>
    all
      .map((count) => count())
      .reduce((sum, one) => ({ removed: sum.removed + one.removed, added: sum.added + one.added }))
}

const waysFor = (pages: number) => {
  const kept = versionsOfPages(pages, 'kept')
  const unknown = versionsOfPages(pages, 'unknown')
  const { languages } = kept.earlier
  const pairs = languages.map(
    (language) => [linesOf(kept.earlier, language), linesOf(kept.later, language)] as const,
  )
  const documents = pairs.map(([one, other]) => [documentOf(one), documentOf(other)] as const)
  const way = (name: string, once: Way['once'], moves = false): Way => ({
    name,
    moves,
    costs: [],
    found: undefined,
    once,
  })
  const ways = [
    way('Parley, clauses known by id', () => foundBy(kept.earlier, kept.later), true),
    way('Parley, by likeness', () => foundBy(unknown.earlier, unknown.later), true),
    way('ProseMirror', () => inAll(documents, ([one, other]) => byProseMirror(one, other))),
    way('diff, words', () => inAll(pairs, ([one, other]) => byWords(one, other, patience))),
    way('diff, whole clauses', () => inAll(pairs, ([one, other]) => byClauses(one, other))),
  ]
  return { ways, done: kept.done, clauses: kept.earlier.clauses.length }
}

/** Turn and turn about; what takes long is not taken nine times. */
const measure = (ways: readonly Way[]): void => {
  for (let round = 0; round < rounds; round += 1)
    for (const way of ways) {
      const spent = way.costs.reduce((all, each) => all + each, 0)
      if (round > 0 && (way.found === undefined || spent > 5_000)) continue
      way.costs.push(
        cost(() => {
          way.found = way.once()
        }),
      )
    }
}

const row = ({ name, costs, found, moves }: Way, own: number): readonly string[] => {
  if (!found) return [name, `> ${patience / 1000} s`, '-', '-', '-', 'none']
  const { removed, added, moved } = found()
  const [takes, ratio] = [median(costs), median(costs) / own]
  return [name, milliseconds(takes), ratio.toFixed(2), `${removed}`, `${added}`, moves ? `${moved}` : 'none']
}

/** Measures and prints. */
export const measureComparing = (): void => {
  for (const pages of sizes) {
    const { ways, done, clauses } = waysFor(pages)
    measure(ways)
    const own = median(ways[0]?.costs ?? [])
    printTable(
      `Two versions of ${pages} pages in two languages, ${clauses} clauses: ${done.reworded} reworded, ${done.removed} removed, ` +
        `${done.added} added, ${done.moved} moved (processor time, median of up to ${rounds} rounds)`,
      [['', 'takes', 'ratio', 'words out', 'words in', 'moves'], ...ways.map((each) => row(each, own))],
    )
    if (pages !== aim.pages) continue
    const slowest = Math.max(...ways.slice(0, 2).map(({ costs }) => median(costs)))
    console.log(
      `The aim, under ${aim.milliseconds} ms for ${aim.pages} pages, is ${slowest < aim.milliseconds ? 'reached' : 'missed'}: ${milliseconds(slowest)}`,
    )
  }
}
