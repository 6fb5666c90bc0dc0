/** One alternative of an open bracket in every language, who stands behind it, and what the reader may do with it. */
import { type Alternative, isLive } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { useText } from './text-context.tsx'
import { Sponsors, Words } from './words.tsx'

interface Props {
  readonly clause: Clause
  readonly alternative: Alternative
}

const Standing = ({ alternative }: Pick<Props, 'alternative'>) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  if (!isLive(alternative)) return <span>{say(`text.alternative.${alternative.status}`)}</span>
  const behind = alternative.supporters.map(names.party)
  return (
    <span>
      {alternative.stood
        ? say('text.stood')
        : behind.length > 0
          ? say('text.supported-by', { who: listing(behind) })
          : say('text.no-support')}
    </span>
  )
}

const ByParty = ({ clause, alternative }: Props) => {
  const { process } = useProcess()
  const { room, channel, view } = useText()
  const seat = useMySeat()
  const say = useSay()
  const common = useAct(room.id)
  const confidential = useAct(channel?.id ?? room.id)
  const party = seat.party ?? ''
  const { id } = alternative
  if (process.rules.attribution !== 'attributed') {
    const supports = view.stances.some(
      ({ object, state }) => object === id && state.supports && state.party === party,
    )
    return (
      <>
        <Button
          isDisabled={confidential.busy || !channel}
          onPress={() =>
            void confidential.act({
              kind: 'stance.take',
              object: id,
              base: null,
              payload: { clause: clause.id, supports: !supports },
            })
          }
        >
          {say(supports ? 'text.stance.withdraw' : 'text.stance.take')}
        </Button>
        <span className="hint">{say('text.stance.hint')}</span>
        <Outcome trouble={confidential.trouble} />
      </>
    )
  }
  const own = alternative.sponsors.includes(party) || alternative.supporters.includes(party)
  return (
    <>
      <Button
        isDisabled={common.busy}
        onPress={() =>
          void common.act({
            kind: own ? 'clause.withdraw' : 'clause.support',
            object: clause.id,
            base: null,
            payload: { alternative: id },
          })
        }
      >
        {say(
          own ? (alternative.sponsors.includes(party) ? 'text.withdraw' : 'text.unsupport') : 'text.support',
        )}
      </Button>
      <Outcome trouble={common.trouble} />
    </>
  )
}

const ByChair = ({ clause, alternative }: Props) => {
  const { room } = useText()
  const say = useSay()
  const acting = useAct(room.id)
  return (
    <>
      <Button
        isDisabled={acting.busy}
        onPress={() =>
          void acting.act({
            kind: 'clause.adopt',
            object: clause.id,
            base: null,
            payload: { alternative: alternative.id, wording: clause.wording },
          })
        }
      >
        {say('text.adopt')}
      </Button>
      {alternative.bridge && room.kind === 'plenary' && (
        <Button
          look="text"
          isDisabled={acting.busy}
          onPress={() =>
            void acting.act({
              kind: 'clause.retract',
              object: clause.id,
              base: null,
              payload: { alternative: alternative.id },
            })
          }
        >
          {say('text.retract')}
        </Button>
      )}
      <Outcome trouble={acting.trouble} />
    </>
  )
}

export const AlternativeRow = ({ clause, alternative }: Props) => {
  const { languages, numbers, room } = useText()
  const say = useSay()
  const may = useMay(room)
  const live = isLive(alternative)
  return (
    <li className="alternative-row" data-over={!live}>
      <div className="alternative-who">
        <Sponsors of={alternative} />
      </div>
      {languages.map((language) => {
        const content = alternative.passage[language] ?? null
        return (
          <p key={language} lang={language} dir="auto" className="alternative-words">
            {content === null ? (
              <em className="untranslated">{say('text.untranslated')}</em>
            ) : content.length === 0 ? (
              <em className="untranslated">{say('text.deleted')}</em>
            ) : (
              <Words
                content={content}
                place={{ clause, language, numbers: numbers[language] ?? new Map() }}
              />
            )}
          </p>
        )
      })}
      <div className="alternative-acts small quiet">
        <Standing alternative={alternative} />
        {live && may('clause.support') && !alternative.stood && (
          <ByParty clause={clause} alternative={alternative} />
        )}
        {live && may('clause.adopt') && <ByChair clause={clause} alternative={alternative} />}
      </div>
    </li>
  )
}
