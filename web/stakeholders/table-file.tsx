/** The map as a file for spreadsheet programs: taken home, and read back in place of what is drawn. */
import { useState } from 'react'
import { decoded, readRecords } from '#contract/csv.ts'
import { columnsOf, readTable, tableOf } from '#domain/stakeholders/table.ts'
import { Refused } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { ChooseFile } from '../elements/choose-file.tsx'
import { saveText } from '../elements/save.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Drawing } from './use-map.ts'

/** The longest table that is read, in characters. */
const longest = 1_000_000

export const TableFile = ({ drawing, mayDraw }: { readonly drawing: Drawing; readonly mayDraw: boolean }) => {
  const { process } = useProcess()
  const say = useSay()
  const { map, acting, draw } = drawing
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [read, setRead] = useState<number | null>(null)
  const take = async (file: File): Promise<void> => {
    setTrouble(null)
    setRead(null)
    const rows = readRecords(file.name, decoded(new Uint8Array(await file.arrayBuffer())), longest)
    const table = rows.ok ? readTable(rows.value, process, map, () => crypto.randomUUID()) : rows
    if (!table.ok) return setTrouble(new Refused(422, table.refusal.code, table.refusal.facts))
    if (await draw({ stakeholders: table.value })) setRead(table.value.length)
  }
  return (
    <section className="card stack no-print" aria-labelledby="table-file">
      <h2 id="table-file">{say('stakeholders.file')}</h2>
      <p className="hint">
        {say('stakeholders.file.why')} <code lang="zxx">{columnsOf(process.languages).join(', ')}</code>
      </p>
      <div>
        <Button onPress={() => saveText('stakeholders.csv', tableOf(map, process.languages))}>
          {say('stakeholders.file.take')}
        </Button>
      </div>
      {mayDraw && (
        <ChooseFile
          label={say('stakeholders.file.read')}
          hint={say('stakeholders.file.read.why')}
          types={['.csv', 'text/csv']}
          take={(file) => void take(file)}
        />
      )}
      <Outcome
        trouble={trouble ?? acting.trouble}
        done={read === null ? null : say('stakeholders.file.done', { count: read })}
      />
    </section>
  )
}
