/** What a release tells one side about the weights of another, given all that was released to it before. */

import type { z } from 'zod'
import type { PreparedSuggestion } from '#contract/bargaining-views.ts'
import { wholePackage } from '#domain/bargaining/in-text.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { Telling } from '../../analysis/questions.ts'
import { type Analysis, useAnalysis } from '../../analysis/use-analysis.ts'
import { useNames } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'
import { useFigure, useShare } from './use-figure.ts'

/** A suggestion in the office. */
export type Prepared = z.infer<typeof PreparedSuggestion>

const isReleasedTo = (prepared: Prepared, party: string): boolean =>
  prepared.released.some(({ to }) => to.includes(party))

/** Reckons what a release to this party tells it; nothing can be said of a suggestion that names nothing it changes. */
export const useTelling = (of: Prepared, to: string): Analysis<readonly Telling[]> => {
  const { shown, parties, agenda, current, view } = useAtMediator()
  const about = parties.map(({ key }) => key).filter((key) => key !== to)
  const whole = ({ from, package: chosen }: Prepared) => ({
    from: wholePackage(agenda, from ?? {}, current),
    // What neither names stays as it is, and so tells nothing.
    to: wholePackage(agenda, chosen, from ?? {}, current),
  })
  const earlier = view.prepared
    .map(({ state }) => state)
    .filter((each) => each.from !== undefined && isReleasedTo(each, to))
    .map(whole)
  const question =
    of.from === undefined || about.length === 0 ? null : { case: shown.case, ...whole(of), about, earlier }
  return useAnalysis('telling', question)
}

const useConstraint = (): ((to: string, of: Telling) => string) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { agenda } = useAtMediator()
  return (to, { about, swings }) => {
    const named = (wanted: (swing: number) => boolean): string =>
      listing(
        swings
          .filter(({ swing }) => wanted(swing))
          .map(({ issue }) => names.of(agenda.issues.find(({ id }) => id === issue)?.name ?? {}))
          .map((name) => say('bargaining.mediator.quoted', { name })),
      )
    const [gains, losses] = [named((swing) => swing > 0), named((swing) => swing < 0)]
    const facts = { to: names.party(to), about: names.party(about), gains, losses }
    if (losses === '') return say('bargaining.mediator.tells.no-loss', facts)
    return say(gains === '' ? 'bargaining.mediator.tells.no-gain' : 'bargaining.mediator.tells', facts)
  }
}

const One = ({ to, of }: { readonly to: string; readonly of: Telling }) => {
  const say = useSay()
  const [figure, share] = [useFigure(), useShare()]
  const constraint = useConstraint()
  return (
    <div className="stack tight">
      <p>{constraint(to, of)}</p>
      <p className="small quiet">
        {Number.isFinite(of.bits)
          ? say('bargaining.mediator.tells.share', {
              before: share(of.before),
              after: share(of.after),
              bits: figure(of.bits),
            })
          : say('bargaining.mediator.tells.impossible')}
      </p>
    </div>
  )
}

/** The section of the dialog for one addressee. */
export const TellingShown = ({
  to,
  of,
  prepared,
}: {
  readonly to: string
  readonly of: Analysis<readonly Telling[]>
  readonly prepared: Prepared
}) => {
  const say = useSay()
  const names = useNames()
  return (
    <section
      className="panel stack tight"
      aria-label={say('bargaining.mediator.tells.title', { to: names.party(to) })}
    >
      <h3>{say('bargaining.mediator.tells.title', { to: names.party(to) })}</h3>
      {of.state.kind === 'none' && (
        <p>
          {say(prepared.from ? 'bargaining.mediator.tells.no-case' : 'bargaining.mediator.tells.no-from')}
        </p>
      )}
      <Analysed of={of}>
        {(all) => all.map((telling) => <One key={telling.about} to={to} of={telling} />)}
      </Analysed>
    </section>
  )
}
