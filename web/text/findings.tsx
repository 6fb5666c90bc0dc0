/** Where the languages of a clause may not say the same: each finding with both passages. It advises; people decide. */
import { useIntl } from 'react-intl'
import english from '#contract/findings.en.json'
import russian from '#contract/findings.ru.json'
import type { CheckOptions, LanguagePair } from '#domain/language/concordance/check.ts'
import { excerptOf } from '#domain/language/concordance/excerpt.ts'
import type { Cited, Finding } from '#domain/language/concordance/finding.ts'
import type { Process } from '#domain/parties/process.ts'
import type { Clause } from '#domain/text/clause.ts'
import { type CheckedReading, checkClause } from '#domain/text/concordance.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { Sponsors } from './words.tsx'

const sentences = { en: english, ru: russian }

const known = new WeakMap<Process, WeakMap<Clause, readonly CheckedReading[]>>()

const optionsFor = ({ parties }: Process): CheckOptions => {
  const namesIn = (language: string, { name, short }: Process['parties'][number]): readonly string[] =>
    [name[language], short[language]].filter((each): each is string => each !== undefined && each !== '')
  return { parties: parties.map((party) => ({ en: namesIn('en', party), ru: namesIn('ru', party) })) }
}

/** The readings of a clause that have findings, reckoned once for each state of the clause. */
const useFindings = (clause: Clause): readonly CheckedReading[] => {
  const { process } = useProcess()
  const ofProcess = known.get(process) ?? new WeakMap<Clause, readonly CheckedReading[]>()
  known.set(process, ofProcess)
  const found = ofProcess.get(clause)
  if (found) return found
  const checked = checkClause(clause, optionsFor(process)).filter(({ findings }) => findings.length > 0)
  ofProcess.set(clause, checked)
  return checked
}

const around = 48

const Quoted = ({
  language,
  words,
  place,
}: {
  readonly language: 'en' | 'ru'
  readonly words: string
  readonly place: Cited | null
}) => {
  const { before, cited, after } = excerptOf(words, place, around)
  return (
    <blockquote lang={language} dir="auto">
      {before}
      {place && <mark>{cited}</mark>}
      {after}
    </blockquote>
  )
}

const Shown = ({ finding, pair }: { readonly finding: Finding; readonly pair: LanguagePair }) => {
  const say = useSay()
  const intl = useIntl()
  const { language } = usePreferences()
  const { code, facts, severity } = finding
  const sentence = intl.formatMessage(
    { id: `finding.${code}`, defaultMessage: sentences[language][code] },
    facts,
  )
  return (
    <li>
      <p>
        {severity === 'doubt' && <span className="quiet">{say('text.finding.doubt')} </span>}
        {sentence as string}
      </p>
      <Quoted language="en" words={pair.en} place={finding.en} />
      <Quoted language="ru" words={pair.ru} place={finding.ru} />
    </li>
  )
}

const Readings = ({ readings }: { readonly readings: readonly CheckedReading[] }) => {
  const say = useSay()
  const { language } = usePreferences()
  return (
    <div className="findings small">
      {readings.map(({ alternative, pair, findings }) => (
        <div key={alternative?.id ?? ''}>
          {alternative && (
            <p className="quiet">
              {say('text.findings.reading')} <Sponsors of={alternative} language={language} />
            </p>
          )}
          <ol>
            {findings.map((finding) => (
              <Shown
                key={`${finding.code} ${finding.en?.from} ${finding.ru?.from}`}
                finding={finding}
                pair={pair}
              />
            ))}
          </ol>
        </div>
      ))}
      <p className="quiet">{say('text.findings.advice')}</p>
    </div>
  )
}

const countOf = (readings: readonly CheckedReading[]): number =>
  readings.reduce((sum, { findings }) => sum + findings.length, 0)

/** Beside a clause: how many findings there are, and the findings when it is opened; nothing when there are none. */
export const Findings = ({ clause }: { readonly clause: Clause }) => {
  const say = useSay()
  const readings = useFindings(clause)
  if (readings.length === 0) return null
  return (
    <details className="no-print">
      <summary>{say('text.findings', { n: countOf(readings) })}</summary>
      <Readings readings={readings} />
    </details>
  )
}

/** Before somebody certifies a clause: its findings, all open; nothing when there are none. */
export const FindingsToWeigh = ({ clause }: { readonly clause: Clause }) => {
  const say = useSay()
  const readings = useFindings(clause)
  if (readings.length === 0) return null
  return (
    <section aria-label={say('text.findings', { n: countOf(readings) })}>
      <p>{say('text.findings.weigh', { n: countOf(readings) })}</p>
      <Readings readings={readings} />
    </section>
  )
}
