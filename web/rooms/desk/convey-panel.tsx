/** Conveying in place: the manner the sender allows, the words, the room, and what will be seen there, in words. */
import { useId, useState } from 'react'
import type { DeskView, RoomView } from '#contract/rooms.ts'
import { isWithinUse, manners } from '#domain/rooms/message.ts'
import { OtherWords } from '../../elements/accept.tsx'
import { Button } from '../../elements/button.tsx'
import { Choice, Pick, WordsField } from '../../elements/field.tsx'
import { useLanguageName } from '../../elements/languages.ts'
import { Overtaken } from '../../elements/overtaken.tsx'
import { readingOrder } from '../../elements/renderings.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useMay, useNames, useProcess } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import type { MessageObject, PaperObject } from '../threads.ts'
import { SeatHour } from './seat-hour.tsx'
import { useConveying } from './use-conveying.ts'

interface Props {
  readonly entry: MessageObject | PaperObject
  readonly view: RoomView
  readonly notes: DeskView['notes']
  readonly adjourned: boolean
  /** Told when it has gone; the panel goes with what it stood under. */
  readonly conveyed: () => void
}

const WhatWillBeSeen = ({
  entry,
  conveying,
}: Pick<Props, 'entry'> & { readonly conveying: ReturnType<typeof useConveying> }) => {
  const { process, rooms } = useProcess()
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const { to, as, links } = conveying
  const room = rooms.find(({ id }) => id === to)
  if (!room) return null
  const readers = process.seats.filter(({ key, kind }) => room.seats.includes(key) && kind !== 'mediator')
  const voice = entry.state.author?.seat
  return (
    <div className="stack tight small">
      <p>
        <strong>{say('convey.seen', { seats: listing(readers.map(({ key }) => names.sitter(key))) })}</strong>{' '}
        {as === 'verbatim'
          ? say(voice ? 'convey.seen.verbatim' : 'convey.seen.non-paper', { seat: names.seat(voice ?? '') })
          : say(`convey.seen.${as}`)}
      </p>
      {links.answers && <p>{say('convey.answers')}</p>}
      {links.about && <p>{say('convey.about')}</p>}
      {readers.map(({ key }) => (
        <SeatHour key={key} seat={key} />
      ))}
    </div>
  )
}

const Wordings = ({ conveying }: { readonly conveying: ReturnType<typeof useConveying> }) => {
  const { process } = useProcess()
  const { language } = usePreferences()
  const say = useSay()
  const languageName = useLanguageName()
  const { words, write, locked } = conveying
  return (
    <>
      <div className="columns">
        {readingOrder(language, process.languages[0] ?? language, process.languages).map((each) => (
          <WordsField
            key={each}
            label={say('convey.words', { language: languageName(each) })}
            lang={each}
            value={words[each] ?? ''}
            onChange={(text) => write(each, text)}
            locked={locked}
          />
        ))}
      </div>
      {locked && <p className="hint">{say('convey.locked')}</p>}
    </>
  )
}

const Panel = ({ entry, view, notes, adjourned, conveyed }: Props) => {
  const say = useSay()
  const names = useNames()
  const conveying = useConveying(entry, view.room.id, notes)
  const { acting, possible, to, setTo, as, setAs, wording, mustAsk } = conveying
  const { others } = conveying
  const isOff = acting.busy || conveying.form.isOvertaken || others.isOther
  const worded = as === 'verbatim' || wording !== null
  const ways = manners.map((key) => ({
    key,
    name: say(`manner.${key}`),
    off: !isWithinUse(entry.state.use, key),
    hint: isWithinUse(entry.state.use, key) ? say(`manner.${key}.why`) : say('manner.beyond'),
  }))
  return (
    <div className="panel">
      <div className="columns">
        <Choice label={say('convey.manner')} value={as} onChange={setAs} ways={ways} />
        <Pick
          label={say('convey.to')}
          value={to}
          onChange={setTo}
          among={possible.map((room) => ({ key: room.id, name: names.of(room.name) }))}
        />
      </div>
      {as !== 'verbatim' && <Wordings conveying={conveying} />}
      <WhatWillBeSeen entry={entry} conveying={conveying} />
      <Overtaken form={conveying.form} />
      <OtherWords isOther={others.isOther} read={others.read} />
      {mustAsk && <p className="small">{say('convey.must-ask')}</p>}
      <div className="line">
        <Button
          look="main"
          isDisabled={!worded || mustAsk || adjourned || to === '' || isOff}
          onPress={() => void conveying.convey().then((went) => went && conveyed())}
        >
          {say('convey')}
        </Button>
        {entry.kind === 'message' && as !== 'verbatim' && !conveying.locked && (
          <Button isDisabled={wording === null || isOff} onPress={() => void conveying.offer()}>
            {say('convey.ask')}
          </Button>
        )}
        {adjourned && <span className="hint">{say('convey.adjourned')}</span>}
      </div>
      <Outcome trouble={acting.trouble} done={acting.last ? say('sent') : null} />
    </div>
  )
}

/** Under something that waits: opens the panel in place. Only for whoever may convey. */
export const ConveyPanel = (props: Props) => {
  const say = useSay()
  const may = useMay(props.view.room)
  const id = useId()
  const [open, setOpen] = useState(false)
  if (!may(`${props.entry.kind}.convey`)) return null
  return (
    <div className="convey no-print">
      <Button
        look={open ? 'plain' : 'main'}
        aria-expanded={open}
        aria-controls={id}
        onPress={() => setOpen(!open)}
      >
        {say(open ? 'convey.close' : 'convey.open')}
      </Button>
      <div id={id}>{open && <Panel {...props} />}</div>
    </div>
  )
}
