/** The order of the list: circles of waits, dates that cannot all be kept, and when each step can be. */
import { useMemo } from 'react'
import { createIntl } from 'react-intl'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import en from '#contract/sequence.en.json' with { type: 'json' }
import ru from '#contract/sequence.ru.json' with { type: 'json' }
import { tellerOf } from '#contract/sequence-words.ts'
import { firstForce, inOrder, lostIn } from '#domain/commitments/progress.ts'
import { sequenceOf } from '#domain/commitments/sequence/sequence.ts'
import { waitsIn } from '#domain/commitments/sequence/waits.ts'
import { Refused } from '../api.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { useTrouble } from '../refusals.ts'
import { useSay } from '../speech.tsx'
import { CalendarButton } from './calendar-button.tsx'
import { useTermWords } from './in-words.ts'
import { OrderPicture } from './order-picture.tsx'
import { TimeLine } from './time-line.tsx'

type Line = CommitmentsView['stipulations'][number]

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
  const inForce = firstForce(lines)
  const lost = useMemo(() => lostIn(lines), [lines])
  const sequence = useMemo(() => sequenceOf(list, inForce), [list, inForce])
  const waits = useMemo(() => (sequence.ok ? waitsIn(list, sequence.value.findings) : []), [list, sequence])
  const teller = useTeller(list)
  const words = useTermWords(lines)
  if (lines.length === 0) return null
  if (!sequence.ok)
    return (
      <p className="notice">{sentence(new Refused(422, sequence.refusal.code, sequence.refusal.facts))}</p>
    )
  const { findings, places } = sequence.value
  return (
    <section className="stack" aria-label={say('commitments.order')}>
      <h3>{say('commitments.order')}</h3>
      {findings.length + lost.length === 0 ? (
        <p className="hint">{say('commitments.order.sound')}</p>
      ) : (
        <ul className="bullets">
          {lost.map(({ object, names }) => (
            <li key={`${object} ${names}`}>
              {say('commitments.order.lost', { name: words.nameOf(object) })}
            </li>
          ))}
          {findings.map((found) => (
            <li key={teller.finding(found)}>{teller.finding(found)}</li>
          ))}
        </ul>
      )}
      <OrderPicture lines={lines} waits={waits} />
      <TimeLine lines={lines} places={places} inForce={inForce} />
      {inForce && (
        <div className="line">
          <CalendarButton list={list} sequence={sequence.value} at={at} />
        </div>
      )}
    </section>
  )
}
