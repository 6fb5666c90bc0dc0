/** The closed brackets of a clause: every alternative there was, and what became of it. */
import { Button } from '../elements/button.tsx'
import { Moment } from '../moments.tsx'
import { useSay } from '../speech.tsx'
import { AlternativeRow } from './alternative-row.tsx'
import type { Row } from './row.ts'

export const SettledBrackets = ({ row, close }: { readonly row: Row; readonly close: () => void }) => {
  const say = useSay()
  return (
    <section className="bracket-panel" aria-label={say('text.settled')}>
      {row.clause.settled.map(({ bracket, at }) => (
        <div key={bracket.id} className="settled">
          <h3 className="small quiet">
            {say('text.settled.at')} <Moment at={at} />
          </h3>
          <ol>
            {bracket.alternatives.map((alternative) => (
              <AlternativeRow key={alternative.id} row={row} alternative={alternative} over />
            ))}
          </ol>
        </div>
      ))}
      <Button look="text" onPress={close}>
        {say('text.close')}
      </Button>
    </section>
  )
}
