/** What came of the reader's own act, said once and quietly, where it was done. */
import { useTrouble } from '../refusals.ts'

/** Says what went wrong, or what was done; empty while there is nothing to say. */
export const Outcome = ({
  trouble,
  done,
}: {
  readonly trouble?: Error | null
  readonly done?: string | null | undefined
}) => {
  const sentence = useTrouble()
  return (
    <div aria-live="polite">
      {trouble && (
        <p className="notice" data-kind="trouble">
          {sentence(trouble)}
        </p>
      )}
      {!trouble && done && <p className="notice">{done}</p>}
    </div>
  )
}
