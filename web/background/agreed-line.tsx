/** The line of facts that both sides can sign: what is agreed, what waits for whom, and a way to put another line. */
import type { EventView } from '#contract/background-views.ts'
import { alternat } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Accept } from '../elements/accept.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { type BegunUpon, WordsAct } from '../words-act.tsx'

export const AgreedLine = ({ view: { room, object, revision, state } }: { readonly view: EventView }) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { process, me, at, rooms } = useProcess()
  const { party } = useMySeat()
  const may = useMay(rooms.find(({ id }) => id === room))
  const acting = useAct(room)
  const { agreed, proposed } = state
  const waits = alternat(process, me.seat, at).filter(({ key }) => !proposed?.accepted.includes(key))
  const isMine = party !== undefined && waits.some(({ key }) => key === party)
  const accept = () =>
    void acting.act({
      kind: 'event.accept-facts',
      object,
      base: revision,
      payload: { line: proposed?.id ?? '' },
    })
  const propose = async (words: Readonly<Record<string, string>>, { base }: BegunUpon) => {
    const payload = { id: crypto.randomUUID(), words }
    return (await acting.act({ kind: 'event.propose-facts', object, base, payload })) !== null
  }
  return (
    <section className="stack tight" aria-labelledby="agreed">
      <h2 id="agreed">{say('background.agreed')}</h2>
      {agreed ? (
        <blockquote className="event-agreed">
          <p dir="auto">{names.of(agreed.words)}</p>
          <footer className="small quiet">
            {say('background.agreed.since')} <Moment at={agreed.since} />
          </footer>
        </blockquote>
      ) : (
        <p className="quiet">{say('background.agreed.none')}</p>
      )}
      {proposed && (
        <div className="card stack tight">
          <p className="small quiet">{say('background.proposed', { who: names.actor(proposed.by) })}</p>
          <p dir="auto">{names.of(proposed.words)}</p>
          <p className="small">
            {say('background.waits-for', { who: listing(waits.map(({ key }) => names.party(key))) })}
          </p>
          {isMine && may('event.accept-facts') && (
            <div className="no-print">
              <Accept
                wording={proposed.id}
                label={say('background.accept')}
                busy={acting.busy}
                accept={accept}
              />
            </div>
          )}
        </div>
      )}
      {may('event.propose-facts') && state.withdrawnAt === undefined && (
        <div className="no-print">
          <WordsAct
            name={`facts/${object}`}
            on={{ revision }}
            label={say('background.propose')}
            acting={acting}
            send={propose}
          />
        </div>
      )}
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
