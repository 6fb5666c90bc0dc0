/** One proposal: whose, on what, in which words, and what the reader may do with it. */
import { memo } from 'react'
import type { TextView } from '#contract/text-views.ts'
import { type Content, sliceContent } from '#domain/text/content.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Side } from '../elements/side.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useClauseName } from './linked.tsx'
import { pickedFrom } from './picking.ts'
import { EnterProposal } from './proposal-enter.tsx'
import { useHead, useText } from './text-context.tsx'
import { Words } from './words.tsx'

export type Waiting = TextView['proposals'][number]

const nothing = { brackets: {}, notes: {} }

/** The words a proposal would replace, as they stand in the clause it was made on; null when they have changed since. */
const useReplaced = ({ state }: Waiting, language: string): Content | null => {
  const { view } = useHead()
  const { target } = state
  if (target.on !== 'words') return null
  const clause = view.clauses.find(({ id }) => id === target.clause)
  if (!clause || clause.wording !== target.wording) return null
  const content = pickedFrom(clause, { language, within: target.within ?? null })
  const range = target.ranges[language]
  return content && range ? sliceContent(content, range) : content
}

const InLanguage = ({ proposal, language }: { readonly proposal: Waiting; readonly language: string }) => {
  const say = useSay()
  const { view } = useHead()
  const { target } = proposal.state
  const clause = view.clauses.find(({ id }) => target.on !== 'place' && id === target.clause) ?? nothing
  const place = { clause, language, named: {} }
  const replaced = useReplaced(proposal, language)
  const content = proposal.state.passage[language] ?? null
  return (
    <p lang={language} dir="auto" className="difference">
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
  const nameOf = useClauseName()
  const { rows } = useHead()
  const { target } = state
  if (target.on === 'place') return <span>{say('text.proposal.new')}</span>
  const number = rows.numbers[rows.languages[0] ?? '']?.get(target.clause)
  return (
    <a href={`#clause-${target.clause}`}>
      {number ? say('text.proposal.on', { number: nameOf(number) }) : say('text.proposal.here')}
    </a>
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

export const ProposalLine = memo(({ proposal }: { readonly proposal: Waiting }) => {
  const say = useSay()
  const names = useNames()
  const { shown } = useText()
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
        {shown.map((language) => (
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
        <EnterProposal proposal={proposal} />
        <Own proposal={proposal} />
      </div>
    </li>
  )
})
