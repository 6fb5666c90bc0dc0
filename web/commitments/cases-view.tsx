/** The joint commission: bringing a case, and every case with its stages, words of both sides, findings and remedies. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { caseStageOf, caseStages, isAgreedRemedy, isMandated, owedIn } from '#domain/commitments/case.ts'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Moment, useMoments } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { CaseActs } from './case-acts.tsx'
import { NotifyForm } from './notify-form.tsx'
import { RecordLine } from './record-line.tsx'
import { useBearing, useRoom } from './use-commitments.ts'

type Brought = CommitmentsView['cases'][number]

const Stages = ({ of }: { readonly of: Brought['state'] }) => {
  const say = useSay()
  const now = caseStages.indexOf(caseStageOf(of))
  // A stage can be passed over: a remedy may be agreed without a finding.
  const reached = {
    ...{ notice: true, reply: of.reply !== undefined, finding: of.findings.length > 0 },
    ...{ remedy: of.remedies.length > 0, closed: of.closed !== undefined },
  }
  return (
    <ol className="stages" aria-label={say('commitments.case.stages')}>
      {caseStages.map((stage, i) => (
        <li key={stage} data-reached={reached[stage]} aria-current={i === now ? 'step' : undefined}>
          {say(`commitments.case.stage.${stage}`)}
        </li>
      ))}
    </ol>
  )
}

const Said = ({ title, words }: { readonly title: string; readonly words: string }) => (
  <div>
    <p className="small quiet">{title}</p>
    <p className="words">{words}</p>
  </div>
)

const Owed = ({ of }: { readonly of: Brought['state'] }) => {
  const say = useSay()
  const names = useNames()
  const { process, at } = useProcess()
  const { day } = useMoments()
  const keys = process.parties.map(({ key }) => key)
  const owed = owedIn(of, keys)
  if (!owed) return null
  const facts = { who: names.party(owed.by), day: day(owed.due) }
  const isOver = owed.due < at.slice(0, 10)
  return (
    <p className={isOver ? 'notice' : 'small'}>
      {say(isOver ? `commitments.case.overdue.${owed.what}` : `commitments.case.owed.${owed.what}`, facts)}
    </p>
  )
}

const Remedies = ({ of }: { readonly of: Brought['state'] }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { day } = useMoments()
  const keys = process.parties.map(({ key }) => key)
  return (
    <>
      {of.remedies.map((remedy) => (
        <div key={remedy.id}>
          <p className="small quiet">
            {say('commitments.case.remedy-of', { who: names.party(remedy.bound), day: day(remedy.due) })} ·{' '}
            {isAgreedRemedy(remedy, keys)
              ? say('commitments.accepted-by-all')
              : say('commitments.accepted-by', {
                  who:
                    remedy.accepted.map(({ party }) => names.party(party)).join('; ') ||
                    say('commitments.nobody'),
                })}
          </p>
          <p className="words">{names.of(remedy.words)}</p>
        </div>
      ))}
    </>
  )
}

const CaseCard = ({ brought, view }: { readonly brought: Brought; readonly view: CommitmentsView }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { state, object } = brought
  const { data } = useBearing(object)
  const keys = process.parties.map(({ key }) => key)
  const about = state.stipulations.map((id) =>
    names.of(view.stipulations.find((line) => line.object === id)?.terms.name ?? {}),
  )
  return (
    <article className="card stack" aria-labelledby={object}>
      <h3 id={object}>{names.of(state.title)}</h3>
      <p className="small quiet">
        {names.actor(state.by)} · <Moment at={state.at} /> ·{' '}
        {say('commitments.case.against', { who: names.party(state.against) })} · {about.join('; ')}
      </p>
      <Stages of={state} />
      <Owed of={state} />
      <div className="columns">
        <Said
          title={say('commitments.case.notice-of', { who: names.actor(state.by) })}
          words={names.of(state.words)}
        />
        {state.reply && (
          <Said
            title={say('commitments.case.reply-of', { who: names.actor(state.reply.by) })}
            words={names.of(state.reply.words)}
          />
        )}
      </div>
      {state.mandates.length > 0 && (
        <p className="small">
          {isMandated(state, keys)
            ? say('commitments.case.mandated')
            : say('commitments.case.mandate-of', {
                who: state.mandates.map(({ party }) => names.party(party)).join('; '),
              })}
        </p>
      )}
      {data && data.records.length > 0 && (
        <ul className="plain-list lines">
          {data.records.map((record) => (
            <RecordLine key={record.object} record={record} />
          ))}
        </ul>
      )}
      <Remedies of={state} />
      {state.dissents.map(({ party, words, at }) => (
        <blockquote className="dissent" key={`${party}${at}`}>
          <Said title={say('commitments.dissent-of', { who: names.party(party) })} words={names.of(words)} />
        </blockquote>
      ))}
      {state.closed && (
        <Said
          title={say(`commitments.case.outcome.${state.closed.outcome}`)}
          words={names.of(state.closed.words)}
        />
      )}
      <CaseActs brought={brought} />
    </article>
  )
}

/** All cases, the newest first. */
export const CasesView = ({ view }: { readonly view: CommitmentsView }) => {
  const say = useSay()
  const plenary = useRoom('plenary')
  const may = useMay(plenary)
  return (
    <div className="stack wide-gap">
      {plenary && <RoomLine room={plenary} />}
      {view.cases.length === 0 && <Empty>{say('commitments.case.none')}</Empty>}
      {view.cases.toReversed().map((brought) => (
        <CaseCard key={brought.object} brought={brought} view={view} />
      ))}
      {may('case.notify') && <NotifyForm view={view} />}
    </div>
  )
}
