/** Two versions of a bilingual text compared, beside `diff` and beside ProseMirror; how it grows; what each has found. */
import { compareTexts } from '../../domain/text/compare/compare.ts'
import type { Text } from '../../domain/text/text.ts'
import { median, milliseconds, printTable } from '../testing/figures.ts'
import { byClauses, byProseMirror, byWords, documentOf, type Found, linesOf } from './peers.ts'
import { versionsOfPages } from './prose.ts'

const sizes = [5, 72, 360]
const rounds = 9
/** `diff` over a whole text may take minutes; it is given up after this many milliseconds in each language. */
const patience = 20_000
const aim = { pages: 72, milliseconds: 50 }

/** Processor time in milliseconds: what other work on the machine does not lengthen. */
const cost = (work: () => void): number => {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** What our comparison has found, counted as the peers count. */
const foundBy = (earlier: Text, later: Text) => {
  const { changes } = compareTexts(earlier, later)
  const words = (kind: 'added' | 'removed'): number =>
    changes
      .flatMap(({ runs }) => Object.values(runs).flat())
      .reduce(
        (sum, run) => sum + (run.kind === kind ? (run.words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0),
        0,
      )
  return {
    removed: words('removed'),
    added: words('added'),
    moved: changes.filter(({ moved }) => moved).length,
  }
}

interface Way {
  readonly name: string
  readonly moves: boolean
  readonly costs: number[]
  found: (Found & { readonly moved?: number }) | undefined
  /** Undefined when it was given up. */
  readonly once: () => Found | undefined
}

const sum = (each: readonly (Found | undefined)[]): Found | undefined =>
  each.reduce<Found | undefined>(
    (all, one) => all && one && { removed: all.removed + one.removed, added: all.added + one.added },
    { removed: 0, added: 0 },
  )

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
    way('ProseMirror', () => sum(documents.map(([one, other]) => byProseMirror(one, other)))),
    way('diff, words', () => sum(pairs.map(([one, other]) => byWords(one, other, patience)))),
    way('diff, whole clauses', () => sum(pairs.map(([one, other]) => byClauses(one, other)))),
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

/** Measures and prints; gives the two figures for which there is an aim. */
export const measureComparing = (): void => {
  for (const pages of sizes) {
    const { ways, done, clauses } = waysFor(pages)
    measure(ways)
    const own = median(ways[0]?.costs ?? [])
    printTable(
      `Two versions of ${pages} pages in two languages, ${clauses} clauses: ${done.reworded} reworded, ${done.removed} removed, ` +
        `${done.added} added, ${done.moved} moved (processor time, median of up to ${rounds} rounds)`,
      [
        ['', 'takes', 'ratio', 'words out', 'words in', 'moves'],
        ...ways.map(({ name, costs, found, moves }) => [
          name,
          found ? milliseconds(median(costs)) : `> ${patience / 1000} s`,
          found ? (median(costs) / own).toFixed(2) : '-',
          found ? `${found.removed}` : '-',
          found ? `${found.added}` : '-',
          moves ? `${found?.moved ?? 0}` : 'none',
        ]),
      ],
    )
    if (pages !== aim.pages) continue
    const slowest = Math.max(...ways.slice(0, 2).map(({ costs }) => median(costs)))
    console.log(
      `The aim, under ${aim.milliseconds} ms for ${aim.pages} pages, is ${slowest < aim.milliseconds ? 'reached' : 'missed'}: ${milliseconds(slowest)}`,
    )
  }
}
