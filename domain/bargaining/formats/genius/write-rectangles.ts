/** Writes interdependence as the rectangles of a nonlinear GENIUS profile. */
import { element, type XmlElement } from '#domain/text/xml.ts'
import { type Issue, optionsOf } from '../../agenda.ts'
import { type Exact, exact, gcd, over, times, writeExact } from '../../exact.ts'
import type { Interdependence, Worth } from '../../worth.ts'
import { valueOfFigure } from '../decimals.ts'
import { cannotHold } from '../holding.ts'

const bound = (
  form: string,
  issues: readonly Issue[],
  id: string,
  options: readonly string[],
): XmlElement => {
  const index = issues.findIndex((issue) => issue.id === id)
  const issue = issues[index]
  if (!issue?.range) throw cannotHold(form, `${id}: interdependence`)
  const all = optionsOf(issue)
  const places = options.map((option) => all.indexOf(option)).sort((a, b) => a - b)
  const isRun = places.every((place, i) => place >= 0 && place === (places[0] ?? 0) + i)
  if (!isRun || places.length === 0) throw cannotHold(form, `${id}: interdependence`)
  const [min = '', max = ''] = [all[places[0] ?? 0], all[places.at(-1) ?? 0]]
  return element('INCLUDES', { index: String(index + 1), min, max })
}

/** Whole utilities over one `maxutility`, so that fractions stay exact. */
export const rectanglesOf = (
  form: string,
  issues: readonly Issue[],
  worth: Worth,
  scale: Exact,
): XmlElement => {
  if (Object.keys(worth.issues).length > 0) throw cannotHold(form, `${worth.party}: interdependence`)
  const values = worth.interdependence.map((each) => over(valueOfFigure(each.worth), scale))
  const most = values.reduce((unit, value) => (unit / gcd(unit, value.over)) * value.over, 1n)
  const rectangle = ({ together }: Interdependence, i: number): XmlElement =>
    element(
      'hyperRectangle',
      { utility: writeExact(times(values[i] ?? exact(0n), exact(most))) },
      Object.entries(together).map(([id, options]) => bound(form, issues, id, options)),
    )
  return element('utility', { maxutility: String(most) }, [
    element(
      'ufun',
      { type: 'PlainUfun', weight: '1', aggregation: 'sum' },
      worth.interdependence.map(rectangle),
    ),
  ])
}
