/** Weights from comparisons: which of two packages we would rather have, again and again, and what fits all answers. */
import { useMemo, useState } from 'react'
import { type Fitting, inPoints, weightsFitting } from '#domain/bargaining/advise/weights.ts'
import { type Agenda, optionsOf, type Package } from '#domain/bargaining/agenda.ts'
import type { Worth } from '#domain/bargaining/worth.ts'
import { Button } from '../../elements/button.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAgendaNames } from '../names.ts'
import { middleOf, optionEstimate, withWeights, writtenOut } from './own-worth.ts'
import type { OwnWorth } from './use-worth.ts'

/** The best and the worst option of each issue, as far as the options have been weighed. */
const extremes = (
  agenda: Agenda,
  worth: Worth,
): ReadonlyMap<string, readonly [best: string, worst: string]> => {
  const full = writtenOut(agenda, worth)
  return new Map(
    agenda.issues.map((issue) => {
      const sorted = optionsOf(issue).toSorted(
        (a, b) => middleOf(optionEstimate(full, issue, b)) - middleOf(optionEstimate(full, issue, a)),
      )
      return [issue.id, [sorted[0] ?? '', sorted.at(-1) ?? '']]
    }),
  )
}

type Question = readonly [Package, Package]

/** The next two packages to choose between: one is best on this issue and worst on the next, the other the reverse. */
const questionsOf = (agenda: Agenda, worth: Worth): readonly Question[] => {
  const ends = extremes(agenda, worth)
  const ids = agenda.issues.map(({ id }) => id).filter((id) => ends.get(id)?.[0] !== ends.get(id)?.[1])
  const pairs = ids.flatMap((one, i) => ids.slice(i + 1).map((other) => [one, other, i] as const))
  const distance = ([one, other]: readonly [string, string, number]) => ids.indexOf(other) - ids.indexOf(one)
  return pairs
    .toSorted((a, b) => distance(a) - distance(b))
    .map(([one, other]): Question => {
      const [best, worst] = ends.get(one) ?? ['', '']
      const [good, bad] = ends.get(other) ?? ['', '']
      return [
        { [one]: best, [other]: bad },
        { [one]: worst, [other]: good },
      ]
    })
}

const same = (a: Package, b: Package): boolean =>
  JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())

const isAnswered = (worth: Worth, [one, other]: Question): boolean =>
  worth.comparisons.some(
    ({ better, worse }) =>
      (same(better, one) && same(worse, other)) || (same(better, other) && same(worse, one)),
  )

const Fit = ({
  own: { agenda, worth, change },
  fitting,
}: {
  readonly own: OwnWorth
  readonly fitting: Fitting
}) => {
  const say = useSay()
  const listing = useListing()
  const names = useAgendaNames(agenda)
  if (!fitting.fits)
    return (
      <p className="notice" data-kind="trouble" role="status">
        {say('worth.compare.conflict', { answers: listing(fitting.conflict.map((i) => `${i + 1}`)) })}
      </p>
    )
  const points = inPoints(fitting.middle)
  return (
    <div className="stack tight">
      <table className="figures">
        <caption>{say('worth.compare.fit')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('bargaining.issue')}</th>
            <th scope="col">{say('worth.points')}</th>
            <th scope="col">{say('worth.compare.range')}</th>
          </tr>
        </thead>
        <tbody>
          {agenda.issues.map(({ id }, i) => {
            const { least = 0, most = 0 } = fitting.ranges[i] ?? {}
            return (
              <tr key={id}>
                <th scope="row">{names.issue(id)}</th>
                <td>{points[i]}</td>
                <td>
                  {say('worth.weight.between', {
                    points: Math.round(least * 100),
                    most: Math.round(most * 100),
                  })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div>
        <Button onPress={() => change(withWeights(agenda, worth, points))}>
          {say('worth.compare.take')}
        </Button>
      </div>
    </div>
  )
}

const Answers = ({ own: { agenda, worth, change } }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  return (
    <ol className="numbered small">
      {worth.comparisons.map(({ better, worse }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers are called by their number.
        <li key={i}>
          {say('worth.compare.answer', { better: names.package(better), worse: names.package(worse) })}{' '}
          <Button
            look="text"
            onPress={() =>
              change({ ...worth, comparisons: worth.comparisons.filter((_, other) => other !== i) })
            }
          >
            {say('bargaining.take-out')}
            <span className="unseen"> {i + 1}</span>
          </Button>
        </li>
      ))}
    </ol>
  )
}

/** Asks, keeps the answers, and says which weights fit them. */
export const CompareWay = ({ own }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const { agenda, worth, change } = own
  const names = useAgendaNames(agenda)
  const [passed, setPassed] = useState(0)
  const left = questionsOf(agenda, worth).filter((question) => !isAnswered(worth, question))
  const question = left[left.length === 0 ? 0 : passed % left.length]
  const fitting = useMemo(() => weightsFitting(agenda, writtenOut(agenda, worth)), [agenda, worth])
  const answer = (better: Package, worse: Package) =>
    change({ ...worth, comparisons: [...worth.comparisons, { better, worse }] })
  return (
    <div className="stack">
      <p className="hint">{say('worth.compare.how')}</p>
      {question && (
        <div className="stack tight question">
          <h3>{say('worth.compare.ask')}</h3>
          <div className="columns">
            {question.map((each, i) => (
              <Button key={names.package(each)} onPress={() => answer(each, question[1 - i] ?? each)}>
                {names.package(each)}
              </Button>
            ))}
          </div>
          <div>
            <Button look="text" onPress={() => setPassed(passed + 1)}>
              {say('worth.compare.pass')}
            </Button>
          </div>
        </div>
      )}
      {worth.comparisons.length === 0 ? (
        <p className="quiet">{say(question ? 'worth.compare.none' : 'worth.compare.options-first')}</p>
      ) : (
        <>
          <Answers own={own} />
          <Fit own={own} fitting={fitting} />
        </>
      )}
    </div>
  )
}
