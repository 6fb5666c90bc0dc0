/** The pen's work on the place of a clause: moving it, giving it a number, merging the next one into it. */
import { useState } from 'react'
import type { Clause } from '#domain/text/clause.ts'
import { writeClause } from '#domain/text/notation/write.ts'
import { useAct } from '../acts.ts'
import { LineField, Pick } from '../elements/field.tsx'
import { useSay } from '../speech.tsx'
import { useClauseOptions } from './clause-options.ts'
import { chainAbove, childrenOf, hangsOn, type Place, placeAfter, placeBefore, placeUnder } from './places.ts'
import type { Row } from './row.ts'
import { Sending } from './sending.tsx'
import { useText } from './text-context.tsx'

interface Props {
  readonly row: Row
  readonly done: () => void
}

const ways = ['up', 'down', 'after', 'under'] as const
type Way = (typeof ways)[number]

const placeOf = (
  clauses: readonly Clause[],
  clause: Clause,
  way: Way,
  other: Clause | undefined,
): Place | null => {
  const siblings = childrenOf(clauses, clause.parent).filter(({ standing }) => standing === 'in')
  const at = siblings.findIndex(({ id }) => id === clause.id)
  const [before, next] = [siblings[at - 1], siblings[at + 1]]
  if (way === 'up') return before ? placeBefore(clauses, before) : null
  if (way === 'down') return next ? placeAfter(clauses, next) : null
  if (!other || other.id === clause.id || hangsOn(clauses, other.id, clause.id)) return null
  return way === 'after' ? placeAfter(clauses, other) : placeUnder(clauses, other)
}

export const PlaceForm = ({ row: { clause }, done }: Props) => {
  const say = useSay()
  const { room, now } = useText()
  const acting = useAct(room.id)
  const options = useClauseOptions(clause.id)
  const [way, setWay] = useState<Way>('up')
  const [other, setOther] = useState(options[0]?.key ?? '')
  const { clauses } = now().view
  const place = placeOf(
    clauses,
    clause,
    way,
    clauses.find(({ id }) => id === other),
  )
  const send = async () => {
    if (!place) return
    const payload = { wording: clause.wording, ...place, above: [...chainAbove(clauses, place.parent)] }
    if (await acting.act({ kind: 'clause.move', object: clause.id, base: null, payload })) done()
  }
  return (
    <section className="stack propose" aria-label={say('text.place')}>
      <div className="columns">
        <Pick
          label={say('text.place')}
          hint={say('text.place.hint')}
          value={way}
          onChange={(key) => setWay(ways.find((each) => each === key) ?? 'up')}
          among={ways.map((key) => ({ key, name: say(`text.place.${key}`) }))}
        />
        {(way === 'after' || way === 'under') && (
          <Pick label={say('text.place.which')} value={other} onChange={setOther} among={options} />
        )}
      </div>
      <Sending
        ready={place !== null}
        acting={acting}
        send={() => void send()}
        label={say('text.place.do')}
        cancel={done}
      />
    </section>
  )
}

export const NumberForm = ({ row: { clause }, done }: Props) => {
  const say = useSay()
  const { room } = useText()
  const acting = useAct(room.id)
  const [number, setNumber] = useState(clause.number ?? '')
  const send = async () => {
    const payload = { wording: clause.wording, number: number.trim() === '' ? null : number.trim() }
    if (await acting.act({ kind: 'clause.number', object: clause.id, base: null, payload })) done()
  }
  return (
    <section className="stack propose" aria-label={say('text.number')}>
      <LineField
        label={say('text.number')}
        hint={say('text.number.hint')}
        value={number}
        onChange={setNumber}
      />
      <Sending
        ready={(clause.number ?? '') !== number.trim()}
        acting={acting}
        send={() => void send()}
        label={say('text.number.do')}
        cancel={done}
      />
    </section>
  )
}

export const MergeForm = ({ row: { clause }, done }: Props) => {
  const say = useSay()
  const { room, languages, now } = useText()
  const acting = useAct(room.id)
  const { rows } = now().rows
  const next = rows[rows.findIndex((row) => row.clause.id === clause.id) + 1]?.clause
  const send = async () => {
    if (!next) return
    const payload = { wording: clause.wording, other: next.id, otherWording: next.wording }
    if (await acting.act({ kind: 'clause.merge', object: clause.id, base: null, payload })) done()
  }
  return (
    <section className="stack propose" aria-label={say('text.merge')}>
      <p className="hint">{say(next ? 'text.merge.hint' : 'text.merge.none')}</p>
      {next && (
        <div className="columns">
          {languages.map((language) => (
            <p key={language} lang={language} dir="auto" className="difference">
              {writeClause(clause, language)} <ins>{writeClause(next, language)}</ins>
            </p>
          ))}
        </div>
      )}
      <Sending
        ready={next !== undefined}
        acting={acting}
        send={() => void send()}
        label={say('text.merge.do')}
        cancel={done}
      />
    </section>
  )
}
