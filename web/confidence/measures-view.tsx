/** Confidence-building measures: a part for every side, by the same day; what each says it did, and what the others saw. */
import { useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { ConfidenceView } from '#contract/confidence-views.ts'
import { partStanding } from '#domain/confidence/measure.ts'
import { alternat } from '#domain/parties/process.ts'
import { type Acting, useAct } from '../acts.ts'
import { useCommitments } from '../commitments/use-commitments.ts'
import { Accept } from '../elements/accept.tsx'
import { Button } from '../elements/button.tsx'
import { LineField } from '../elements/field.tsx'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment, useMoments } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { type BegunUpon, WordsAct } from '../words-act.tsx'
import { MeasureForm } from './measure-form.tsx'
import { useConfidence } from './use-confidence.ts'

type Line = ConfidenceView['measures'][number]
type Words = Readonly<Record<string, string>>

interface PartProps {
  readonly line: Line
  readonly party: string
  readonly acting: Acting
}

/** What the reader may say of this part: its own side that it is done, others what they saw. */
const PartActs = ({ line, party, acting }: PartProps) => {
  const say = useSay()
  const seat = useMySeat()
  const { rooms, at } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === line.room))
  const [on, setOn] = useState(at.slice(0, 10))
  const { object, revision, state } = line
  if (state.agreed === undefined || state.ended) return null
  const isOwn = seat.party === party
  const told = state.told.find((each) => each.party === party)
  const tell = async (words: Words, { instead }: BegunUpon) => {
    const payload = { on, words, ...(instead === undefined ? {} : { instead }) }
    return (await acting.act({ kind: 'measure.tell', object, base: null, payload })) !== null
  }
  const see =
    (isSeen: boolean) =>
    async (words: Words, { base }: BegunUpon) => {
      const payload = { of: party, isSeen, words }
      return (await acting.act({ kind: 'measure.see', object, base, payload })) !== null
    }
  if (isOwn)
    return may('measure.tell') ? (
      <WordsAct
        name={`tell/${object}`}
        on={{ instead: told?.at ?? '' }}
        label={say('confidence.tell')}
        acting={acting}
        send={tell}
        ready={on !== ''}
      >
        <LineField type="date" label={say('confidence.on')} value={on} onChange={setOn} />
      </WordsAct>
    ) : null
  if (!may('measure.see')) return null
  return (
    <div className="line">
      {([true, false] as const).map((isSeen) => (
        <WordsAct
          key={String(isSeen)}
          name={`see-${isSeen}/${object}/${party}`}
          on={{ revision }}
          label={say(isSeen ? 'confidence.see' : 'confidence.not-see')}
          acting={acting}
          send={see(isSeen)}
        />
      ))}
    </div>
  )
}

const Part = (props: PartProps) => {
  const say = useSay()
  const names = useNames()
  const { day } = useMoments()
  const { state } = props.line
  const told = state.told.find(({ party }) => party === props.party)
  const sights = state.seenBy.filter(({ of }) => of === props.party)
  const standing = partStanding(state, props.party)
  return (
    <article className="stack tight" aria-label={names.party(props.party)}>
      <h4>{names.party(props.party)}</h4>
      <p dir="auto">{names.of(state.parts[props.party] ?? {})}</p>
      {state.agreed && (
        <p className="small">
          <span className="tag">{say(`confidence.part.${standing}`)}</span>
        </p>
      )}
      {told && (
        <p className="small" dir="auto">
          {say('confidence.told', { day: day(told.on), who: names.actor(told.by) })}: {names.of(told.words)}
        </p>
      )}
      {sights.map(({ isSeen, words, by, at }) => (
        <p key={by.seat} className="small" dir="auto">
          {say(isSeen ? 'confidence.seen-by' : 'confidence.not-seen-by', { who: names.actor(by) })} (
          <Moment at={at} />
          ): {names.of(words)}
        </p>
      ))}
      <div className="no-print">
        <PartActs {...props} />
      </div>
    </article>
  )
}

/** Accepting it, other words for it, ending it. */
const MeasureActs = ({ line, acting }: { readonly line: Line; readonly acting: Acting }) => {
  const say = useSay()
  const seat = useMySeat()
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === line.room))
  const [isChanging, change] = useState(false)
  const { object, revision, state } = line
  if (state.ended) return null
  const waits = !state.accepted.some(({ party }) => party === seat.party) && state.agreed === undefined
  const accept = () =>
    void acting.act({ kind: 'measure.accept', object, base: revision, payload: { wording: state.wording } })
  const end = async (words: Words, { base }: BegunUpon) =>
    (await acting.act({ kind: 'measure.end', object, base, payload: { words } })) !== null
  if (isChanging) return <MeasureForm changing={line} done={() => change(false)} />
  return (
    <div className="line no-print">
      {waits && may('measure.accept') && (
        <Accept wording={state.wording} label={say('confidence.accept')} busy={acting.busy} accept={accept} />
      )}
      {state.agreed === undefined && may('measure.change') && (
        <Button onPress={() => change(true)}>{say('confidence.measure.change')}</Button>
      )}
      {may('measure.end') && (
        <WordsAct
          name={`end/${object}`}
          on={{ revision }}
          label={say('confidence.measure.end')}
          acting={acting}
          send={end}
        />
      )}
    </div>
  )
}

const Measure = ({
  line,
  stipulations,
}: {
  readonly line: Line
  readonly stipulations: CommitmentsView['stipulations']
}) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { day } = useMoments()
  const { process, me, at } = useProcess()
  const acting = useAct(line.room)
  const { state } = line
  const sides = alternat(process, me.seat, at).map(({ key }) => key)
  const belongs = stipulations.filter(({ object }) => state.stipulations.includes(object))
  const accepted = sides.filter((side) => state.accepted.some(({ party }) => party === side))
  return (
    <li className="card stack tight">
      <h3 dir="auto">{names.of(state.name)}</h3>
      <p className="small quiet">
        {say('confidence.by', { day: day(state.due) })} ·{' '}
        {state.agreed
          ? say('confidence.agreed')
          : say('confidence.accepted-by', {
              who: accepted.length > 0 ? listing(accepted.map(names.party)) : say('confidence.nobody'),
            })}
      </p>
      <div className="columns">
        {sides.map((party) => (
          <Part key={party} line={line} party={party} acting={acting} />
        ))}
      </div>
      <p>
        <strong>{say('confidence.seen')}:</strong> <span dir="auto">{names.of(state.seen)}</span>
      </p>
      {belongs.length > 0 && (
        <p className="small">
          {say('confidence.belongs')}:{' '}
          <span dir="auto">{listing(belongs.map(({ terms }) => names.of(terms.name)))}</span>
        </p>
      )}
      {state.ended && (
        <p className="notice" dir="auto">
          {say('confidence.measure.ended', { who: names.actor(state.ended.by) })}:{' '}
          {names.of(state.ended.words)}
        </p>
      )}
      <MeasureActs line={line} acting={acting} />
      <Outcome trouble={acting.trouble} />
    </li>
  )
}

export const MeasuresView = () => {
  const say = useSay()
  const { rooms } = useProcess()
  const room = rooms.find(({ kind }) => kind === 'plenary')
  const may = useMay(room)
  const stipulations = useCommitments().data?.stipulations ?? []
  return (
    <div className="stack">
      {room && <RoomLine room={room} />}
      <Shown query={useConfidence()}>
        {({ measures }) =>
          measures.length === 0 ? (
            <Empty>{say('confidence.measures.none')}</Empty>
          ) : (
            <ul className="plain-list stack">
              {measures.map((line) => (
                <Measure key={line.object} line={line} stipulations={stipulations} />
              ))}
            </ul>
          )
        }
      </Shown>
      {room && may('measure.propose') && <MeasureForm room={room} />}
    </div>
  )
}
