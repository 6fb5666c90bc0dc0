/** "Verify this text": anybody gives a version that was taken home, and this browser says whether it is what it says. */
import { useState } from 'react'
import { readVersionFile, type VersionFile } from '#contract/text-versions.ts'
import type { Refusal } from '#domain/outcome.ts'
import type { VersionFinding } from '#domain/text/version/verify.ts'
import { Refused } from '../../api.ts'
import { ChooseFile } from '../../elements/choose-file.tsx'
import { LineField } from '../../elements/field.tsx'
import { PageTitle } from '../../elements/page.tsx'
import { useTrouble } from '../../refusals.ts'
import { Hall } from '../../shell/hall.tsx'
import { useSay } from '../../speech.tsx'
import { checkVersion } from '../versions/check.ts'
import { VerifiedVersion } from './verified-version.tsx'

/** Larger files are not read: no text of 5,000 clauses comes near. */
const largest = 60 * 1024 * 1024

type Found =
  | { readonly is: 'none' }
  | { readonly is: 'unreadable'; readonly name: string }
  | { readonly is: 'refused'; readonly name: string; readonly refusal: Refusal }
  | { readonly is: 'found'; readonly file: VersionFile; readonly finding: VersionFinding }

const readVersion = async (given: File): Promise<VersionFile | null> => {
  if (given.size > largest) return null
  const source = await given.text().catch(() => '')
  const version = readVersionFile(source)
  return 'wrong' in version ? null : version
}

const judge = async (given: File, expected: string): Promise<Found> => {
  const file = await readVersion(given)
  if (!file) return { is: 'unreadable', name: given.name }
  const wanted = expected.replace(/[^0-9a-fA-F]/g, '')
  const checked = await checkVersion(file, wanted === '' ? undefined : wanted)
  return checked.ok
    ? { is: 'found', file, finding: checked.value }
    : { is: 'refused', name: given.name, refusal: checked.refusal }
}

const Verdict = ({ found }: { readonly found: Found }) => {
  const say = useSay()
  const sentence = useTrouble()
  if (found.is === 'none') return null
  if (found.is === 'found') return <VerifiedVersion file={found.file} finding={found.finding} />
  return (
    <p className="notice" data-kind="trouble">
      <strong>{say('verify-text.not', { name: found.name })}</strong>{' '}
      {found.is === 'unreadable'
        ? say('verify-text.unreadable')
        : sentence(new Refused(422, found.refusal.code, found.refusal.facts))}
    </p>
  )
}

export const VerifyPage = () => {
  const say = useSay()
  const [expected, setExpected] = useState(() => location.hash.slice(1))
  const [given, setGiven] = useState<File | null>(null)
  const [found, setFound] = useState<Found>({ is: 'none' })
  const look = async (file: File | null, hash: string) => {
    setGiven(file)
    setExpected(hash)
    if (file) setFound(await judge(file, hash))
  }
  return (
    <Hall>
      <article className="verify-text">
        <div className="page-head">
          <PageTitle>{say('verify-text')}</PageTitle>
          <p className="quiet">{say('verify-text.lead')}</p>
        </div>
        <div className="panel no-print">
          <ChooseFile
            label={say('verify-text.file')}
            types={['.json', 'application/json']}
            hint={say('verify-text.file.hint')}
            take={(file) => void look(file, expected)}
          />
          <LineField
            label={say('verify-text.hash')}
            hint={say('verify-text.hash.hint')}
            lang="zxx"
            value={expected}
            onChange={(hash) => void look(given, hash)}
          />
        </div>
        <div aria-live="polite">
          <Verdict found={found} />
        </div>
        <section className="stack tight">
          <h2>{say('verify-text.otherwise')}</h2>
          <p>{say('verify-text.otherwise.why')}</p>
          <pre lang="zxx" dir="ltr" translate="no" className="statement">
            python3 verify_text.py VERSION.json
          </pre>
        </section>
      </article>
    </Hall>
  )
}
