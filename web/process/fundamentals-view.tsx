/** The eight fundamentals as living lists: what the record tells of an item, and, apart from it, what the mediator says. */
import type { StandingView } from '#contract/process-views.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Facts } from '#domain/process/facts.ts'
import {
  type FundamentalKey,
  factOf,
  fundamentals,
  type ItemKey,
  itemsOf,
  type MarkAnswer,
  markAnswers,
} from '#domain/process/fundamentals.ts'
import { useAct } from '../acts.ts'
import type { Written } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMoments } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { FormAct } from './form-act.tsx'
import { useFacts, useFactWords } from './use-facts.ts'
import { useRoomOf, useStanding } from './use-standing.ts'
import { OwnWords, Said, useWordingOf } from './words.tsx'

type Kept = StandingView['marks'][number]
type Mark = Kept['state']['marks'][number]

const MarkForm = ({
  room,
  item,
  kept,
}: {
  readonly room: Room
  readonly item: ItemKey
  readonly kept: Kept | undefined
}) => {
  const say = useSay()
  const { at } = useProcess()
  const acting = useAct(room.id)
  const wordingOf = useWordingOf()
  const begun: { answer: MarkAnswer; on: string; note: Written } = {
    answer: 'met',
    on: at.slice(0, 10),
    note: {},
  }
  const form = useForm(`mark/${item}`, begun, kept)
  const { value, write, clear, base } = form
  const note = wordingOf(value.note)
  const send = async () => {
    const payload = { answer: value.answer, on: value.on, ...(note ? { note } : {}) }
    const done = await acting.act({
      kind: 'fundamental.mark',
      object: item,
      base,
      payload,
    })
    if (done) clear()
    return done !== null
  }
  return (
    <FormAct label={say('process.mark')} form={form} acting={acting} ready={value.on !== ''} send={send}>
      <div className="columns">
        <Pick
          label={say('process.mark.answer')}
          value={value.answer}
          onChange={(answer) => write({ answer: answer as MarkAnswer })}
          among={markAnswers.map((key) => ({ key, name: say(`process.mark.${key}`) }))}
        />
        <LineField
          type="date"
          label={say('process.mark.on')}
          value={value.on}
          onChange={(on) => write({ on })}
        />
      </div>
      <OwnWords
        label={say('process.mark.note')}
        value={value.note}
        onChange={(words) => write({ note: words })}
      />
    </FormAct>
  )
}

const MarkLine = ({ mark }: { readonly mark: Mark }) => {
  const say = useSay()
  const names = useNames()
  const { day } = useMoments()
  return (
    <div className="stack tight">
      <p className="small line">
        <span className="tag solid">{say(`process.mark.${mark.answer}`)}</span>
        <span className="quiet">
          {names.actor(mark.by)} · {day(mark.on)}
        </span>
      </p>
      {mark.note && <Said of={mark.note} />}
    </div>
  )
}

const Item = ({
  item,
  kept,
  facts,
  room,
}: {
  readonly item: ItemKey
  readonly kept: Kept | undefined
  readonly facts: Facts | undefined
  readonly room: Room
}) => {
  const say = useSay()
  const may = useMay(room)
  const factWords = useFactWords()
  const fact = factOf(item)
  const [newest, ...earlier] = kept?.state.marks.toReversed() ?? []
  return (
    <li className="stack tight item">
      <h3>{say(`process.item.${item}`)}</h3>
      {fact && facts && (
        <p className="small fact">
          <span className="quiet">{say('process.fact')}</span> {factWords(fact, facts)}
        </p>
      )}
      {newest ? (
        <MarkLine mark={newest} />
      ) : (
        <p className="on-paper small quiet">{say('process.mark.none')}</p>
      )}
      {earlier.length > 0 && (
        <details className="unfolds">
          <summary>{say('process.mark.earlier', { count: earlier.length })}</summary>
          {earlier.map((mark) => (
            <MarkLine key={mark.at} mark={mark} />
          ))}
        </details>
      )}
      {may('fundamental.mark') && <MarkForm room={room} item={item} kept={kept} />}
    </li>
  )
}

const Fundamental = ({
  name,
  view,
  facts,
  room,
}: {
  readonly name: FundamentalKey
  readonly view: StandingView
  readonly facts: Facts | undefined
  readonly room: Room
}) => {
  const say = useSay()
  return (
    <section className="card stack" aria-labelledby={`fundamental-${name}`}>
      <h2 id={`fundamental-${name}`}>{say(`process.fundamental.${name}`)}</h2>
      <ul className="plain-list stack">
        {itemsOf(name).map((item) => (
          <Item
            key={item}
            item={item}
            kept={view.marks.find(({ object }) => object === item)}
            facts={facts}
            room={room}
          />
        ))}
      </ul>
    </section>
  )
}

const Lists = ({ view, room }: { readonly view: StandingView; readonly room: Room }) => {
  const facts = useFacts(view)
  return (
    <div className="symmetry-parts">
      {fundamentals.map((name) => (
        <Fundamental key={name} name={name} view={view} facts={facts} room={room} />
      ))}
    </div>
  )
}

/** The view, for the mediator alone. */
export const FundamentalsView = () => {
  const say = useSay()
  const office = useRoomOf('office')
  const query = useStanding()
  if (!office) return null
  return (
    <div className="stack">
      <RoomLine room={office} />
      <div className="line spread">
        <p className="quiet measure">{say('process.fundamentals.what')}</p>
        <span className="no-print">
          <Button onPress={() => window.print()}>{say('print')}</Button>
        </span>
      </div>
      <Shown query={query}>{(view) => <Lists view={view} room={office} />}</Shown>
    </div>
  )
}
