/** Heads that a log's own key signs, whatever they say, for tests. */
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import { formatNote, signatureLine } from '#domain/record/note.ts'
import type { Head } from '#domain/record/tree.ts'
import type { SigningKey } from '#server/record/primitives.ts'

/** The note of a head under this key. */
export const sealed = ({ key, sign }: SigningKey, head: Head): string => {
  const text = formatCheckpoint({ origin: key.name, ...head })
  return formatNote(text, [signatureLine(key, sign(toUtf8(text)))])
}
