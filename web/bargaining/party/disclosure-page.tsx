/** What we show the mediator of our worth: chosen piece by piece, read beforehand, and on a list afterwards. */
import { useState } from 'react'
import type { z } from 'zod'
import type { MakeDisclosure } from '#contract/bargaining-acts.ts'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Confirm } from '../../elements/dialog.tsx'
import { Tick } from '../../elements/field.tsx'
import { Empty } from '../../elements/page.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { Moment } from '../../moments.tsx'
import { useMay, useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames } from '../names.ts'
import { ShownWorth } from '../shown-worth.tsx'
import { fittedTo } from './own-worth.ts'
import { type Piece, pieceGroups, piecesOf, shownTogether } from './pieces.ts'
import { usePartyRooms } from './use-worth.ts'

const usePieceName = (agenda: Agenda) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const people = useNames()
  return ({ shown }: Piece): string => {
    const [issue] = Object.keys(shown.issues ?? {})
    if (issue !== undefined) return names.issue(issue)
    if (shown.reservation !== undefined) return say('disclosure.reservation')
    if (shown.batna) return say('disclosure.batna')
    const [line] = shown.redLines ?? []
    if (line) return names.together({ [line.issue]: [line.option] })
    const [link] = shown.interdependence ?? []
    if (link) return names.together(link.together)
    const [never] = shown.constraints ?? []
    if (never) return say('worth.together.never-of', { options: names.together(never) })
    const [body] = shown.bodies ?? []
    return body ? people.of(body.name) : say('disclosure.comparisons')
  }
}

const Choosing = ({
  agenda,
  pieces,
  chosen,
  choose,
}: {
  readonly agenda: Agenda
  readonly pieces: readonly Piece[]
  readonly chosen: readonly string[]
  readonly choose: (keys: readonly string[]) => void
}) => {
  const say = useSay()
  const nameOf = usePieceName(agenda)
  return (
    <div className="stack">
      <div className="line">
        <Button look="text" onPress={() => choose(pieces.map(({ key }) => key))}>
          {say('disclosure.all')}
        </Button>
        <Button look="text" onPress={() => choose([])}>
          {say('disclosure.nothing')}
        </Button>
      </div>
      {pieceGroups.map((group) => {
        const own = pieces.filter((piece) => piece.group === group)
        if (own.length === 0) return null
        return (
          <fieldset key={group} className="plain-fieldset">
            <legend className="field-title">{say(`disclosure.group.${group}`)}</legend>
            {own.map((piece) => (
              <Tick
                key={piece.key}
                label={nameOf(piece)}
                value={chosen.includes(piece.key)}
                onChange={(on) =>
                  choose(on ? [...chosen, piece.key] : chosen.filter((key) => key !== piece.key))
                }
              />
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}

const Show = ({ view, agenda }: { readonly view: BargainingView; readonly agenda: Agenda }) => {
  const say = useSay()
  const { channel } = usePartyRooms()
  const may = useMay(channel)
  const acting = useAct(channel?.id ?? '')
  const [chosen, choose] = useState<readonly string[]>([])
  // Only what the caucus holds can be shown: what is being written is nobody's yet.
  const worth = view.worth && fittedTo(agenda, view.worth.state)
  const pieces = worth ? piecesOf(agenda, worth, view.ratification?.state) : []
  const taken = pieces.filter(({ key }) => chosen.includes(key))
  const shown = shownTogether(taken)
  const show = async (): Promise<boolean> => {
    const payload = shown as z.infer<typeof MakeDisclosure>
    const done = await acting.act({ kind: 'disclosure.make', base: 0, payload })
    if (done) choose([])
    return done !== null
  }
  if (pieces.length === 0) return <Empty>{say('disclosure.no-worth')}</Empty>
  if (!may('disclosure.make')) return <p className="quiet">{say('disclosure.may-not')}</p>
  const partial = taken.some(({ group }) => group === 'issues')
  return (
    <div className="disclosure-choose">
      <Choosing agenda={agenda} pieces={pieces} chosen={chosen} choose={choose} />
      <section className="stack bargaining-form" aria-label={say('disclosure.preview')}>
        <h2>{say('disclosure.preview')}</h2>
        {taken.length === 0 ? (
          <p className="quiet">{say('disclosure.preview.none')}</p>
        ) : (
          <div aria-live="polite">
            <ShownWorth agenda={agenda} shown={shown} />
          </div>
        )}
        {partial && <p className="quiet small">{say('disclosure.weights-tell')}</p>}
        <div>
          {taken.length > 0 && (
            <Confirm
              label={say('disclosure.make')}
              look="main"
              title={say('disclosure.make.sure')}
              action={say('disclosure.make')}
              confirm={show}
              busy={acting.busy}
            >
              <p>{say('disclosure.unseen')}</p>
              <ShownWorth agenda={agenda} shown={shown} />
              <Outcome trouble={acting.trouble} />
            </Confirm>
          )}
        </div>
        <Outcome trouble={acting.trouble} done={acting.last ? say('disclosure.made') : null} />
      </section>
    </div>
  )
}

const Past = ({ view, agenda }: { readonly view: BargainingView; readonly agenda: Agenda }) => {
  const say = useSay()
  const names = useNames()
  const { channel } = usePartyRooms()
  const may = useMay(channel)
  const acting = useAct(channel?.id ?? '')
  if (view.disclosures.length === 0) return <p className="quiet">{say('disclosure.none')}</p>
  return (
    <div className="stack">
      <ol className="stack">
        {view.disclosures.toReversed().map(({ object, revision, state }) => (
          <li key={object} className="stack tight bargaining-form">
            <p className="small quiet">
              {names.actor(state.by)} · <Moment at={state.at} />
              {state.withdrawnAt && <> · {say('disclosure.withdrawn')}</>}
            </p>
            <ShownWorth agenda={agenda} shown={state.shown} />
            {state.withdrawnAt === undefined && may('disclosure.withdraw') && (
              <div>
                <Confirm
                  label={say('disclosure.withdraw')}
                  title={say('disclosure.withdraw.sure')}
                  action={say('disclosure.withdraw')}
                  confirm={async () =>
                    (await acting.act({
                      kind: 'disclosure.withdraw',
                      object,
                      base: revision,
                      payload: {},
                    })) !== null
                  }
                  busy={acting.busy}
                >
                  <p>{say('disclosure.withdraw.how')}</p>
                </Confirm>
              </div>
            )}
          </li>
        ))}
      </ol>
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

/** The page. */
export const DisclosurePage = ({
  view,
  agenda,
}: {
  readonly view: BargainingView
  readonly agenda: Agenda
}) => {
  const say = useSay()
  return (
    <div className="stack">
      <p className="quiet">{say('disclosure.intro')}</p>
      <Show view={view} agenda={agenda} />
      <section className="stack step">
        <h2>{say('disclosure.past')}</h2>
        <Past view={view} agenda={agenda} />
      </section>
    </div>
  )
}
