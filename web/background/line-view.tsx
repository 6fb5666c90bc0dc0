/** The time line: what is asked for of it, as a picture that comes closer, and as words. */
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { BackgroundView, EventLine } from '#contract/background-views.ts'
import { eventKinds } from '#domain/background/event.ts'
import { closer, type Frame, frameOf, inTime, moved } from '#domain/background/lanes.ts'
import { knownWhen } from '#domain/background/when.ts'
import { dayNumber } from '#domain/commitments/sequence/calendar.ts'
import { Button } from '../elements/button.tsx'
import { Pick } from '../elements/field.tsx'
import { Empty } from '../elements/page.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { EventLink } from './event-link.tsx'
import { EventList } from './event-list.tsx'
import type { BackgroundSearch } from './search.ts'
import { type Shape, shapes, TimePicture } from './time-picture.tsx'
import { useWhenWords } from './use-when-words.ts'

/** The picture begins here where nothing is older. */
const earliest = dayNumber('1940-01-01') ?? 0

const Filters = ({ search }: { readonly search: BackgroundSearch }) => {
  const say = useSay()
  const names = useNames()
  const { id, process } = useProcess()
  const navigate = useNavigate()
  const ask = (next: BackgroundSearch) =>
    void navigate({
      to: '/t/$process/background',
      params: { process: id },
      search: next,
      replace: true,
      resetScroll: false,
    })
  const { kind: _k, ...withoutKind } = search
  const { issue: _i, ...withoutIssue } = search
  return (
    <div className="columns no-print">
      <Pick
        label={say('background.kind')}
        value={search.kind ?? ''}
        onChange={(chosen) => {
          const kind = eventKinds.find((each) => each === chosen)
          ask(kind ? { ...search, kind } : withoutKind)
        }}
        among={[
          { key: '', name: say('background.all-kinds') },
          ...eventKinds.map((key) => ({ key, name: say(`background.kind.${key}`) })),
        ]}
      />
      {process.agenda.length > 0 && (
        <Pick
          label={say('background.issue')}
          value={search.issue ?? ''}
          onChange={(issue) => ask(issue === '' ? withoutIssue : { ...search, issue })}
          among={[
            { key: '', name: say('background.all-issues') },
            ...process.agenda.map(({ key, title }) => ({ key, name: names.of(title) })),
          ]}
        />
      )}
    </div>
  )
}

const Legend = () => {
  const say = useSay()
  const all = Object.entries(shapes) as unknown as readonly (readonly [Shape, string])[]
  return (
    <ul className="line small event-legend">
      {all.map(([shape, path]) => (
        <li key={shape} className="event-mark" data-shape={shape}>
          <svg viewBox="-9 -9 18 18" width="16" height="16" aria-hidden="true">
            <path d={path} />
          </svg>{' '}
          {say(`background.shape.${shape}`)}
        </li>
      ))}
    </ul>
  )
}

/** Closer, farther, earlier, later: a frame of days around what is chosen, or around its own middle. */
const Moves = ({
  frame,
  whole,
  around,
  show,
}: {
  readonly frame: Frame
  readonly whole: Frame
  readonly around: number | undefined
  readonly show: (frame: Frame | null) => void
}) => {
  const say = useSay()
  const isWhole = frame.from <= whole.from && frame.to >= whole.to
  const farther = () => {
    const next = closer(frame, 0.5)
    show(next.from <= whole.from && next.to >= whole.to ? null : next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around five buttons.
    <div className="line no-print" role="group" aria-label={say('background.moves')}>
      <Button isDisabled={frame.to - frame.from <= 24} onPress={() => show(closer(frame, 2, around))}>
        {say('background.closer')}
      </Button>
      <Button isDisabled={isWhole} onPress={farther}>
        {say('background.farther')}
      </Button>
      <Button isDisabled={frame.from <= whole.from} onPress={() => show(moved(frame, -0.5))}>
        {say('background.earlier')}
      </Button>
      <Button isDisabled={frame.to >= whole.to} onPress={() => show(moved(frame, 0.5))}>
        {say('background.later')}
      </Button>
      <Button isDisabled={isWhole} onPress={() => show(null)}>
        {say('background.whole')}
      </Button>
    </div>
  )
}

/** The event a reader has come to on the picture, and the way to its page. */
const Chosen = ({ event }: { readonly event: EventLine | undefined }) => {
  const say = useSay()
  const when = useWhenWords()
  return (
    <p className="event-chosen no-print" aria-live="polite">
      {event ? (
        <>
          <span className="quiet">{when(event.when)}</span> <EventLink of={event} />{' '}
          <span className="small quiet">{say(`background.kind.${event.kind}`)}</span>
        </>
      ) : (
        <span className="small quiet">{say('background.choose')}</span>
      )}
    </p>
  )
}

const Drawn = ({ events, today }: { readonly events: readonly EventLine[]; readonly today: number }) => {
  const say = useSay()
  const [shown, show] = useState<Frame | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const dated = useMemo(() => inTime(events), [events])
  const whole = useMemo(() => {
    const all = frameOf(dated, today)
    return all && { from: Math.min(all.from, earliest), to: Math.max(all.to, today) }
  }, [dated, today])
  const event = events.find(({ object }) => object === chosen)
  if (!whole) return <Empty>{say('background.none')}</Empty>
  const around = event && (dayNumber(knownWhen(event.when).first) ?? undefined)
  return (
    <>
      <figure className="stack tight" aria-label={say('background.picture')}>
        <Moves frame={shown ?? whole} whole={whole} around={around} show={show} />
        <div className="event-scroll">
          <TimePicture events={dated} frame={shown ?? whole} chosen={chosen} choose={choose} />
        </div>
        <Chosen event={event} />
        <Legend />
        <figcaption className="small quiet">{say('background.picture.how')}</figcaption>
      </figure>
      <section className="stack" aria-labelledby="in-words">
        <h2 id="in-words">{say('background.in-words')}</h2>
        <EventList events={events} />
      </section>
    </>
  )
}

export const LineView = ({
  view,
  search,
}: {
  readonly view: BackgroundView
  readonly search: BackgroundSearch
}) => {
  const { kind, issue } = search
  const events = useMemo(
    () =>
      view.events.filter(
        (event) => (!kind || event.kind === kind) && (!issue || event.issues.includes(issue)),
      ),
    [view.events, kind, issue],
  )
  return (
    <>
      <Filters search={search} />
      <Drawn events={events} today={dayNumber(view.at.slice(0, 10)) ?? 0} />
    </>
  )
}
