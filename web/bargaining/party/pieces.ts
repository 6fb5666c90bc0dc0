/** The pieces of a party's worth that can be shown one by one, and what showing some of them says. */
import type { Agenda } from '#domain/bargaining/agenda.ts'
import type { Shown } from '#domain/bargaining/disclosure.ts'
import type { Ratification } from '#domain/bargaining/ratification.ts'
import type { Worth } from '#domain/bargaining/worth.ts'

/** The groups in which the pieces stand. */
export const pieceGroups = ['issues', 'reserve', 'red-lines', 'together', 'comparisons', 'home'] as const

/** One piece. */
export interface Piece {
  readonly key: string
  readonly group: (typeof pieceGroups)[number]
  readonly shown: Shown
}

/** Everything that can be shown: of what was not entered there is no piece. */
export const piecesOf = (
  agenda: Agenda,
  worth: Worth,
  ratification: Ratification | undefined,
): readonly Piece[] => [
  ...agenda.issues.flatMap(({ id }): readonly Piece[] => {
    const given = worth.issues[id]
    return given ? [{ key: `issue/${id}`, group: 'issues', shown: { issues: { [id]: given } } }] : []
  }),
  ...(worth.reservation === undefined
    ? []
    : [{ key: 'reservation', group: 'reserve' as const, shown: { reservation: worth.reservation } }]),
  ...(worth.batna ? [{ key: 'batna', group: 'reserve' as const, shown: { batna: worth.batna } }] : []),
  ...worth.redLines.map(
    (line): Piece => ({
      key: `red/${line.issue}/${line.option}`,
      group: 'red-lines',
      shown: { redLines: [line] },
    }),
  ),
  ...worth.interdependence.map(
    (link, i): Piece => ({ key: `link/${i}`, group: 'together', shown: { interdependence: [link] } }),
  ),
  ...worth.constraints.map(
    (never, i): Piece => ({ key: `never/${i}`, group: 'together', shown: { constraints: [never] } }),
  ),
  ...(worth.comparisons.length === 0
    ? []
    : [
        {
          key: 'comparisons',
          group: 'comparisons' as const,
          shown: { comparisons: worth.comparisons },
        },
      ]),
  ...(ratification?.bodies ?? []).map(
    (body): Piece => ({ key: `body/${body.id}`, group: 'home', shown: { bodies: [body] } }),
  ),
]

const lists = ['redLines', 'interdependence', 'constraints', 'comparisons', 'bodies'] as const

/** What is shown when all of these are: nothing of any other piece is in it. */
export const shownTogether = (pieces: readonly Piece[]): Shown => {
  const all: Record<string, unknown> = {}
  for (const { shown } of pieces) {
    const before = { ...all }
    Object.assign(all, shown)
    if (shown.issues) all.issues = { ...(before.issues as object | undefined), ...shown.issues }
    for (const list of lists)
      if (shown[list])
        all[list] = [...((before[list] as readonly unknown[] | undefined) ?? []), ...shown[list]]
  }
  return all as Shown
}
