/** The stands on one issue as a table, with changing and taking off the map. */
import { weightOf } from '#domain/stakeholders/figures.ts'
import { Button } from '../elements/button.tsx'
import { Side } from '../elements/side.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { letterOf } from './issue-picture.tsx'
import { StakeholderForm } from './stakeholder-form.tsx'
import type { Drawing } from './use-map.ts'

export const StandsTable = ({
  issue,
  drawing,
  mayDraw,
}: {
  readonly issue: string
  readonly drawing: Drawing
  readonly mayDraw: boolean
}) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const { map, acting, draw } = drawing
  const seatOf = (party: string | null) =>
    process.seats.find((seat) => seat.party === party && party !== null)
  const figures = ['position', 'influence', 'salience'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="table-scroll stand-table" aria-label={say('stakeholders.table')} tabIndex={0}>
      <table className="analysis-figures">
        <thead>
          <tr>
            <th scope="col">{say('stakeholders.who')}</th>
            <th scope="col">{say('stakeholders.kind')}</th>
            {figures.map((each) => (
              <th scope="col" key={each}>
                {say(`stakeholders.${each}`)}
              </th>
            ))}
            <th scope="col">{say('stakeholders.weight')}</th>
            {mayDraw && <th scope="col">{say('stakeholders.acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {map.stakeholders.map((stakeholder, i) => {
            const stand = stakeholder.stands.find((each) => each.issue === issue)
            const seat = seatOf(stakeholder.behind)
            return (
              <tr key={stakeholder.id}>
                <th scope="row">
                  {letterOf(i)} · {seat && <Side seat={seat.key} />} {names.of(stakeholder.name)}
                </th>
                <td>{say(`stakeholders.kind.${stakeholder.kind}`)}</td>
                {figures.map((each) => (
                  <td key={each}>{stand ? stand[each] : '—'}</td>
                ))}
                <td>{stand ? weightOf(stand) : '—'}</td>
                {mayDraw && (
                  <td>
                    <div className="line">
                      <StakeholderForm issue={issue} drawing={drawing} stakeholder={stakeholder} />
                      <Button
                        look="text"
                        isDisabled={acting.busy}
                        onPress={() =>
                          void draw({
                            stakeholders: map.stakeholders.filter(({ id }) => id !== stakeholder.id),
                          })
                        }
                      >
                        {say('stakeholders.remove')}
                        <span className="unseen"> {names.of(stakeholder.name)}</span>
                      </Button>
                    </div>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
