/** The order of the list: circles of waits, dates that cannot all be kept, and when each step can be. */
import { useMemo } from 'react'
import { createIntl } from 'react-intl'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import en from '#contract/sequence.en.json' with { type: 'json' }
import ru from '#contract/sequence.ru.json' with { type: 'json' }
import { tellerOf } from '#contract/sequence-words.ts'
import { inOrder } from '#domain/commitments/progress.ts'
import { sequenceOf } from '#domain/commitments/sequence/sequence.ts'
import { Refused } from '../api.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { useTrouble } from '../refusals.ts'
import { useSay } from '../speech.tsx'
import { CalendarButton } from './calendar-button.tsx'
import { TimeLine } from './time-line.tsx'

type Line = CommitmentsView['stipulations'][number]

const forceOf = (lines: readonly Line[]): string | undefined =>
  lines.flatMap(({ inForce }) => (inForce ? [inForce.from] : [])).sort()[0]

/** The teller of the order in the reader's language. */
const useTeller = (list: ReturnType<typeof inOrder>) => {
  const { language } = usePreferences()
  const { process } = useProcess()
  return useMemo(() => {
    const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
    return tellerOf({ actors: process.parties, stipulations: list }, language, (code, facts) =>
      String(intl.formatMessage({ id: code }, { ...facts })),
    )
  }, [list, language, process])
}

/** Findings in words, then the time line with its table. */
export const OrderSection = ({ lines }: { readonly lines: readonly Line[] }) => {
  const say = useSay()
  const sentence = useTrouble()
  const { at } = useProcess()
  const list = useMemo(() => inOrder(lines), [lines])
  const inForce = forceOf(lines)
  const sequence = useMemo(() => sequenceOf(list, inForce), [list, inForce])
  const teller = useTeller(list)
  if (lines.length === 0) return null
  if (!sequence.ok)
    return (
      <p className="notice">{sentence(new Refused(422, sequence.refusal.code, sequence.refusal.facts))}</p>
    )
  const { findings, places } = sequence.value
  return (
    <section className="stack" aria-label={say('commitments.order')}>
      <h3>{say('commitments.order')}</h3>
      {findings.length === 0 ? (
        <p className="hint">{say('commitments.order.sound')}</p>
      ) : (
        <ul className="bullets">
          {findings.map((found) => (
            <li key={teller.finding(found)}>{teller.finding(found)}</li>
          ))}
        </ul>
      )}
      <TimeLine lines={lines} places={places} inForce={inForce} />
      {inForce && (
        <div className="line">
          <CalendarButton list={list} sequence={sequence.value} at={at} />
        </div>
      )}
    </section>
  )
}
