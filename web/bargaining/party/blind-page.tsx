/** Blind acceptance: a package put to us and to others apart; all that anybody learns is whether every one accepted. */
import type { BargainingView } from '#contract/bargaining-views.ts'
import { Empty } from '../../elements/page.tsx'
import { Renderings } from '../../elements/renderings.tsx'
import { Moment } from '../../moments.tsx'
import { useNames } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { Chain } from '../chain.tsx'
import { PackageWords } from '../package-words.tsx'
import { TimeLeft } from '../time-left.tsx'
import { AgainstOwn } from './against-own.tsx'
import { BlindAnswer } from './blind-answer.tsx'
import { RuleKept } from './rule-kept.tsx'
import { useTriedPackage } from './try-package.tsx'
import type { OwnWorth } from './use-worth.ts'

interface Part {
  readonly view: BargainingView
  readonly own: OwnWorth
}

const OneBallot = ({ view, own, ballot }: Part & { readonly ballot: BargainingView['ballots'][number] }) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const [tried] = useTriedPackage(own)
  const { object, state } = ballot
  const isOpen = state.standing === 'open'
  const due = view.due[object]
  const isOver = !isOpen || (due != null && due <= view.at)
  const answer = view.answers.find((each) => each.object === object)
  return (
    <li className="stack bargaining-form">
      <div className="stack tight">
        <h2>{say(`blind.standing.${state.standing}`)}</h2>
        <p className="small quiet">
          {say('blind.put-to', { parties: listing(state.to.map(names.party)) })} · <Moment at={state.at} />
        </p>
        {isOpen ? (
          <TimeLeft due={view.due[object] ?? null} />
        ) : (
          state.closedAt && (
            <p className="quiet">
              {say('blind.closed')} <Moment at={state.closedAt} />
            </p>
          )
        )}
      </div>
      <Renderings text={{ ...state.words, translations: [] }} />
      <PackageWords chosen={state.chosen} caption={say('blind.package')} />
      <AgainstOwn
        own={own}
        before={tried}
        beforeName={say('suggestion.now.tried')}
        after={{ ...tried, ...state.package }}
      />
      {!isOpen && (
        <p>{say(`blind.outcome.${state.standing === 'accepted' ? 'accepted' : 'not-accepted'}`)}</p>
      )}
      <BlindAnswer ballot={ballot} answer={answer} isOver={isOver} />
      {!isOpen && <RuleKept ballot={ballot} />}
      <Chain ballot={ballot} view={view} />
    </li>
  )
}

/** The page: the rule first, then what is open, then what was. */
export const BlindPage = ({ view, own }: Part) => {
  const say = useSay()
  const ballots = view.ballots
    .toReversed()
    .toSorted((a, b) => Number(a.state.standing !== 'open') - Number(b.state.standing !== 'open'))
  return (
    <div className="stack">
      <div className="stack tight">
        <p>{say('blind.rule')}</p>
        <p className="quiet">{say('blind.rule.answer')}</p>
      </div>
      {ballots.length === 0 ? (
        <Empty>{say('blind.none')}</Empty>
      ) : (
        <ol className="stack">
          {ballots.map((ballot) => (
            <OneBallot key={ballot.object} view={view} own={own} ballot={ballot} />
          ))}
        </ol>
      )}
    </div>
  )
}
