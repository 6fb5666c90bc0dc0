/** How a package would fare at home: every body of each side that has shown any, the narrowest veto, and what would move it. */
import type { Package } from '#domain/bargaining/agenda.ts'
import {
  type Body,
  type Change,
  narrowestVeto,
  passesAt,
  type Ratification,
} from '#domain/bargaining/ratification.ts'
import { optionName } from '#domain/bargaining/trade-words.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'

const Vote = ({ body, chosen }: { readonly body: Body; readonly chosen: Package }) => {
  const say = useSay()
  const names = useNames()
  const vote = passesAt(body, chosen)
  return (
    <li data-passes={vote.passes}>
      {say(vote.passes ? 'bargaining.mediator.home.passes' : 'bargaining.mediator.home.stops', {
        body: names.of(body.name),
        for: vote.for,
        need: vote.need,
        of: body.threshold.of,
      })}
    </li>
  )
}

const Moves = ({ of }: { readonly of: readonly Change[] }) => {
  const say = useSay()
  const names = useNames()
  const { language } = usePreferences()
  const { agenda } = useAtMediator()
  if (of.length === 0) return <p>{say('bargaining.mediator.home.no-move')}</p>
  return (
    <>
      <p>{say('bargaining.mediator.home.moves')}</p>
      <ul className="bullets">
        {of.slice(0, 12).map(({ issue, option }) => (
          <li key={`${issue} ${option}`}>
            {say('bargaining.mediator.issue-options', {
              issue: names.of(agenda.issues.find(({ id }) => id === issue)?.name ?? {}),
              options: optionName(agenda, issue, option, language),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

const OneSide = ({
  party,
  of,
  chosen,
}: {
  readonly party: string
  readonly of: Ratification
  readonly chosen: Package
}) => {
  const say = useSay()
  const names = useNames()
  const { agenda } = useAtMediator()
  const veto = narrowestVeto(of, agenda, chosen)
  const body = of.bodies.find(({ id }) => id === veto?.body)
  return (
    <section className="stack tight" aria-label={names.party(party)}>
      <h4>{names.party(party)}</h4>
      <ul className="bullets">
        {of.bodies.map((each) => (
          <Vote key={each.id} body={each} chosen={chosen} />
        ))}
      </ul>
      {veto && body && (
        <>
          <p>{say('bargaining.mediator.home.veto', { body: names.of(body.name), short: veto.short })}</p>
          <Moves of={veto.moves} />
        </>
      )}
    </section>
  )
}

/** Both sides beside each other; nothing where no side has shown a body. */
export const AtHome = ({ chosen }: { readonly chosen: Package }) => {
  const say = useSay()
  const { ratifications } = useAtMediator()
  const sides = Object.entries(ratifications)
  if (sides.length === 0) return <p className="hint">{say('bargaining.mediator.home.unknown')}</p>
  return (
    <section className="stack tight" aria-label={say('bargaining.mediator.home')}>
      <h3>{say('bargaining.mediator.home')}</h3>
      <div className="columns">
        {sides.map(([party, of]) => (
          <OneSide key={party} party={party} of={of} chosen={chosen} />
        ))}
      </div>
    </section>
  )
}
