/** What an object bears on: the stipulations, the case and the records that it is about, so that their pages find it. */

interface Bearing {
  readonly stipulations?: readonly string[]
  readonly case?: string
  readonly about?: { readonly object: string }
  readonly of?: readonly string[]
  readonly cites?: readonly string[]
}

const kinds = new Set([
  'report',
  'account',
  'observation',
  'denial',
  'incident',
  'inspection',
  'evidence',
  'finding',
  'case',
  'message',
  'paper',
])

/** The ids of the stipulations, the case, the records or the other object that an object of this kind is about; never twice. */
export const bearsOn = (kind: string, state: unknown): readonly string[] => {
  if (!kinds.has(kind) || typeof state !== 'object' || state === null) return []
  const { stipulations, case: about, about: words, of, cites } = state as Bearing
  const records = [...(kind === 'evidence' ? (of ?? []) : []), ...(kind === 'finding' ? (cites ?? []) : [])]
  return [
    ...new Set([
      ...(stipulations ?? []),
      ...(about === undefined ? [] : [about]),
      ...(words ? [words.object] : []),
      ...records,
    ]),
  ]
}
