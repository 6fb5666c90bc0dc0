/** Closing brackets by what both sides accepted: the alternatives the package names, each adopted by an act of its own. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Place } from '#domain/bargaining/agenda.ts'
import { standingAt } from '#domain/bargaining/in-text.ts'
import type { Suggested } from '#domain/bargaining/suggestion.ts'
import { useAct } from '../../acts.ts'
import { Confirm } from '../../elements/dialog.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { Taken } from './package-words.tsx'

const keyOf = ({ clause, bracket, alternative }: Place): string => `${clause} ${bracket} ${alternative}`

const Places = ({ of }: { readonly of: readonly Place[] }) => {
  const { process } = useProcess()
  return (
    <ul className="stack tight">
      {of.map((place) => (
        <li key={keyOf(place)} className="columns">
          {process.languages.map((language) => (
            <span key={language} lang={language} dir="auto" className="serif">
              <Taken place={place} language={language} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** One after the other: a clause with two brackets has another wording after the first. */
const useAdopting = () => {
  const { rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const { clauses } = useAtMediator()
  const acting = useAct(plenary?.id ?? '')
  const adopt = async (places: readonly Place[]): Promise<boolean> => {
    const wordings = new Map<string, number>()
    for (const { clause, alternative } of places) {
      const wording = wordings.get(clause) ?? clauses.get(clause)?.wording ?? 0
      const asked = {
        kind: 'clause.adopt',
        object: clause,
        base: null,
        payload: { alternative, wording },
      } as const
      if (!(await acting.act(asked))) return false
      wordings.set(clause, wording + 1)
    }
    return true
  }
  return { acting, adopt }
}

export const AdoptAll = ({ of }: { readonly of: Suggested }) => {
  const say = useSay()
  const { id } = useProcess()
  const { clauses } = useAtMediator()
  const { acting, adopt } = useAdopting()
  const [done, setDone] = useState(false)
  const all = of.chosen.flatMap(({ closes = [] }) => closes)
  const open = all.filter((place) => standingAt(clauses, place) === 'open')
  const [first] = all
  return (
    <div className="stack tight">
      {open.length > 0 && (
        <div className="no-print">
          <Confirm
            label={say('bargaining.mediator.adopt', { count: open.length })}
            look="main"
            title={say('bargaining.mediator.adopt.title')}
            action={say('bargaining.mediator.adopt', { count: open.length })}
            busy={acting.busy}
            confirm={async () => {
              const went = await adopt(open)
              setDone(went)
              return went
            }}
          >
            <p>{say('bargaining.mediator.adopt.why', { count: open.length })}</p>
            <Places of={open} />
            <Outcome trouble={acting.trouble} />
          </Confirm>
        </div>
      )}
      <Outcome done={done ? say('bargaining.mediator.adopted') : null} />
      {first && (
        <p className="small">
          <Link to="/t/$process/text" params={{ process: id }} search={{}} hash={`clause-${first.clause}`}>
            {say('bargaining.mediator.to-text')}
          </Link>
        </p>
      )}
      {all.length === 0 && <p className="hint">{say('bargaining.mediator.adopt.nothing')}</p>}
    </div>
  )
}
