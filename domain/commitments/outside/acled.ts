/**
 * Events of Armed Conflict Location & Event Data (ACLED): the columns of today, those of before March 2023 (`data_id`,
 * `iso3`, no disorder type) and those of the first versions (`ally_actor_1`, `gwno`, names in capitals).
 */
import type { Cells } from './cells.ts'
import { type EventSide, longest, type OutsideEvent } from './event.ts'
import { daysIn, deadIn, placeIn, type Shape, wordsOf } from './shape.ts'

const sideOf = (cells: Cells, which: 1 | 2): readonly EventSide[] => {
  const name = cells.words(`actor${which}`, longest.name)
  const [associated] = wordsOf(cells, [`assoc_actor_${which}`, `ally_actor_${which}`], longest.name)
  if (name === undefined) return associated === undefined ? [] : [{ name: associated }]
  return [{ name, ...(associated === undefined ? {} : { associated }) }]
}

const eventOf = (cells: Cells): OutsideEvent => {
  const source = 'acled'
  const detail = cells.words('sub_event_type', longest.kind)
  const text = cells.words('notes', longest.text)
  const reportedBy = cells.words('source', longest.text)
  const days = daysIn(cells, source, 'time_precision', 'event_date', 'event_date')
  const year = cells.words('year', longest.kind)
  if (year !== undefined && year !== days.coded.slice(0, 4)) cells.note('year', 'year')
  return {
    source,
    id: cells.needed('event_id_cnty', longest.id),
    days,
    place: placeIn(cells, source, 'geo_precision', {
      name: 'location',
      within: ['admin3', 'admin2', 'admin1', 'country'],
    }),
    kind: cells.needed('event_type', longest.kind),
    ...(detail === undefined ? {} : { detail }),
    sides: [...sideOf(cells, 1), ...sideOf(cells, 2)],
    deaths: { best: deadIn(cells, 'fatalities'), low: null, high: null },
    ...(text === undefined ? {} : { text }),
    ...(reportedBy === undefined ? {} : { reportedBy }),
  }
}

/** The shape of its files. */
export const acled: Shape = {
  source: 'acled',
  marks: ['event_date', 'event_type'],
  needed: [
    ...['event_id_cnty', 'event_date', 'time_precision', 'event_type'],
    ...['latitude', 'longitude', 'geo_precision', 'fatalities'],
  ],
  read: [
    ...['year', 'sub_event_type', 'actor1', 'assoc_actor_1', 'ally_actor_1', 'actor2', 'assoc_actor_2'],
    ...['ally_actor_2', 'country', 'admin1', 'admin2', 'admin3', 'location', 'source', 'notes'],
  ],
  left: [
    ...['data_id', 'event_id_no_cnty', 'disorder_type', 'inter1', 'inter2', 'interaction'],
    ...['civilian_targeting', 'iso', 'iso3', 'gwno', 'region', 'source_scale', 'tags', 'timestamp'],
    ...['upload_date', 'population_1km', 'population_2km', 'population_5km', 'population_best'],
  ],
  eventOf,
}
