/** The receipts kept in this browser, by room, and taking them along as a file. */
import { Button } from '../elements/button.tsx'
import { saveText } from '../elements/save.ts'
import { useNames, useProcess } from '../process.tsx'
import { useReceipts } from '../receipts.ts'
import { useSay } from '../speech.tsx'

export const ReceiptsKept = () => {
  const { me, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const receipts = useReceipts(me.id)
  const counts = rooms
    .map(({ id }) => ({ id, count: receipts.filter(({ room }) => room === id).length }))
    .filter(({ count }) => count > 0)
  return (
    <section className="stack tight" aria-labelledby="receipts">
      <h2 id="receipts">{say('receipts', { count: receipts.length })}</h2>
      <p>{say('receipts.why')}</p>
      <ul className="lines">
        {counts.map(({ id, count }) => (
          <li key={id} className="line spread">
            <span>{names.room(id)}</span>
            <span className="quiet">{count}</span>
          </li>
        ))}
      </ul>
      {receipts.length > 0 && (
        <div className="no-print">
          <Button
            onPress={() => saveText('parley-receipts.txt', receipts.map(({ receipt }) => receipt).join('\n'))}
          >
            {say('receipts.take')}
          </Button>
        </div>
      )}
    </section>
  )
}
