/** What the drafting meter found in a clause: its level, what it lacks, each demand and why. It advises; people decide. */
import { useMemo } from 'react'
import type { MeterTeller } from '#contract/meter-words.ts'
import type { Candidate, DraftReading } from '#domain/commitments/drafting/candidates.ts'
import type { MeteredReading } from '#domain/commitments/drafting/clause-meter.ts'
import { Button } from '../elements/button.tsx'
import { usePreferences } from '../preferences.tsx'
import { useSay } from '../speech.tsx'
import { Sponsors } from '../text/words.tsx'
import { meterTellerIn } from './metered.ts'

/** The teller of the meter for whoever reads. */
export const useMeterTeller = (): MeterTeller => {
  const { language } = usePreferences()
  return useMemo(() => meterTellerIn(language), [language])
}

/** The level of a draft as a mark that reads without colour: so many of three ticks. */
export const MeterTicks = ({ level }: { readonly level: number }) => (
  <span aria-hidden="true" className="level-ticks">
    {[1, 2, 3].map((tick) => (
      <span key={tick} data-on={tick <= level} />
    ))}
  </span>
)

const Demanded = ({
  candidate,
  language,
  teller,
  take,
}: {
  readonly candidate: Candidate
  readonly language: string
  readonly teller: MeterTeller
  readonly take?: ((candidate: Candidate) => void) | undefined
}) => {
  const say = useSay()
  return (
    <li>
      <blockquote lang={language} dir="auto">
        {candidate.demand.span.words.replace(/^[\s,;]+/u, '')}
      </blockquote>
      <p className="quiet">
        {teller.kind(candidate)}, {teller.say(`level.${candidate.level}`)}
      </p>
      {teller.reasons(candidate).map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      {take && <Button onPress={() => take(candidate)}>{say('commitments.meter.take')}</Button>}
    </li>
  )
}

/** The flags are told in the reader's language, the words in the language of the clause that is read. */
const InLanguage = ({
  reading,
  language,
  teller,
  take,
}: {
  readonly reading: DraftReading
  readonly language: string
  readonly teller: MeterTeller
  readonly take?: ((candidate: Candidate) => void) | undefined
}) => (
  <>
    {teller.flags(reading).length > 0 && (
      <ul className="bullets">
        {teller.flags(reading).map(({ flag, sentence }) => (
          <li key={flag}>{sentence}</li>
        ))}
      </ul>
    )}
    <ol>
      {reading.candidates.map((candidate) => (
        <Demanded
          key={`${candidate.clause} ${candidate.demand.span.from}`}
          {...{ candidate, language, teller, take }}
        />
      ))}
    </ol>
  </>
)

/** Every reading of a clause; with `take` a demand can be taken over into a form. */
export const MeterReadings = ({
  readings,
  take,
}: {
  readonly readings: readonly MeteredReading[]
  readonly take?: (step: MeteredReading, candidate: Candidate) => void
}) => {
  const say = useSay()
  const { language } = usePreferences()
  const teller = useMeterTeller()
  return (
    <div className="findings small">
      {readings.map((metered) => {
        const { alternative, step } = metered
        const [own, other] = language === 'ru' ? (['ru', 'en'] as const) : (['en', 'ru'] as const)
        const read = step.readings[own] ? own : other
        const reading = step.readings[read]
        const differs = teller.differs(step)
        return (
          <div key={alternative?.id ?? ''}>
            {alternative && (
              <p className="quiet">
                {say('text.findings.reading')} <Sponsors of={alternative} language={language} />
              </p>
            )}
            {reading && (
              <InLanguage
                {...{ reading, teller, language: read }}
                take={take && ((candidate) => take(metered, candidate))}
              />
            )}
            {differs && <p className="quiet">{differs}</p>}
          </div>
        )
      })}
      <p className="quiet">{say('commitments.meter.advice')}</p>
    </div>
  )
}
