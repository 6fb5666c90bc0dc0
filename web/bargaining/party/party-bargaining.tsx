/** Bargaining as a party has it: what is negotiated, what it is worth to us, and what has been put to us. */
import type { ReactNode } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { Empty, PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { type Phrase, useSay } from '../../speech.tsx'
import { AgendaPage } from '../agenda/agenda-page.tsx'
import { type BargainingPart, PartsRow } from '../views-row.tsx'
import { BlindPage } from './blind-page.tsx'
import { DisclosurePage } from './disclosure-page.tsx'
import { HomePage } from './home-page.tsx'
import { RehearsalPage } from './rehearsal-page.tsx'
import { SuggestionsPage } from './suggestions-page.tsx'
import { type OwnWorth, useOwnWorth, usePartyRooms } from './use-worth.ts'
import { WorthPage } from './worth-page.tsx'

interface PartyPart extends BargainingPart {
  readonly room: Room | undefined
}

const noAgenda = { baskets: [], issues: [], constraints: [] }

const useParts = (view: BargainingView, own: OwnWorth): readonly [PartyPart, ...PartyPart[]] => {
  const say = useSay()
  const { caucus, channel, plenary } = usePartyRooms()
  const has = own.agenda.issues.length > 0
  const part = (
    key: string,
    name: Phrase,
    room: Room | undefined,
    page: () => ReactNode,
    waiting = 0,
  ): PartyPart => ({
    key,
    name: say(name),
    room,
    waiting,
    // Without an agenda there is nothing that could be worth anything.
    page: () => (has || key === 'agenda' ? page() : <Empty>{say('agenda.none')}</Empty>),
  })
  const unanswered = view.received.filter(({ state }) => !state.answered).length
  const open = view.ballots.filter(
    ({ object, state }) => state.standing === 'open' && !view.answers.some((each) => each.object === object),
  ).length
  return [
    part('agenda', 'bargaining.part.agenda', plenary, () => <AgendaPage view={view} />),
    part('worth', 'bargaining.part.worth', caucus, () => <WorthPage own={own} />),
    part('rehearsal', 'bargaining.part.rehearsal', caucus, () => <RehearsalPage own={own} />),
    part('home', 'bargaining.part.home', caucus, () => <HomePage view={view} own={own} />),
    part('shown', 'bargaining.part.shown', channel, () => <DisclosurePage view={view} agenda={own.agenda} />),
    part(
      'suggestions',
      'bargaining.part.suggestions',
      channel,
      () => <SuggestionsPage view={view} own={own} />,
      unanswered,
    ),
    part('blind', 'bargaining.part.blind', channel, () => <BlindPage view={view} own={own} />, open),
  ]
}

/** The parts of a party's bargaining under one head; the line over it is of the room that the part is in. */
export const PartyBargaining = ({
  view,
  shown: asked,
}: {
  readonly view: BargainingView
  readonly shown: string | undefined
}) => {
  const say = useSay()
  const own = useOwnWorth(view, view.agenda?.state ?? noAgenda)
  const parts = useParts(view, own)
  const shown = parts.find(({ key }) => key === asked) ?? parts[0]
  return (
    <>
      <div className="page-head">
        {shown.room && <RoomLine room={shown.room} />}
        <PageTitle>{say('bargaining')}</PageTitle>
      </div>
      <PartsRow parts={parts} shown={shown} />
      {shown.page()}
    </>
  )
}
