/** What we would want for what: how much each issue brings, and what would make a concession good. */
import { useState } from 'react'
import { choiceOf, type Problem } from '#domain/bargaining/problem.ts'
import { Pick } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames, useFigures } from '../names.ts'
import { optionsAmong } from '../option-pick.tsx'
import { makingGood, swingsOf } from './own-picture.ts'
import { useTriedPackage } from './try-package.tsx'
import type { OwnWorth } from './use-worth.ts'

interface Part {
  readonly own: OwnWorth
  readonly problem: Problem
}

const Swings = ({ own: { agenda }, problem }: Part) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const { points } = useFigures()
  const swings = swingsOf(problem)
  const most = Math.max(1, ...swings)
  const order = swings.map((swing, i) => ({ swing, i })).toSorted((a, b) => b.swing - a.swing)
  return (
    <table className="figures">
      <caption>{say('rehearsal.swings')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('bargaining.issue')}</th>
          <th scope="col">{say('worth.points')}</th>
          <th scope="col">
            {say('rehearsal.swings.rate', { issue: names.issue(agenda.issues[order[0]?.i ?? 0]?.id ?? '') })}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.map(({ swing, i }) => (
          <tr key={agenda.issues[i]?.id}>
            <th scope="row">
              {names.issue(agenda.issues[i]?.id ?? '')}
              <svg className="swing" width="100%" height="6" aria-hidden="true">
                <rect width={`${(swing / most) * 100}%`} height="6" rx="2" />
              </svg>
            </th>
            <td>{points(swing)}</td>
            <td>
              {swing > 0 && swing < most
                ? say('rehearsal.swings.times', { times: Math.round((10 * most) / swing) / 10 })
                : '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Concession = ({ own, problem }: Part) => {
  const say = useSay()
  const { agenda } = own
  const names = useAgendaNames(agenda)
  const [tried] = useTriedPackage(own)
  const [id, setId] = useState(agenda.issues[0]?.id ?? '')
  const [to, setTo] = useState('')
  const issue = agenda.issues.find((each) => each.id === id)
  const choice = choiceOf(problem, tried)
  if (!issue || !choice) return null
  const at = agenda.issues.indexOf(issue)
  const among = optionsAmong(issue, names).filter(({ key }) => key !== tried[id])
  const option = among.find(({ key }) => key === to)?.key ?? among[0]?.key ?? ''
  const { cost, by } = makingGood(problem, choice, at, problem.issues[at]?.options.indexOf(option) ?? 0)
  return (
    <div className="stack tight">
      <h3>{say('rehearsal.concession')}</h3>
      <p className="hint">{say('rehearsal.concession.how')}</p>
      <div className="columns">
        <Pick
          label={say('bargaining.issue')}
          value={id}
          onChange={setId}
          among={agenda.issues.map((each) => ({ key: each.id, name: names.issue(each.id) }))}
        />
        <Pick
          label={say('rehearsal.concession.to', { option: names.option(id, tried[id] ?? '') })}
          value={option}
          onChange={setTo}
          among={among}
        />
      </div>
      <div className="stack tight" aria-live="polite">
        <p>
          {cost > 0
            ? say('rehearsal.concession.cost', { points: Math.round(cost), count: by.length })
            : say('rehearsal.concession.free', { points: Math.round(-cost) })}
        </p>
        {cost > 0 && (
          <ul className="stack tight">
            {by.slice(0, 8).map((each) => {
              const other = problem.issues[each.issue]
              const words = names.together({ [other?.id ?? '']: [other?.options[each.option] ?? ''] })
              return (
                <li key={words}>
                  {say('rehearsal.concession.by', { options: words, points: Math.round(each.gain) })}
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </div>
  )
}

/** The section. */
export const TradeOffs = ({ own, problem }: Part) => {
  const say = useSay()
  return (
    <section className="stack step">
      <h2>{say('rehearsal.trade-offs')}</h2>
      <Swings own={own} problem={problem} />
      {own.agenda.issues.length > 1 && <Concession own={own} problem={problem} />}
    </section>
  )
}
