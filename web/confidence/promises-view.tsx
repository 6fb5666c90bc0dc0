/** What each side has promised and kept, by the same rule for both, side by side; and each promise that was counted. */
import { useMemo } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { ConfidenceView } from '#contract/confidence-views.ts'
import {
  countedBy,
  type MadePromise,
  promiseKinds,
  promiseStandings,
  promisesOn,
} from '#domain/confidence/promises.ts'
import { alternat } from '#domain/parties/process.ts'
import { useCommitments } from '../commitments/use-commitments.ts'
import { Shown } from '../elements/shown.tsx'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useConfidence } from './use-confidence.ts'

const Counts = ({
  party,
  promises,
}: {
  readonly party: string
  readonly promises: readonly MadePromise[]
}) => {
  const say = useSay()
  const names = useNames()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
    <section className="matrix-scroll" tabIndex={0} aria-label={names.party(party)}>
      <table className="figures">
        <caption>{names.party(party)}</caption>
        <thead>
          <tr>
            <th scope="col">{say('confidence.promise.kind')}</th>
            {promiseStandings.map((standing) => (
              <th key={standing} scope="col">
                {say(`confidence.promise.${standing}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {promiseKinds.map((kind) => {
            const counted = countedBy(promises, party, kind)
            return (
              <tr key={kind}>
                <th scope="row">{say(`confidence.promise.of.${kind}`)}</th>
                {promiseStandings.map((standing) => (
                  <td key={standing}>{counted[standing]}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const Each = ({ party, promises }: { readonly party: string; readonly promises: readonly MadePromise[] }) => {
  const say = useSay()
  const names = useNames()
  const { day } = useMoments()
  const own = promises.filter((each) => each.party === party)
  return (
    <details className="twin">
      <summary>{say('confidence.promise.each', { count: own.length, who: names.party(party) })}</summary>
      <ul className="plain-list lines small">
        {own.map((each) => (
          <li key={`${each.kind} ${each.object} ${each.due ?? ''}`}>
            <span dir="auto">{names.of(each.name)}</span>{' '}
            <span className="quiet">
              {[
                say(`confidence.promise.of.${each.kind}`),
                ...(each.due ? [say('confidence.by', { day: day(each.due) })] : []),
                say(`confidence.promise.${each.standing}`),
                ...(each.kept ? [day(each.kept)] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Record = ({
  list,
  confidence,
}: {
  readonly list: CommitmentsView
  readonly confidence: ConfidenceView
}) => {
  const say = useSay()
  const { process, me, at, rooms } = useProcess()
  const { day } = useMoments()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  const today = list.at.slice(0, 10)
  const promises = useMemo(() => {
    // Only what the whole table reads is counted, so that every side sees the same figures.
    const atTable = <T extends { readonly room: string }>(all: readonly T[]) =>
      all.filter(({ room }) => room === plenary)
    return promisesOn(
      {
        parties: process.parties.map(({ key }) => key),
        stipulations: atTable(list.stipulations),
        cases: atTable(list.cases),
        measures: atTable(confidence.measures),
      },
      today,
    )
  }, [list, confidence, process.parties, plenary, today])
  const sides = alternat(process, me.seat, at).map(({ key }) => key)
  return (
    <div className="stack">
      <p className="hint">{say('confidence.promises.how', { day: day(today) })}</p>
      <div className="columns">
        {sides.map((party) => (
          <Counts key={party} party={party} promises={promises} />
        ))}
      </div>
      {sides.map((party) => (
        <Each key={party} party={party} promises={promises} />
      ))}
      <ul className="bullets small quiet">
        {promiseStandings.map((standing) => (
          <li key={standing}>
            <strong>{say(`confidence.promise.${standing}`)}:</strong>{' '}
            {say(`confidence.promise.${standing}.why`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

export const PromisesView = () => {
  const confidence = useConfidence()
  return (
    <Shown query={useCommitments()}>
      {(list) => <Shown query={confidence}>{(view) => <Record list={list} confidence={view} />}</Shown>}
    </Shown>
  )
}
