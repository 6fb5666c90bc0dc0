/** On what every analysis rests: what each party has shown, what it has not, and where all of it is computed. */
import type { ReactNode } from 'react'
import type { Unknown } from '#domain/bargaining/shown-case.ts'
import { Empty } from '../../elements/page.tsx'
import { Side } from '../../elements/side.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'

const useUnknownSentence = (): ((unknown: Unknown) => string) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const { agenda } = useAtMediator()
  return ({ what, issues }) => {
    const all = agenda.issues
      .filter(({ id }) => issues.includes(id))
      .map(({ name }) => say('bargaining.mediator.quoted', { name: names.of(name) }))
    if (what !== 'issues') return say(`bargaining.mediator.unknown.${what}`)
    return say('bargaining.mediator.unknown.issues', { count: all.length, issues: listing(all) })
  }
}

/** What is missing, party by party. */
const Unknowns = () => {
  const { shown } = useAtMediator()
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const sentence = useUnknownSentence()
  const parties = [...new Set(shown.unknown.map(({ party }) => party))]
  if (parties.length === 0) return <p>{say('bargaining.mediator.all-shown')}</p>
  return (
    <ul className="stack tight">
      {parties.map((party) => {
        const seat = process.seats.find((each) => each.party === party)
        return (
          <li key={party}>
            {seat && <Side seat={seat.key} />} <span className="unseen">{names.party(party)}: </span>
            {shown.unknown
              .filter((each) => each.party === party)
              .map(sentence)
              .join(' ')}
          </li>
        )
      })}
    </ul>
  )
}

/** The line over every analysis. */
export const Basis = () => {
  const say = useSay()
  return (
    <section className="basis small" aria-label={say('bargaining.mediator.basis')}>
      <p>
        <strong>{say('bargaining.mediator.here')}</strong> {say('bargaining.mediator.here.why')}
      </p>
      <Unknowns />
    </section>
  )
}

/** Shows an analysis page once two parties have shown what the options are worth to them. */
export const WithCase = ({ children }: { readonly children: ReactNode }) => {
  const { shown } = useAtMediator()
  const say = useSay()
  return (
    <div className="stack wide-gap">
      <Basis />
      {shown.case.worths.length < 2 ? <Empty>{say('bargaining.mediator.too-few')}</Empty> : children}
    </div>
  )
}
