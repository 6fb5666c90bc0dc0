/** Two fields of a stipulation that may stay empty: with what it is to be carried out, and its part of a theme. */

import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** As they are being written. */
export interface WrittenMore {
  readonly resources: Written
  readonly subTheme: Written
}

/** Nothing written yet. */
export const noMore: WrittenMore = { resources: {}, subTheme: {} }

const isBegun = (written: Written): boolean => Object.values(written).some((words) => words.trim() !== '')

const isHalf = (written: Written, languages: readonly string[]): boolean =>
  isBegun(written) && whole(written, languages) === null

/** What was written, each in every language; null while a language is missing of one that is begun. */
export const moreOf = (
  { resources, subTheme }: WrittenMore,
  languages: readonly string[],
): { readonly resources?: Written; readonly subTheme?: Written } | null => {
  if (isHalf(resources, languages) || isHalf(subTheme, languages)) return null
  const [means, part] = [whole(resources, languages), whole(subTheme, languages)]
  return { ...(means ? { resources: means } : {}), ...(part ? { subTheme: part } : {}) }
}

export const MoreFields = ({
  value,
  onChange,
}: {
  readonly value: WrittenMore
  readonly onChange: (part: Partial<WrittenMore>) => void
}) => {
  const say = useSay()
  const { process } = useProcess()
  return (
    <>
      <BothFields
        label={say('commitments.sub-theme')}
        value={value.subTheme}
        onChange={(subTheme) => onChange({ subTheme })}
      />
      <BothFields
        long
        label={say('commitments.resources')}
        value={value.resources}
        onChange={(resources) => onChange({ resources })}
      />
      {moreOf(value, process.languages) === null && (
        <p className="notice">{say('commitments.every-or-none')}</p>
      )}
    </>
  )
}
