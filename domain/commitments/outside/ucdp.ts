/**
 * Events of the UCDP Georeferenced Event Dataset and of its monthly candidate releases (Sundberg & Melander 2013; Hegre,
 * Croicu, Eck & Högbladh 2020): the columns of versions 17 to 25, and what their codes mean.
 */
import type { Cells } from './cells.ts'
import { type Deaths, longest, type OutsideEvent } from './event.ts'
import { daysIn, deadIn, noteOrder, placeIn, type Shape, wordsOf } from './shape.ts'

/** `type_of_violence` 1, 2 and 3 in the words of the codebook. */
const kinds = ['state-based conflict', 'non-state conflict', 'one-sided violence'] as const

const parts = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'] as const

const deathsOf = (cells: Cells): Deaths => {
  const [best, low, high] = [deadIn(cells, 'best'), deadIn(cells, 'low'), deadIn(cells, 'high')]
  const hasParts = parts.every((name) => cells.words(name, longest.kind) !== undefined)
  const [a = 0, b = 0, civilians = 0, unknown = 0] = hasParts ? parts.map((name) => deadIn(cells, name)) : []
  const deaths = { best, low, high, ...(hasParts ? { parts: { a, b, civilians, unknown } } : {}) }
  noteOrder(cells, deaths, ['low', 'high'])
  return deaths
}

/** How clearly the source tells the event: 1, or 2 where several were told as one; anything else is told and not used. */
const clarityOf = (cells: Cells): number | undefined => {
  const said = cells.words('event_clarity', longest.kind)
  if (said === undefined || said === '1' || said === '2') return said === undefined ? undefined : Number(said)
  cells.note('event_clarity', 'not-used')
  return undefined
}

const eventOf = (cells: Cells): OutsideEvent => {
  const source = 'ucdp-ged'
  const headline = wordsOf(cells, ['source_headline', 'where_description'], longest.text)
  const clarity = clarityOf(cells)
  const conflict = cells.words('conflict_name', longest.name) ?? cells.words('dyad_name', longest.name)
  const status = cells.words('code_status', longest.kind)
  const reportedBy = cells.words('source_office', longest.text) ?? cells.words('source_article', longest.text)
  return {
    source,
    id: cells.needed('id', longest.id),
    days: daysIn(cells, source, 'date_prec', 'date_start', 'date_end'),
    place: placeIn(cells, source, 'where_prec', {
      name: 'where_coordinates',
      within: ['adm_2', 'adm_1', 'country'],
    }),
    kind: kinds[cells.whole('type_of_violence', 1, 3) - 1] ?? kinds[0],
    sides: ['side_a', 'side_b'].map((name) => ({ name: cells.needed(name, longest.name) })),
    deaths: deathsOf(cells),
    ...(conflict === undefined ? {} : { conflict }),
    ...(status === undefined ? {} : { status }),
    ...(clarity === undefined ? {} : { clarity }),
    ...(headline[0] === undefined ? {} : { text: headline[0] }),
    ...(reportedBy === undefined ? {} : { reportedBy }),
  }
}

/** The shape of its files. */
export const ucdpGed: Shape = {
  source: 'ucdp-ged',
  marks: ['type_of_violence', 'date_start'],
  needed: [
    ...['id', 'type_of_violence', 'side_a', 'side_b', 'where_prec', 'latitude', 'longitude'],
    ...['date_prec', 'date_start', 'date_end', 'best', 'low', 'high'],
  ],
  read: [
    ...['code_status', 'conflict_name', 'dyad_name', 'source_article', 'source_office', 'source_headline'],
    ...['where_coordinates', 'where_description', 'adm_1', 'adm_2', 'country', 'event_clarity', ...parts],
  ],
  left: [
    ...['relid', 'year', 'active_year', 'conflict_dset_id', 'conflict_new_id', 'dyad_dset_id', 'dyad_new_id'],
    ...['side_a_dset_id', 'side_a_new_id', 'side_b_dset_id', 'side_b_new_id', 'number_of_sources'],
    ...['source_date', 'source_original', 'geom_wkt', 'priogrid_gid', 'country_id', 'region'],
    ...['gwnoa', 'gwnob', 'gwnob_1'],
  ],
  eventOf,
}
