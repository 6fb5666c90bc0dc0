/** Whether a package passes at home: each body's votes, the narrowest veto, and what would move it. */
import { narrowestVeto, passesAt, type Ratification } from '#domain/bargaining/ratification.ts'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames } from '../names.ts'
import { PickPackage } from '../pick-package.tsx'
import { useTriedPackage } from './try-package.tsx'
import type { OwnWorth } from './use-worth.ts'

/** The section; the package is the one that is tried everywhere. */
export const HomeVote = ({
  own,
  ratification,
}: {
  readonly own: OwnWorth
  readonly ratification: Ratification
}) => {
  const say = useSay()
  const people = useNames()
  const { agenda } = own
  const names = useAgendaNames(agenda)
  const [tried, choose] = useTriedPackage(own)
  const veto = narrowestVeto(ratification, agenda, tried)
  const stopped = ratification.bodies.find(({ id }) => id === veto?.body)
  return (
    <section className="stack step">
      <h2>{say('home.passes')}</h2>
      <PickPackage agenda={agenda} chosen={tried} onChange={choose} />
      <table className="figures">
        <caption>{say('home.votes')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('home.body')}</th>
            <th scope="col">{say('home.votes.for')}</th>
            <th scope="col">{say('home.votes.need')}</th>
            <th scope="col">{say('home.votes.result')}</th>
          </tr>
        </thead>
        <tbody>
          {ratification.bodies.map((body) => {
            const vote = passesAt(body, tried)
            return (
              <tr key={body.id}>
                <th scope="row">{people.of(body.name) || say('home.body.new')}</th>
                <td>{vote.for}</td>
                <td>{say('home.threshold', { need: vote.need, of: body.threshold.of })}</td>
                <td>
                  <strong>{say(vote.passes ? 'home.votes.passes' : 'home.votes.fails')}</strong>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="stack tight" aria-live="polite">
        {veto && stopped ? (
          <>
            <p>{say('home.veto', { body: people.of(stopped.name), count: veto.short })}</p>
            {veto.moves.length === 0 ? (
              <p className="quiet">{say('home.veto.none')}</p>
            ) : (
              <>
                <p>{say('home.veto.moves')}</p>
                <ul className="numbered">
                  {veto.moves.slice(0, 12).map(({ issue, option }) => (
                    <li key={`${issue}/${option}`}>{names.together({ [issue]: [option] })}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        ) : (
          <p>{say('home.all-pass')}</p>
        )}
      </div>
    </section>
  )
}
