/** What the interface says, in the reader's language, from the catalogues. */
import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import type english from './catalogue/en.json'

/** The id of a sentence of the interface; one that no catalogue has does not compile. */
export type Phrase = keyof typeof english

/** Says a sentence of the interface with its facts filled in. */
export type Say = (phrase: Phrase, facts?: Readonly<Record<string, string | number>>) => string

/** The interface's own voice in the reader's language. */
export const useSay = (): Say => {
  const intl = useIntl()
  return useCallback((phrase, facts) => intl.formatMessage({ id: phrase }, facts as never) as string, [intl])
}

/** A list of names as the reader's language joins them: "the mediator and two observers". */
export const useListing = (): ((names: readonly string[]) => string) => {
  const intl = useIntl()
  return useCallback((names) => intl.formatList(names as string[]), [intl])
}
