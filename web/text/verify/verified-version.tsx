/** A version that verified: its name, its marks, its words in every language side by side. */
import type { VersionFile } from '#contract/text-versions.ts'
import { originOfAssertion } from '#domain/text/version/assertion.ts'
import type { LeafWords } from '#domain/text/version/leaf.ts'
import { citeOf } from '#domain/text/version/record.ts'
import type { CheckedMark, VersionFinding } from '#domain/text/version/verify.ts'
import { Refused } from '../../api.ts'
import { locale } from '../../clock.ts'
import { Code, digits } from '../../elements/code.tsx'
import { capital, useLanguageName } from '../../elements/languages.ts'
import { usePreferences } from '../../preferences.tsx'
import { useTrouble } from '../../refusals.ts'
import { useSay } from '../../speech.tsx'

/** Nobody's seat is known here: moments are in UTC, and say so. */
const useMoment = (): ((at: string) => string) => {
  const { language } = usePreferences()
  const format = new Intl.DateTimeFormat(locale(language), {
    timeZone: 'UTC',
    dateStyle: 'long',
    timeStyle: 'long',
  })
  return (at) => format.format(new Date(at))
}

const MarkLine = ({ checked: { mark, flaw } }: { readonly checked: CheckedMark }) => {
  const say = useSay()
  const sentence = useTrouble()
  const moment = useMoment()
  const host = originOfAssertion(mark.assertion)
  return (
    <li>
      <strong>{mark.party.toLocaleUpperCase()}</strong> {say(`verify-text.mark.${mark.kind}`)},{' '}
      {moment(mark.at)}
      {flaw === null ? (
        <span className="small quiet">
          {' · '}
          {mark.rp.endsWith('.invalid') ? say('mark.played') : say('verify-text.passkey', { host })}
        </span>
      ) : (
        <span className="notice" data-kind="trouble">
          {sentence(new Refused(422, flaw.code, flaw.facts))}
        </span>
      )}
    </li>
  )
}

const Words = ({ words }: { readonly words: LeafWords | null }) => {
  const say = useSay()
  if (words === null) return <em className="untranslated">{say('text.untranslated')}</em>
  return words.map((piece, i) => {
    // The pieces of a sentence have no other name than their place.
    const key = `${i}`
    if (typeof piece === 'string') return piece
    if ('placeholder' in piece) return <span key={key}>[{piece.placeholder}]</span>
    if ('note' in piece)
      return (
        <small key={key} className="note">
          {' '}
          (<Words words={piece.note} />)
        </small>
      )
    if ('words' in piece) return <span key={key}>{piece.words}</span>
    return (
      <span key={key} className="bracket">
        [
        {piece.bracket.map((side, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no other name in a version than their place.
          <span key={n}>
            {n > 0 && ' | '}
            <strong>{side.bridge ? say('text.bridge') : side.by.join(', ').toLocaleUpperCase()}</strong>{' '}
            <Words words={side.words} />
          </span>
        ))}
        ]
      </span>
    )
  })
}

const Text = ({ file }: { readonly file: VersionFile }) => {
  const languageName = useLanguageName()
  const { languages } = file.record
  const first = file.leaves[languages[0] ?? ''] ?? []
  return (
    <section className="verified-text" data-columns={languages.length}>
      <div className="verified-row verified-head" aria-hidden="true">
        {languages.map((language) => (
          <span key={language}>{capital(languageName(language))}</span>
        ))}
      </div>
      {first.map(({ clause }, i) => (
        <div key={clause} className="verified-row">
          {languages.map((language) => {
            const leaf = file.leaves[language]?.[i]
            if (!leaf) return null
            return (
              <p key={language} lang={language} dir="auto" data-depth={Math.min(leaf.depth, 3)}>
                {leaf.number && <span className="verified-number">{leaf.number} </span>}
                <Words words={leaf.words} />
              </p>
            )
          })}
        </div>
      ))}
    </section>
  )
}

export const VerifiedVersion = ({
  file,
  finding,
}: {
  readonly file: VersionFile
  readonly finding: VersionFinding
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { language } = usePreferences()
  const { record } = file
  const good = finding.marks.every(({ flaw }) => flaw === null)
  const title = record.title[language] ?? Object.values(record.title)[0] ?? ''
  return (
    <>
      <section className="verdict" data-grade={good ? 'good' : 'bad'}>
        <h2>
          {citeOf(record.number)} · {title}{' '}
          {record.part === 'agreed' && <span className="quiet">{say('version.agreed-part')}</span>}
        </h2>
        <p>
          {say('verify-text.words', {
            n: record.clauses,
            languages: new Intl.ListFormat(locale(language)).format(record.languages.map(languageName)),
          })}
        </p>
        <p className="version-digits">
          <Code>{digits(finding.hash, 64)}</Code>
        </p>
        {finding.marks.length === 0 ? (
          <p>{say('verify-text.no-marks')}</p>
        ) : (
          <ul className="plain-list">
            {finding.marks.map((checked) => (
              <MarkLine key={`${checked.mark.party} ${checked.mark.kind}`} checked={checked} />
            ))}
          </ul>
        )}
        <p className="small quiet">{say('verify-text.limits')}</p>
      </section>
      <Text file={file} />
    </>
  )
}
