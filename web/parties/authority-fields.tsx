/** What a member may do in the name of their seat, with full powers and their dates. */
import { type Authority, authorities } from '#domain/parties/member.ts'
import { seatOf } from '#domain/parties/process.ts'
import { DayField, Tick } from '../elements/field.tsx'
import { useMoments } from '../moments.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** The authorities that members of a kind of seat can hold: conveying is the mediator's alone. */
export const authoritiesFor = (kind: string | undefined): readonly Authority[] =>
  authorities.filter((each) => each !== 'convey' || kind === 'mediator')

interface Powers {
  readonly from: string
  readonly until: string
  readonly setFrom: (day: string) => void
  readonly setUntil: (day: string) => void
}

export const AuthorityFields = ({
  seat,
  authority,
  setAuthority,
  powers,
}: {
  readonly seat: string
  readonly authority: readonly Authority[]
  readonly setAuthority: (authority: readonly Authority[]) => void
  readonly powers: Powers
}) => {
  const { process } = useProcess()
  const say = useSay()
  const { day } = useMoments()
  const toggle = (each: Authority, on: boolean) =>
    setAuthority(on ? [...authority, each] : authority.filter((held) => held !== each))
  return (
    <>
      <fieldset className="field plain-fieldset">
        <legend className="field-title">{say('person.authority')}</legend>
        {authoritiesFor(seatOf(process, seat)?.kind).map((each) => (
          <Tick
            key={each}
            label={say(`authority.${each}`)}
            value={authority.includes(each)}
            onChange={(on) => toggle(each, on)}
          />
        ))}
      </fieldset>
      {authority.includes('sign') && (
        <div className="stack tight">
          <p className="field-title">{say('person.powers')}</p>
          <p className="hint">{say('powers.why')}</p>
          <div className="columns">
            <DayField
              label={say('powers.from')}
              hint={powers.from && day(powers.from)}
              onChange={powers.setFrom}
            />
            <DayField
              label={say('powers.until')}
              hint={powers.until && day(powers.until)}
              onChange={powers.setUntil}
            />
          </div>
        </div>
      )}
    </>
  )
}
