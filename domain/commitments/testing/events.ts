/** Event files made up for tests, in the shapes of UCDP GED and ACLED; no row of theirs. */
import fc from 'fast-check'

/** The columns of a UCDP GED file, in the order of the published one. */
export const gedHead: readonly string[] = [
  ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id'],
  ...['conflict_new_id', 'conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id'],
  ...['side_a_new_id', 'side_a', 'side_b_dset_id', 'side_b_new_id', 'side_b', 'number_of_sources'],
  ...['source_article', 'source_office', 'source_date', 'source_headline', 'source_original', 'where_prec'],
  ...['where_coordinates', 'where_description', 'adm_1', 'adm_2', 'latitude', 'longitude', 'geom_wkt'],
  ...['priogrid_gid', 'country', 'country_id', 'region', 'event_clarity', 'date_prec', 'date_start'],
  ...['date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low'],
  ...['gwnoa', 'gwnob'],
]

/** The columns of an ACLED file of today. */
export const acledHead: readonly string[] = [
  ...['event_id_cnty', 'event_date', 'year', 'time_precision', 'disorder_type', 'event_type'],
  ...['sub_event_type', 'actor1', 'assoc_actor_1', 'inter1', 'actor2', 'assoc_actor_2', 'inter2'],
  ...['interaction', 'civilian_targeting', 'iso', 'region', 'country', 'admin1', 'admin2', 'admin3'],
  ...['location', 'latitude', 'longitude', 'geo_precision', 'source', 'source_scale', 'notes'],
  ...['fatalities', 'tags', 'timestamp'],
]

/** Cells by the names of their columns; what is not named is blank. */
export type Named = Readonly<Record<string, string>>

/** A row of a file with these columns. */
export const rowOf = (head: readonly string[], cells: Named): readonly string[] =>
  head.map((name) => cells[name] ?? '')

/** An event of a country that does not exist, as UCDP GED would code it. */
export const gedCells: Named = {
  ...{ id: '900001', year: '2031', active_year: '1', code_status: 'Clear', type_of_violence: '1' },
  ...{ conflict_name: 'Norland: Government', dyad_name: 'Norland - Sudland Front' },
  ...{ side_a: 'Government of Norland', side_b: 'Sudland Front', number_of_sources: '1' },
  ...{ source_office: 'Norland Post', source_headline: 'Shots at the bridge', where_prec: '1' },
  ...{ where_coordinates: 'Millbridge town', adm_1: 'Lakes province', adm_2: 'Upper Lakes district' },
  ...{ latitude: '10.5', longitude: '20.25', country: 'Norland', event_clarity: '1', date_prec: '1' },
  ...{ date_start: '2031-04-05 00:00:00.000', date_end: '2031-04-05 00:00:00.000' },
  ...{ deaths_a: '1', deaths_b: '2', deaths_civilians: '0', deaths_unknown: '0' },
  ...{ best: '3', high: '5', low: '2' },
}

/** The same as ACLED would code it. */
export const acledCells: Named = {
  ...{ event_id_cnty: 'NRL17', event_date: '05 April 2031', year: '2031', time_precision: '1' },
  ...{ disorder_type: 'Political violence', event_type: 'Battles', sub_event_type: 'Armed clash' },
  ...{ actor1: 'Military Forces of Norland', actor2: 'Sudland Front', assoc_actor_2: 'Lake Guard' },
  ...{ inter1: 'State forces', country: 'Norland', admin1: 'Lakes', admin2: 'Upper Lakes' },
  ...{ location: 'Millbridge', latitude: '10.5', longitude: '20.25', geo_precision: '1' },
  ...{ source: 'Norland Post', notes: 'On 5 April shots were exchanged at the bridge.', fatalities: '3' },
}

/** Any number of such events with other places, days, codes and figures. */
export const gedRows: fc.Arbitrary<readonly Named[]> = fc.array(
  fc
    .record({
      day: fc.integer({ min: 0, max: 4_000 }),
      length: fc.constantFrom(0, 0, 0, 4, 6, 30),
      place: fc.integer({ min: 1, max: 7 }),
      time: fc.integer({ min: 1, max: 5 }),
      kind: fc.integer({ min: 1, max: 3 }),
      latitude: fc.integer({ min: -900, max: 900 }),
      longitude: fc.integer({ min: -1800, max: 1800 }),
      dead: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
    })
    .map(({ day, length, place, time, kind, latitude, longitude, dead: [low, more, most] }): Named => {
      const written = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
      return {
        ...{
          ...gedCells,
          where_prec: String(place),
          date_prec: String(time),
          type_of_violence: String(kind),
        },
        ...{ latitude: String(latitude / 10), longitude: String(longitude / 10) },
        ...{ date_start: written(20_000 + day), date_end: written(20_000 + day + length) },
        ...{ low: String(low), best: String(low + more), high: String(low + more + most) },
      }
    }),
  { maxLength: 12 },
)
