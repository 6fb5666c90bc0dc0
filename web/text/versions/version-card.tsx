/** One version: how it is cited, its hash in digits and as a QR code, what was put to it, and what can be done with it. */
import type { VersionView } from '#contract/text-versions.ts'
import type { Room } from '#domain/parties/process.ts'
import { citeOf } from '#domain/text/version/record.ts'
import { standingOf } from '#domain/text/version/version.ts'
import { Download } from '../../elements/button.tsx'
import { Code, digits } from '../../elements/code.tsx'
import { QrCode } from '../../elements/qr.tsx'
import { Moment } from '../../moments.tsx'
import { useMay, useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { CorrectForm } from './correct-form.tsx'
import { PartyMarks } from './party-marks.tsx'
import { SelfCheck } from './self-check.tsx'

/** The address at which anybody can check a version of this hash. */
export const verifyAddress = (hash: string): string => `${location.origin}/verify#${hash}`

interface Props {
  readonly room: Room
  readonly version: VersionView
  readonly vouched: number
  readonly isNewest: boolean
}

const useKind = ({ record }: VersionView, versions: readonly VersionView[] = []): string => {
  const say = useSay()
  if (record.corrects !== undefined) {
    const faulty = versions.find(({ hash }) => hash === record.corrects)
    return say('version.correction', { cite: faulty ? citeOf(faulty.record.number) : '' })
  }
  return say(record.part === 'agreed' ? 'version.agreed-part' : 'version.whole')
}

const Facts = ({ version, vouched }: Pick<Props, 'version' | 'vouched'>) => {
  const say = useSay()
  const names = useNames()
  const { record, at, by, index } = version
  return (
    <p className="small quiet">
      {say('version.frozen-by', { who: names.actor(by) })} <Moment at={at} /> ·{' '}
      {say('version.clauses', { n: record.clauses })} ·{' '}
      {say(vouched > index ? 'version.vouched' : 'version.not-yet-vouched')}
    </p>
  )
}

const Hash = ({ hash }: { readonly hash: string }) => {
  const say = useSay()
  return (
    <div className="version-hash">
      <div>
        <p className="small quiet">{say('version.hash')}</p>
        <p className="version-digits">
          <Code>{digits(hash, 64)}</Code>
        </p>
        <p className="small quiet">{say('version.hash.why')}</p>
      </div>
      <figure>
        <QrCode text={verifyAddress(hash)} label={say('version.qr')} />
      </figure>
    </div>
  )
}

const Correction = ({ version }: Pick<Props, 'version'>) => {
  const say = useSay()
  const names = useNames()
  const { correction, objections } = version
  if (!correction) return null
  return (
    <div className="stack tight">
      {correction.corrections.map(({ clause, language, from, to }) => (
        <p key={`${clause} ${language} ${from}`} lang={language} className="serif">
          <del>{from}</del> → <ins>{to}</ins>
        </p>
      ))}
      <p className="small quiet">{names.of(correction.reason)}</p>
      {objections.map(({ party, words, at }) => (
        <p key={party} className="notice" data-kind="trouble">
          {say('version.objected', { who: names.party(party) })} <Moment at={at} />: {names.of(words)}
        </p>
      ))}
    </div>
  )
}

/** On paper: with its brackets; and, of a clean version, one original for each side, its own name and language first. */
const Prints = ({ version, file }: Pick<Props, 'version'> & { readonly file: string }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  if (!version.clean) return <Download href={`${file}/print?to=pdf`}>PDF</Download>
  return process.parties.map(({ key, short }) => (
    <Download key={key} href={`${file}/print?to=pdf&as=alternat&party=${key}`}>
      {say('version.original', { who: names.of(short) })}
    </Download>
  ))
}

export const VersionCard = ({ room, version, vouched, isNewest }: Props) => {
  const say = useSay()
  const { id, process } = useProcess()
  const may = useMay(room)
  const kind = useKind(version)
  const { record, hash } = version
  const parties = process.parties.map(({ key }) => key)
  const standing = standingOf(version, parties)
  const cite = citeOf(record.number)
  const file = `/api/processes/${id}/rooms/${room.id}/text/versions/${record.number}`
  return (
    <section className="card version" aria-labelledby={`version-${record.number}`}>
      <div className="line spread">
        <h2 id={`version-${record.number}`}>
          {cite} <span className="quiet">{kind}</span>
        </h2>
        <span className="tag" data-standing={standing}>
          {say(`version.standing.${standing}`)}
        </span>
      </div>
      <Facts version={version} vouched={vouched} />
      <Correction version={version} />
      <PartyMarks room={room} version={version} vouched={vouched} isNewest={isNewest} />
      <Hash hash={hash} />
      <div className="line no-print">
        <Download href={file}>{say('version.take-home')}</Download>
        <SelfCheck file={file} hash={hash} />
        <Prints version={version} file={file} />
      </div>
      {may('version.correct') && standing !== 'frozen' && record.part === undefined && (
        <CorrectForm room={room} version={version} file={file} />
      )}
    </section>
  )
}
