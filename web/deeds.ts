/** What was done, in the words of the field. */
import { useIntl } from 'react-intl'
import type { Actor } from '#domain/record/act.ts'
import { useNames } from './process.tsx'
import { type Phrase, useSay } from './speech.tsx'

/** The sentence for a kind of act and who did it; one that the catalogue does not know is "did something". */
export const useActSentence = (): ((kind: string, by: Actor | null) => string) => {
  const { messages } = useIntl()
  const say = useSay()
  const names = useNames()
  return (kind, by) => {
    const phrase = `act.${kind}`
    return say((phrase in messages ? phrase : 'act.other') as Phrase, {
      who: by ? names.actor(by) : 'none',
    })
  }
}
