/** PA-X codes of a stipulation: chosen by what they are called, or written; what the list does not have is kept as it is. */
import { paxCodeOf, paxCodes } from '#domain/commitments/outside/pax.ts'
import { LineField, Pick } from '../../elements/field.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { listOf } from '../stipulation-written.ts'

/** A code with what it is called, or as it is. */
export const useCodeName = (): ((code: string) => string) => {
  const names = useNames()
  return (code) => {
    const known = paxCodeOf(code)
    return known ? `${names.of(known.name)} (${code})` : code
  }
}

export const CodeField = ({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}) => {
  const say = useSay()
  const names = useNames()
  const { language } = usePreferences()
  const nameOf = useCodeName()
  const codes = listOf(value)
  const open = paxCodes
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, name }) => ({ key: code, name: names.of(name) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
  return (
    <div className="stack tight">
      <LineField
        label={say('commitments.codes')}
        hint={
          codes.length > 0 ? (
            <span lang="zxx">{codes.map(nameOf).join('; ')}</span>
          ) : (
            say('commitments.codes.how')
          )
        }
        value={value}
        onChange={onChange}
      />
      <Pick
        label={say('commitments.codes.add')}
        value=""
        onChange={(code) => code !== '' && onChange([...codes, code].join(', '))}
        among={[{ key: '', name: '—' }, ...open]}
      />
    </div>
  )
}
