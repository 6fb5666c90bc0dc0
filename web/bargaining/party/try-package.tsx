/** A package to try while one weighs: its points for us against what we have without an agreement. */
import { useState } from 'react'
import type { Agenda, Package } from '#domain/bargaining/agenda.ts'
import type { Worth } from '#domain/bargaining/worth.ts'
import { useDraft } from '../../drafts.ts'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames, useFigures, wholePackage } from '../names.ts'
import { PickPackage } from '../pick-package.tsx'
import { OwnScale, useStandingWords } from './own-scale.tsx'
import { inOwnPoints, ownStanding } from './own-worth.ts'
import { type OwnWorth, usePartyRooms } from './use-worth.ts'

const read = (words: string): Package => {
  try {
    return words === '' ? {} : (JSON.parse(words) as Package)
  } catch {
    return {}
  }
}

const known = (agenda: Agenda, chosen: Package, worth: Worth): Package => {
  const fits = Object.entries(chosen).filter(([id, option]) =>
    agenda.issues.some(
      (issue) =>
        issue.id === id && (issue.range !== undefined || issue.options.some((each) => each.id === option)),
    ),
  )
  return wholePackage(agenda, { ...worth.batna, ...Object.fromEntries(fits) })
}

/** The package that is tried: the same on every page of one's own, kept in this tab. */
export const useTriedPackage = ({
  agenda,
  worth,
}: Pick<OwnWorth, 'agenda' | 'worth'>): readonly [Package, (chosen: Package) => void] => {
  const { me } = useProcess()
  const { caucus } = usePartyRooms()
  const [words, write] = useDraft(`${caucus?.id}/${me.id}/bargaining/tried`)
  return [known(agenda, read(words), worth), (chosen) => write(JSON.stringify(chosen))]
}

/** The points that each issue brings in a package. */
const IssuePoints = ({
  own: { agenda, problem },
  chosen,
}: {
  readonly own: OwnWorth
  readonly chosen: Package
}) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const { points } = useFigures()
  if (!problem) return null
  return (
    <table className="figures">
      <caption>{say('worth.try.by-issue')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('bargaining.issue')}</th>
          <th scope="col">{say('worth.points')}</th>
        </tr>
      </thead>
      <tbody>
        {problem.issues.map(({ id, options }, i) => (
          <tr key={id}>
            <th scope="row">{names.issue(id)}</th>
            <td>
              {points(inOwnPoints(problem, problem.worth[0]?.[i]?.[options.indexOf(chosen[id] ?? '')] ?? 0n))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The sheet beside the steps. */
export const TryPackage = ({ own }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const words = useStandingWords()
  const [chosen, choose] = useTriedPackage(own)
  const [open, setOpen] = useState(false)
  const standing = own.problem && ownStanding(own.problem, chosen)
  return (
    <section className="try-package stack tight" aria-labelledby="try-package">
      <h2 id="try-package">{say('worth.try')}</h2>
      <PickPackage agenda={own.agenda} chosen={chosen} onChange={choose} />
      {standing && (
        <div className="stack tight" aria-live="polite">
          <p className="try-points">{say('worth.try.points', { points: Math.round(standing.points) })}</p>
          <OwnScale standing={standing} />
          <p>{words(standing)}</p>
          <p className="quiet small">
            {say('worth.try.reserve', { points: Math.round(standing.reservation) })}
          </p>
        </div>
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('worth.try.by-issue')}</summary>
        {open && <IssuePoints own={own} chosen={chosen} />}
      </details>
    </section>
  )
}
