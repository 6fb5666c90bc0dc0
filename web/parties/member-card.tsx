/** A member's card. */
import type { ProcessView } from '#contract/parties.ts'
import { capital, useLanguageName } from '../elements/languages.ts'
import { WhoReads } from '../elements/who-reads.tsx'
import { useLeadership } from '../leadership.ts'
import { Moment, useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { CareForMember } from './care-for-member.tsx'
import { CredentialsLine } from './credentials.tsx'
import { NotesOn } from './notes-on.tsx'

export type Card = ProcessView['members'][number]

/** What the card says of its member, in pairs. */
const Facts = ({ card: { member, serving } }: { readonly card: Card }) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const languageName = useLanguageName()
  const { day } = useMoments()
  const powers = member.fullPowers
  return (
    <dl>
      <div>
        <dt>{say('person.function')}</dt>
        <dd>{names.function(member)}</dd>
      </div>
      <div>
        <dt>{say('person.language')}</dt>
        <dd>{capital(languageName(member.language))}</dd>
      </div>
      {member.languages && member.languages.length > 0 && (
        <div>
          <dt>{say('person.languages')}</dt>
          <dd>{listing(member.languages.map(languageName))}</dd>
        </div>
      )}
      {member.reportsTo !== undefined && (
        <div>
          <dt>{say('person.reports-to')}</dt>
          <dd>{names.member(member.reportsTo)}</dd>
        </div>
      )}
      <div>
        <dt>{say('person.authority')}</dt>
        <dd>
          {member.authority.length === 0
            ? say('authority.none')
            : listing(member.authority.map((each) => say(`authority.${each}`)))}
        </dd>
      </div>
      {powers && (
        <div>
          <dt>{say('person.powers')}</dt>
          <dd>
            {powers.until
              ? say('term.both', { from: day(powers.from), until: day(powers.until) })
              : say('term.from', { from: day(powers.from) })}
          </dd>
        </div>
      )}
      <div>
        <dt>{say(serving ? 'person.serves' : 'person.served')}</dt>
        <dd>
          {member.until
            ? say('term.both', { from: day(member.from), until: day(member.until) })
            : say('term.from', { from: day(member.from) })}
        </dd>
      </div>
    </dl>
  )
}

export const MemberCard = ({ card, steward }: { readonly card: Card; readonly steward: boolean }) => {
  const { rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const { member, serving } = card
  const room = rooms.find(({ id }) => id === card.room)
  const { data } = useLeadership()
  const lodged = (data?.credentials ?? []).filter(({ state }) => state.member === member.id)
  return (
    <article className="card person" data-serving={serving}>
      <h3>{names.of(member.name)}</h3>
      <p>{names.of(member.title)}</p>
      <Facts card={card} />
      {member.authorisedAt && (
        <p className="small">
          {say('person.authorised')} · <Moment at={member.authorisedAt} />
        </p>
      )}
      {lodged.length > 0 && (
        <section className="stack tight" aria-label={say('credentials')}>
          <h4 className="small">{say('credentials')}</h4>
          {lodged.map((each) => (
            <CredentialsLine key={each.object} lodged={each} />
          ))}
        </section>
      )}
      {member.removedAt && (
        <p className="small">
          {say('person.removed')} · <Moment at={member.removedAt} />
        </p>
      )}
      {member.invitedAt && (
        <p className="small">
          {say('person.invited')} · <Moment at={member.invitedAt} />
        </p>
      )}
      {member.visibility === 'delegation' && <p className="tag">{say('person.delegation-only')}</p>}
      <NotesOn member={member} />
      <div className="line small no-print">
        {room && <WhoReads room={room} about={names.of(member.name)} />}
        {steward && serving && room && <CareForMember card={card} />}
      </div>
    </article>
  )
}
