/** A periodic monitoring report set out in one language: headings, words, tables, and a box for each side's dissent. */
import { type Language, type Localised, named } from '#domain/parties/localised.ts'
import type { Place, Span } from './blur.ts'
import type { MonitoringReport } from './monitoring-report.ts'
import type { ObligationLine, Periodic, SideLine } from './periodic.ts'
import { type PeriodicLabels, periodicLabels } from './periodic-labels.ts'
import type { Level } from './scores/aggregate.ts'

/** One piece of the report, from top to bottom. A table has as many cells in every row as in its head. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'words' | 'note'; readonly words: string }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'box'; readonly title: string; readonly words: readonly string[] }

/** What sides and seats are called. */
export interface Naming {
  readonly parties: Readonly<Record<string, { readonly name: Localised; readonly short: Localised }>>
  readonly seats: Readonly<Record<string, Localised>>
}

/** The words of an issued report; `seat` is whose report it is. */
export type Issued = Pick<MonitoringReport, 'remarks' | 'dissents'> & { readonly seat: string }

interface Setting {
  readonly report: Periodic
  readonly issued: Issued
  readonly naming: Naming
  readonly language: Language
  readonly labels: PeriodicLabels
}

/** A report lists at most so many records of a kind; the register has all. */
const mostListed = 100

const fill = (template: string, facts: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/gu, (whole, key: string) => String(facts[key] ?? whole))

const tag = (language: Language): string => (language === 'en' ? 'en-GB' : language)

const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(tag(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day.length === 10 ? `${day}T00:00:00Z` : day),
  )

const momentIn = (language: Language, at: string): string =>
  new Intl.DateTimeFormat(tag(language), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(at),
  )

/** A time as it was told: days where both ends are whole days, else to the minute. */
const spanIn = (language: Language, { from, to }: Span): string => {
  const whole = from.endsWith('T00:00:00.000Z') && to.endsWith('T00:00:00.000Z')
  if (!whole)
    return from === to ? momentIn(language, from) : `${momentIn(language, from)} – ${momentIn(language, to)}`
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10)
  const first = from.slice(0, 10)
  return last <= first ? dayIn(language, first) : `${dayIn(language, first)} – ${dayIn(language, last)}`
}

const sideIn = ({ naming, language }: Setting, party: string): string =>
  named(naming.parties[party]?.name ?? {}, language) || party

const shortIn = ({ naming, language }: Setting, party: string): string =>
  named(naming.parties[party]?.short ?? {}, language) || party

const levelIn = ({ labels }: Setting, level: Level | null): string =>
  level === null ? labels.notCoded : `${level} · ${labels.levels[level]}`

const placeIn = ({ language }: Setting, { names }: Pick<Place, 'names'>): string =>
  names.map((name) => named(name, language)).join(' / ')

const percent = ({ language }: Setting, value: number | null): string =>
  value === null ? '—' : new Intl.NumberFormat(tag(language), { maximumFractionDigits: 1 }).format(value)

const table = (
  setting: Setting,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] =>
  rows.length === 0
    ? [{ kind: 'words', words: setting.labels.none }]
    : [
        { kind: 'table', head, rows: rows.slice(0, mostListed) },
        ...(rows.length > mostListed
          ? [{ kind: 'note' as const, words: fill(setting.labels.more, { n: rows.length - mostListed }) }]
          : []),
      ]

const changesIn = (setting: Setting, { changes, reversals }: ObligationLine): string =>
  changes
    .map((change) => {
      const back = reversals.some(({ finding }) => finding === change.finding)
        ? `, ${setting.labels.reversal}`
        : ''
      return `${dayIn(setting.language, change.asOf)}: ${levelIn(setting, change.level)}${back}`
    })
    .join('; ')

/** Obligations of the first side, then of the next; what binds several stands with the first of them. */
const sorted = ({ report }: Setting): readonly ObligationLine[] => {
  const rank = ({ bound }: ObligationLine): number => {
    const places = report.parties.flatMap((party, i) => (bound.includes(party) ? [i] : []))
    return places.length > 1 ? -1 : (places[0] ?? report.parties.length)
  }
  return report.obligations.toSorted((one, other) => rank(one) - rank(other))
}

const obligations = (setting: Setting): readonly Block[] => {
  const { labels, language, report } = setting
  const inOrder = (bound: readonly string[]) => [
    ...report.parties.filter((party) => bound.includes(party)),
    ...bound.filter((key) => !report.parties.includes(key)),
  ]
  return [
    { kind: 'heading', words: labels.obligations },
    ...table(
      setting,
      [labels.obligation, labels.bound, labels.start, labels.end, labels.changes],
      sorted(setting).map((line) => [
        named(line.name, language),
        inOrder(line.bound)
          .map((party) => shortIn(setting, party))
          .join(', '),
        levelIn(setting, line.start),
        levelIn(setting, line.end),
        changesIn(setting, line),
      ]),
    ),
  ]
}

const scores = (setting: Setting): readonly Block[] => {
  const { labels, report } = setting
  const both = ({ strict, lenient }: SideLine['end']) => [percent(setting, strict), percent(setting, lenient)]
  const head = report.parties.flatMap((party) => {
    const side = shortIn(setting, party)
    return [fill(labels.strict, { side }), fill(labels.lenient, { side })]
  })
  return [
    { kind: 'heading', words: labels.scores },
    { kind: 'note', words: labels.scoresHow },
    ...table(
      setting,
      ['', ...head],
      report.obligations.length === 0
        ? []
        : [
            [labels.scoreAll, ...report.sides.flatMap(({ start }) => both(start))],
            [labels.whole, ...report.sides.flatMap(({ end }) => both(end))],
            ...report.themes.map(({ theme, sides }) => [
              labels.themes[theme],
              ...sides.flatMap(({ end }) => both(end)),
            ]),
          ],
    ),
  ]
}

const missing = (setting: Setting, { party, missing: ids }: SideLine): readonly Block[] => {
  const names = setting.report.obligations.filter(({ id }) => ids.includes(id))
  if (names.length === 0) return []
  const list = names.map(({ name }) => named(name, setting.language)).join('; ')
  return [{ kind: 'words', words: fill(setting.labels.missingOf, { side: sideIn(setting, party), list }) }]
}

const quotaRows = (setting: Setting): readonly (readonly string[])[] => {
  const { report, labels, language } = setting
  const withQuota = report.obligations.filter(({ id }) =>
    report.sides.some(({ quotas }) => quotas.some(({ obligation }) => obligation === id)),
  )
  return withQuota.map(({ id, name }) => [
    `${fill(labels.quota, { year: report.to.slice(0, 4) })}: ${named(name, language)}`,
    ...report.sides.map(({ quotas }) => {
      const line = quotas.find(({ obligation }) => obligation === id)
      return line ? fill(labels.quotaOf, { used: line.used, quota: line.quota }) : '—'
    }),
  ])
}

const reporting = (setting: Setting): readonly Block[] => {
  const { labels, report } = setting
  const row = (label: string, count: (side: SideLine) => number) => [
    label,
    ...report.sides.map((side) => String(count(side))),
  ]
  return [
    { kind: 'heading', words: labels.reporting },
    {
      kind: 'table',
      head: ['', ...report.parties.map((party) => sideIn(setting, party))],
      rows: [
        row(labels.reports, ({ reports }) => reports),
        row(labels.late, ({ late }) => late),
        row(labels.missing, (side) => side.missing.length),
        row(labels.notifications, ({ notifications }) => notifications),
        row(labels.requested, ({ inspections }) => inspections.requested),
        row(labels.concluded, ({ inspections }) => inspections.concluded),
        row(labels.refused, ({ inspections }) => inspections.denied),
        row(labels.unanswered, ({ inspections }) => inspections.unanswered),
        row(labels.denialsCount, ({ denials }) => denials),
        ...quotaRows(setting),
      ],
    },
    ...report.sides.flatMap((side) => missing(setting, side)),
  ]
}

const sightings = (setting: Setting): readonly Block[] => {
  const { labels, language, report } = setting
  return [
    { kind: 'heading', words: labels.denials },
    ...table(
      setting,
      [labels.when, labels.place, labels.by, labels.what],
      report.denials.map(({ state }) => [
        spanIn(language, state.when),
        placeIn(setting, state.place),
        named(state.by, language),
        named(state.what, language),
      ]),
    ),
    { kind: 'heading', words: labels.incidents },
    ...table(
      setting,
      [labels.when, labels.place, labels.what, labels.casualties],
      report.incidents.map(({ state: { when, place, kind, what, casualties } }) => [
        spanIn(language, when),
        placeIn(setting, place),
        `${labels.incident[kind]}: ${named(what, language)}`,
        casualties
          ? casualties.least === casualties.most
            ? String(casualties.least)
            : `${casualties.least}–${casualties.most}`
          : '—',
      ]),
    ),
    { kind: 'words', words: fill(labels.observations, { n: report.observations }) },
  ]
}

const findings = (setting: Setting): readonly Block[] => {
  const { labels, language, report } = setting
  const names = new Map(report.obligations.map(({ id, name }) => [id, named(name, language)]))
  return [
    { kind: 'heading', words: labels.findings },
    ...table(
      setting,
      [labels.when, labels.obligation, labels.what],
      report.findings.map(({ state }) => [
        dayIn(language, state.asOf),
        state.stipulations.flatMap((id) => names.get(id) ?? []).join('; ') || '—',
        [
          `${labels.kinds[state.kind]}${state.level === undefined ? '' : `, ${levelIn(setting, state.level)}`}: ${named(state.words, language)}`,
          ...state.dissents.map(({ words }) => fill(labels.dissent, { words: named(words, language) })),
        ].join('\n'),
      ]),
    ),
  ]
}

const cases = (setting: Setting): readonly Block[] => {
  const { labels, language, report } = setting
  return [
    { kind: 'heading', words: labels.cases },
    ...table(
      setting,
      [labels.what, labels.against, labels.stage, labels.waits],
      report.cases.map(({ title, against, stage, owed, dissents }) => [
        [
          named(title, language),
          ...dissents.map(
            ({ party, words }) =>
              `${fill(labels.dissents, { side: shortIn(setting, party) })}: ${named(words, language)}`,
          ),
        ].join('\n'),
        sideIn(setting, against),
        labels.stages[stage],
        owed
          ? `${sideIn(setting, owed.by)}: ${fill(labels[owed.what], { due: dayIn(language, owed.due) })}${owed.overdue ? ` (${labels.overdue})` : ''}`
          : '—',
      ]),
    ),
  ]
}

const boxes = (setting: Setting): readonly Block[] =>
  setting.report.parties.map((party) => {
    const said = setting.issued.dissents.filter((each) => each.party === party)
    return {
      kind: 'box',
      title: fill(setting.labels.dissents, { side: sideIn(setting, party) }),
      words:
        said.length === 0
          ? [setting.labels.noDissent]
          : said.map(({ words, at }) => `${named(words, setting.language)} (${dayIn(setting.language, at)})`),
    }
  })

/** The report in one language. Every language has the same blocks with the same number of rows and cells. */
export const periodicSheet = (
  report: Periodic,
  issued: Issued,
  naming: Naming,
  language: Language,
): readonly Block[] => {
  const labels = periodicLabels(language)
  const setting: Setting = { report, issued, naming, language, labels }
  const facts = { from: dayIn(language, report.from), to: dayIn(language, report.to) }
  const by = named(naming.seats[issued.seat] ?? {}, language)
  return [
    { kind: 'title', words: labels.title },
    { kind: 'words', words: fill(labels.period, facts) },
    { kind: 'words', words: fill(labels.issued, { at: momentIn(language, report.at), by }) },
    { kind: 'note', words: labels.basis },
    { kind: 'heading', words: labels.remarks },
    { kind: 'words', words: named(issued.remarks, language) },
    ...obligations(setting),
    ...scores(setting),
    ...reporting(setting),
    ...sightings(setting),
    ...findings(setting),
    ...cases(setting),
    ...boxes(setting),
  ]
}
