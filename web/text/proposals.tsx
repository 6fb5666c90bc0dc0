/** Proposals on the common text that the reader may see: the mediator's from every channel, a side's own. */
import type { TextView } from '#contract/text-views.ts'
import type { Content } from '#domain/text/content.ts'
import { sliceContent } from '#domain/text/content.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Side } from '../elements/side.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useText } from './text-context.tsx'
import { Words } from './words.tsx'

type Waiting = TextView['proposals'][number]

const none = { brackets: {}, notes: {} }

/** The words a proposal would replace, as they stand in the clause it was made on; null when they have changed since. */
const useReplaced = ({ state }: Waiting, language: string): Content | null => {
  const { view } = useText()
  const { target } = state
  if (target.on !== 'words' || target.within !== undefined) return null
  const clause = view.clauses.find(({ id }) => id === target.clause)
  const content = clause?.passage[language]
  const range = target.ranges[language]
  if (!clause || !content || clause.wording !== target.wording) return null
  return range ? sliceContent(content, range) : content
}

const InLanguage = ({ proposal, language }: { readonly proposal: Waiting; readonly language: string }) => {
  const say = useSay()
  const { numbers } = useText()
  const place = { clause: none, language, numbers: numbers[language] ?? new Map() }
  const replaced = useReplaced(proposal, language)
  const content = proposal.state.passage[language] ?? null
  return (
    <p lang={language} dir="auto" className="alternative-words">
      {replaced && replaced.length > 0 && (
        <>
          <del>
            <Words content={replaced} place={place} />
          </del>{' '}
        </>
      )}
      {content === null ? (
        <em className="untranslated">{say('text.untranslated')}</em>
      ) : content.length === 0 ? (
        <em className="untranslated">{say('text.deleted')}</em>
      ) : (
        <ins>
          <Words content={content} place={place} />
        </ins>
      )}
    </p>
  )
}

const Where = ({ state }: Waiting) => {
  const say = useSay()
  const { numbers, languages } = useText()
  const { target } = state
  if (target.on === 'place') return <span>{say('text.proposal.new')}</span>
  const number = numbers[languages[0] ?? '']?.get(target.clause)
  return (
    <a href={`#clause-${target.clause}`}>
      {number ? say('text.proposal.on', { number: number.replace(/\.$/u, '') }) : say('text.proposal.here')}
    </a>
  )
}

const Chairing = ({ proposal }: { readonly proposal: Waiting }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === proposal.room))
  const acting = useAct(proposal.room)
  const { object, revision, state } = proposal
  if (!may('proposal.enter')) return null
  if (state.standing === 'withdrawn' && state.entered)
    return (
      <>
        <Button
          isDisabled={acting.busy}
          onPress={() =>
            void acting.act({
              kind: 'proposal.take-out',
              object,
              base: revision,
              payload: { clause: state.entered?.clause ?? '' },
            })
          }
        >
          {say('text.proposal.take-out')}
        </Button>
        <Outcome trouble={acting.trouble} />
      </>
    )
  if (state.standing !== 'made') return null
  return (
    <>
      <Button
        look="main"
        isDisabled={acting.busy}
        onPress={() =>
          void acting.act({
            kind: 'proposal.enter',
            object,
            base: revision,
            payload: { target: state.target },
          })
        }
      >
        {say('text.proposal.enter')}
      </Button>
      <Button
        isDisabled={acting.busy}
        onPress={() => void acting.act({ kind: 'proposal.return', object, base: revision, payload: {} })}
      >
        {say('text.proposal.return')}
      </Button>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const Own = ({ proposal }: { readonly proposal: Waiting }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === proposal.room))
  const acting = useAct(proposal.room)
  const { object, revision, state } = proposal
  if (!may('proposal.withdraw') || !['made', 'entered'].includes(state.standing)) return null
  return (
    <>
      <Button
        look="text"
        isDisabled={acting.busy}
        onPress={() => void acting.act({ kind: 'proposal.withdraw', object, base: revision, payload: {} })}
      >
        {say('text.proposal.withdraw')}
      </Button>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const ProposalLine = ({ proposal }: { readonly proposal: Waiting }) => {
  const say = useSay()
  const names = useNames()
  const { languages } = useText()
  const { state } = proposal
  return (
    <li className="proposal" data-standing={state.standing}>
      <p className="line small quiet">
        <Side seat={state.author.seat} />
        <Where {...proposal} />
        <Moment at={state.at} />
        <span className="tag">{say(`text.proposal.${state.standing}`)}</span>
      </p>
      <div className="columns">
        {languages.map((language) => (
          <InLanguage key={language} proposal={proposal} language={language} />
        ))}
      </div>
      {state.reason && <p className="small">{names.of(state.reason.words)}</p>}
      {state.remark && (
        <p className="small">
          <strong>{say('text.proposal.remark')}</strong> {names.of(state.remark.words)}
        </p>
      )}
      <div className="line">
        <Chairing proposal={proposal} />
        <Own proposal={proposal} />
      </div>
    </li>
  )
}

/** Those that wait come first; what is settled can be opened. */
export const Proposals = () => {
  const say = useSay()
  const { view } = useText()
  const { stances } = view
  const waiting = view.proposals.filter(
    ({ state }) => state.standing === 'made' || (state.standing === 'withdrawn' && state.entered),
  )
  const settled = view.proposals.filter((each) => !waiting.includes(each))
  if (view.proposals.length + stances.length === 0) return null
  return (
    <section className="proposals no-print" aria-label={say('text.proposals')}>
      <h2>{say('text.proposals')}</h2>
      {waiting.length === 0 && <p className="quiet small">{say('text.proposals.none')}</p>}
      <ul>
        {waiting.map((proposal) => (
          <ProposalLine key={`${proposal.room}/${proposal.object}`} proposal={proposal} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details>
          <summary>{say('text.proposals.settled', { n: settled.length })}</summary>
          <ul>
            {settled.map((proposal) => (
              <ProposalLine key={`${proposal.room}/${proposal.object}`} proposal={proposal} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
