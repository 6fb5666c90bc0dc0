/** The rectangles of a nonlinear GENIUS profile: worth that a package has when all of their bounds hold. */
import { attribute, type XmlElement } from '#domain/text/xml.ts'
import { type Issue, optionsOf, type Together } from '../../agenda.ts'
import { type Exact, exact, one, over, readExact, times, writeExact, zero } from '../../exact.ts'
import type { Interdependence } from '../../worth.ts'
import { Misread, missing, unknown, unsupported } from '../misread.ts'
import { childrenOf, figureIn, type GeniusDocument, needAttribute, wholeIn } from './document.ts'

// Bounds are unfolded into the numbers they hold; more than this is no case but a bomb.
const mostUnfolded = 5_000_000

interface Ground {
  readonly document: GeniusDocument
  readonly byIndex: ReadonlyMap<string, Issue>
  readonly everything: Together
  /** How many numbers may still come out of bounds. */
  left: number
}

const exactIn = (document: GeniusDocument, element: XmlElement, name: string, otherwise: Exact): Exact => {
  const given = figureIn(document, element, name)
  return given === undefined ? otherwise : (readExact(given) ?? zero)
}

const boundsOf = (ground: Ground, bounds: readonly XmlElement[]): Together => {
  const { document, byIndex } = ground
  const held = new Map<string, readonly string[]>()
  for (const bound of bounds) {
    const index = needAttribute(document, bound, 'index').trim()
    const issue = byIndex.get(index)
    if (!issue) throw unknown(document.at(bound), `index="${index}"`)
    if (!issue.range) throw unsupported(document.at(bound), `index="${index}" type="discrete"`)
    ground.left -= issue.range.to - issue.range.from + 1
    if (ground.left < 0) throw unsupported(document.at(bound), `${mostUnfolded} < numbers`)
    const [least, most] = [wholeIn(document, bound, 'min'), wholeIn(document, bound, 'max')]
    const within = (held.get(issue.id) ?? optionsOf(issue)).filter(
      (option) => Number(option) >= least && Number(option) <= most,
    )
    held.set(issue.id, within)
  }
  return Object.fromEntries(held)
}

/** Inside all bounds (INCLUDES), or outside at least one (EXCLUDES: always, less what is inside all of them). */
const rectangleTerms = (ground: Ground, rectangle: XmlElement, scale: Exact): readonly Interdependence[] => {
  const { document, everything } = ground
  if (attribute(rectangle, 'utility') === null) throw missing(document.at(rectangle), 'utility="..."')
  const [utility, weight] = [
    exactIn(document, rectangle, 'utility', zero),
    exactIn(document, rectangle, 'weight', one),
  ]
  const worth = times(times(utility, weight), scale)
  const [inside, outside] = [childrenOf(rectangle, 'INCLUDES'), childrenOf(rectangle, 'EXCLUDES')]
  if (outside.length === 0)
    return [
      { together: inside.length === 0 ? everything : boundsOf(ground, inside), worth: writeExact(worth) },
    ]
  return [
    { together: everything, worth: writeExact(worth) },
    { together: boundsOf(ground, outside), worth: writeExact(times(worth, exact(-1n))) },
  ]
}

const functionTerms = (ground: Ground, ufun: XmlElement, scale: Exact): readonly Interdependence[] => {
  const aggregation = attribute(ufun, 'aggregation') ?? 'sum'
  if (aggregation.toLowerCase() !== 'sum')
    throw unsupported(ground.document.at(ufun), `aggregation="${aggregation}"`)
  const weighted = times(scale, exactIn(ground.document, ufun, 'weight', one))
  return [
    ...childrenOf(ufun, 'hyperRectangle').flatMap((each) => rectangleTerms(ground, each, weighted)),
    ...childrenOf(ufun, 'ufun').flatMap((each) => functionTerms(ground, each, weighted)),
  ]
}

/** Everything `<utility>` adds up, each part over its `maxutility`; what holds for no package is left out. */
export const rectangleWorth = (
  document: GeniusDocument,
  utility: XmlElement,
  byIndex: ReadonlyMap<string, Issue>,
): readonly Interdependence[] => {
  const [first] = byIndex.values()
  const most = exactIn(document, utility, 'maxutility', one)
  if (most.of <= 0n)
    throw new Misread('bargaining.file-figure', document.at(utility), {
      figure: attribute(utility, 'maxutility') ?? '',
    })
  const everything = first ? { [first.id]: optionsOf(first) } : {}
  const ground = { document, byIndex, everything, left: mostUnfolded }
  return childrenOf(utility, 'ufun')
    .flatMap((ufun) => functionTerms(ground, ufun, over(one, most)))
    .filter(({ together }) => Object.values(together).every((options) => options.length > 0))
}
