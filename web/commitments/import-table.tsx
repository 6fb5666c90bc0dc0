/** Taking a table of observations: every row that is right is recorded, and every other is told by its line. */

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Imported } from '#contract/commitments-views.ts'
import { neededColumns, optionalColumns } from '#domain/commitments/observation-table.ts'
import { post, Refused } from '../api.ts'
import { ChooseFile } from '../elements/choose-file.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { refreshRoom } from '../events.ts'
import { useProcess } from '../process.tsx'
import { useTrouble } from '../refusals.ts'
import { useSay } from '../speech.tsx'

const mostTold = 50

const Columns = ({ title, names }: { readonly title: string; readonly names: readonly string[] }) => (
  <p className="hint">
    {title} <code lang="zxx">{names.join(', ')}</code>
  </p>
)

export const ImportTable = ({ room }: { readonly room: string }) => {
  const say = useSay()
  const sentence = useTrouble()
  const client = useQueryClient()
  const { id, process } = useProcess()
  const [imported, setImported] = useState<Imported | null>(null)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const take = async (file: File) => {
    setTrouble(null)
    setImported(null)
    try {
      setImported(
        await post<Imported>(`/processes/${id}/rooms/${room}/observations`, { csv: await file.text() }),
      )
      await refreshRoom(client, id, room, false)
    } catch (error) {
      setTrouble(error as Error)
    }
  }
  return (
    <section className="card stack" aria-labelledby="import">
      <h3 id="import">{say('commitments.import')}</h3>
      <p className="hint">{say('commitments.import.how')}</p>
      <Columns title={say('commitments.import.needed')} names={neededColumns(process.languages)} />
      <Columns title={say('commitments.import.optional')} names={optionalColumns} />
      <ChooseFile
        label={say('commitments.import.file')}
        types={['.csv', 'text/csv']}
        take={(file) => void take(file)}
      />
      <Outcome
        trouble={trouble}
        done={imported && say('commitments.import.done', { count: imported.recorded })}
      />
      {imported && imported.refused.length > 0 && (
        <ul className="bullets small">
          {imported.refused.slice(0, mostTold).map(({ line, code, facts }) => (
            <li key={line}>
              {say('commitments.import.line', { line })} {sentence(new Refused(422, code, facts))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
