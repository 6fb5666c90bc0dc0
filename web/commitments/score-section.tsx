/** How far the obligations are carried out: lenient and strict, overall, for each theme and side, and day by day. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { daysOfChange, type Part, scoreOn } from '#domain/commitments/progress.ts'
import { themes } from '#domain/commitments/terms.ts'
import { alternat } from '#domain/parties/process.ts'
import { useFigures } from '../bargaining/names.ts'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

type Line = CommitmentsView['stipulations'][number]

/** Shares of a hundred as the reader writes them; a dash where nothing is coded. */
const useShares = () => {
  const { percent } = useFigures()
  return (share: number | null) => (share === null ? '—' : percent(share / 100))
}

const Row = ({
  name,
  lines,
  part,
  day,
}: {
  readonly name: string
  readonly lines: readonly Line[]
  readonly part: Part
  readonly day: string
}) => {
  const shares = useShares()
  const { lenient, strict, present } = scoreOn(lines, day, part)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{shares(lenient)}</td>
      <td>{shares(strict)}</td>
      <td>{present}</td>
    </tr>
  )
}

const OverTime = ({ lines, today }: { readonly lines: readonly Line[]; readonly today: string }) => {
  const say = useSay()
  const names = useNames()
  const shares = useShares()
  const { day } = useMoments()
  const { process, me, at } = useProcess()
  const parties = alternat(process, me.seat, at)
  const days = daysOfChange(lines).filter((each) => each <= today)
  return (
    <details>
      <summary>{say('commitments.score.over-time')}</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say('commitments.score.day')}</th>
            <th scope="col">{say('commitments.score.all')}</th>
            {parties.map(({ key }) => (
              <th scope="col" key={key}>
                {names.party(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((each) => (
            <tr key={each}>
              <th scope="row">{day(each)}</th>
              <td>{shares(scoreOn(lines, each).strict)}</td>
              {parties.map(({ key }) => (
                <td key={key}>{shares(scoreOn(lines, each, { party: key }).strict)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The scores; there are none before something is in force. */
export const ScoreSection = ({ lines }: { readonly lines: readonly Line[] }) => {
  const say = useSay()
  const names = useNames()
  const { process, me, at } = useProcess()
  const today = at.slice(0, 10)
  const inForce = lines.filter((line) => line.inForce)
  if (inForce.length === 0) return null
  const used = themes.filter((theme) => inForce.some(({ terms }) => terms.theme === theme))
  return (
    <section className="stack tight" aria-labelledby="scores">
      <h3 id="scores">{say('commitments.scores')}</h3>
      <p className="hint">{say('commitments.score.how')}</p>
      <div className="matrix-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{say('commitments.score.of')}</th>
              <th scope="col">{say('commitments.score.lenient')}</th>
              <th scope="col">{say('commitments.score.strict')}</th>
              <th scope="col">{say('commitments.score.coded')}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={say('commitments.score.all')} lines={inForce} part={{}} day={today} />
            {alternat(process, me.seat, at).map(({ key }) => (
              <Row key={key} name={names.party(key)} lines={inForce} part={{ party: key }} day={today} />
            ))}
            {used.map((theme) => (
              <Row
                key={theme}
                name={say(`commitments.theme.${theme}`)}
                lines={inForce}
                part={{ theme }}
                day={today}
              />
            ))}
          </tbody>
        </table>
      </div>
      <OverTime lines={inForce} today={today} />
    </section>
  )
}
