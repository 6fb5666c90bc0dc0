/** The difference that will become the alternative, shown in its sentence while it is being written. */
import type { Clause } from '#domain/text/clause.ts'
import { type Content, sliceContent, widthOfContent } from '#domain/text/content.ts'
import { writeContent } from '#domain/text/notation/write.ts'
import type { Change } from './change.ts'

/** How many characters of the sentence are shown on each side. */
const around = 120

/** One language: what goes and what comes, in the sentence. */
export const Difference = ({
  clause,
  language,
  content,
  change,
}: {
  readonly clause: Pick<Clause, 'brackets'>
  readonly language: string
  readonly content: Content
  readonly change: Change
}) => {
  const plain = (from: number, to: number) =>
    writeContent(sliceContent(content, { from, to }), clause.brackets, language)
  const before = plain(0, change.range.from)
  const after = plain(change.range.to, widthOfContent(content))
  const gone = plain(change.range.from, change.range.to)
  const come = change.content.join('')
  return (
    <p lang={language} dir="auto" className="difference">
      {before.length > around ? `… ${before.slice(-around)}` : before}
      {gone !== '' && <del>{gone}</del>}
      {gone !== '' && come !== '' && ' '}
      {come !== '' && <ins>{come}</ins>}
      {after.length > around ? `${after.slice(0, around)} …` : after}
    </p>
  )
}
