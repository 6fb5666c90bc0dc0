/** One part of the symmetry report: a figure in each row, the parties beside each other, and how far they are apart. */
import type { SymmetryTeller } from '#contract/symmetry-words.ts'
import type { FigureLine, SymmetryPart } from '#domain/process/symmetry/lines.ts'
import { useNames, useProcess } from '../process.tsx'

/** A value, and a bar as long as its share of the row's greatest, so that the eye can compare what the number says. */
const Value = ({
  line,
  at,
  hue,
  teller,
}: {
  readonly line: FigureLine
  readonly at: number
  readonly hue: string | undefined
  readonly teller: SymmetryTeller
}) => {
  const value = line.values[at] ?? null
  const most = Math.max(...line.values.map((each) => each ?? 0), 1)
  return (
    <td>
      <span>{teller.value(value, line.unit)}</span>
      {line.values.length > 1 && value !== null && value > 0 && (
        <span className="share-bar" data-hue={hue} style={{ inlineSize: `${(100 * value) / most}%` }} />
      )}
    </td>
  )
}

/** The table of a part; `parties` are the keys in the order of the values. */
export const FiguresTable = ({
  part,
  lines,
  parties,
  teller,
}: {
  readonly part: SymmetryPart
  readonly lines: readonly FigureLine[]
  readonly parties: readonly string[]
  readonly teller: SymmetryTeller
}) => {
  const names = useNames()
  const { process } = useProcess()
  const hueOf = (key: string) => process.parties.find((each) => each.key === key)?.hue
  return (
    <section className="card" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{teller.part(part)}</h2>
      <table className="figures symmetry">
        <thead>
          <tr>
            <td />
            {parties.map((key) => (
              <th scope="col" key={key}>
                <span className="side" data-hue={hueOf(key)} title={names.party(key)}>
                  {names.of(process.parties.find((each) => each.key === key)?.short ?? {})}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.figure}${JSON.stringify(line.of ?? '')}`}>
              <th scope="row">
                {teller.label(line)}
                {parties.length > 1 && (
                  <span className="apart quiet">{teller.difference(line, parties)}</span>
                )}
              </th>
              {parties.map((key, at) => (
                <Value key={key} line={line} at={at} hue={hueOf(key)} teller={teller} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
