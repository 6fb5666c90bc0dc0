/** Suggestions: prepared in the office, released one by one within the budget, answered in each channel. */
import type { BargainingView } from '#contract/bargaining-views.ts'
import { Button } from '../../elements/button.tsx'
import { Empty } from '../../elements/page.tsx'
import { Moment } from '../../moments.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { BudgetForm } from './budget-form.tsx'
import { PrepareForm } from './prepare-form.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { Said } from './said.tsx'
import { useGoToPart } from './use-part.ts'

type One = BargainingView['prepared'][number]

/** What a party has said to it in its channel. */
const Answered = ({ party, object }: { readonly party: string; readonly object: string | undefined }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { view } = useAtMediator()
  const there = view.received.find((each) => each.object === object)?.state.answered
  const facts = { party: names.party(party) }
  if (!there) return <li>{say('bargaining.mediator.answer.none', facts)}</li>
  return (
    <li>
      {say(`bargaining.mediator.answer.${there.answer}`, facts)}
      {there.remark &&
        process.languages.map((language) =>
          there.remark?.words[language] ? (
            <span key={language} lang={language} dir="auto" className="serif remark">
              <q>{there.remark.words[language]}</q>
            </span>
          ) : null,
        )}
    </li>
  )
}

const Released = ({ of }: { readonly of: One['state'] }) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  return of.released.map(({ to, placed, at }) => (
    <div key={at} className="small">
      <p>
        {say('bargaining.mediator.released-to', { parties: listing(to.map(names.party)) })} ·{' '}
        <Moment at={at} />
      </p>
      <ul className="bullets">
        {to.map((party) => (
          <Answered key={party} party={party} object={placed[party]} />
        ))}
      </ul>
    </div>
  ))
}

const Suggestion = ({ of }: { readonly of: One }) => {
  const say = useSay()
  const { process } = useProcess()
  const { prepare, current } = useAtMediator()
  const goTo = useGoToPart()
  const { state } = of
  const everybody = process.parties.every(({ key }) => state.released.some(({ to }) => to.includes(key)))
  return (
    <li className="card stack tight">
      <p className="small quiet line">
        <span>
          {say('bargaining.mediator.prepared')} <Moment at={state.at} />
        </span>
        <span className="tag">
          {say(state.released.length > 0 ? 'bargaining.mediator.went' : 'bargaining.mediator.in-office')}
        </span>
      </p>
      <Said of={state} />
      <Released of={state} />
      <div className="line no-print">
        {!everybody && <ReleaseDialog object={of.object} revision={of.revision} of={state} />}
        <Button
          onPress={() => {
            prepare({ from: state.from ?? current, to: state.package })
            goTo('ballots')
          }}
        >
          {say('bargaining.mediator.put-this')}
        </Button>
      </div>
    </li>
  )
}

export const SuggestionsPage = () => {
  const say = useSay()
  const { view, preparing, chosen, current, prepare } = useAtMediator()
  const all = view.prepared.toSorted((a, b) => (a.state.at < b.state.at ? 1 : -1))
  return (
    <div className="stack wide-gap">
      <BudgetForm budget={view.budget} />
      {preparing ? (
        <PrepareForm key={JSON.stringify(preparing)} move={preparing} />
      ) : (
        <div className="no-print">
          <Button
            isDisabled={chosen === null}
            onPress={() => chosen && prepare({ from: current, to: chosen })}
          >
            {say('bargaining.mediator.prepare-looked')}
          </Button>
          {chosen === null && <p className="hint">{say('bargaining.mediator.prepare-looked.none')}</p>}
        </div>
      )}
      <section className="stack" aria-labelledby="suggestions">
        <h2 id="suggestions">{say('bargaining.mediator.suggestions')}</h2>
        {all.length === 0 ? (
          <Empty>{say('bargaining.mediator.suggestions.none')}</Empty>
        ) : (
          <ol className="stack">
            {all.map((each) => (
              <Suggestion key={each.object} of={each} />
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}
