/** A file that a room has taken: its size, and the names found in its properties. */
import type { TakenFile } from '#contract/rooms.ts'
import { useSay } from '../speech.tsx'
import { useFileSize } from './file-size.ts'

/** Who reads the file reads these names too; so they are shown before it is handed in. */
export const Taken = ({ taken }: { readonly taken: TakenFile }) => {
  const say = useSay()
  const size = useFileSize()
  return (
    <div className="stack tight" aria-live="polite">
      <p className="hint">{say('file.taken', { size: size(taken.bytes) })}</p>
      {taken.names.length > 0 && (
        <div className="notice" data-kind="trouble">
          <p>{say('file.names')}</p>
          <ul className="plain-list">
            {taken.names.map(({ where, name }) => (
              <li key={`${where} ${name}`}>
                {where}: <strong>{name}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
