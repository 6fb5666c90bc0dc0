/** An opened bracket: one row for each alternative, in every language; and the form for another one. */
import { useState } from 'react'
import { type Bracket, isLive } from '#domain/text/bracket.ts'
import { Button } from '../elements/button.tsx'
import { useSay } from '../speech.tsx'
import { AlternativeForm } from './alternative-form.tsx'
import { AlternativeRow } from './alternative-row.tsx'
import type { Row } from './row.ts'
import { useRole } from './use-proposing.ts'
import { useInOrder } from './words.tsx'

export const BracketPanel = ({
  row,
  bracket,
  close,
}: {
  readonly row: Row
  readonly bracket: Bracket
  readonly close: () => void
}) => {
  const say = useSay()
  const role = useRole()
  const [adding, setAdding] = useState(false)
  const inOrder = useInOrder()
  // What is over stays in sight below what is open.
  const ordered = inOrder(bracket.alternatives).toSorted(
    (one, other) => Number(isLive(other)) - Number(isLive(one)),
  )
  return (
    <section className="bracket-panel" aria-label={say('text.alternatives')}>
      <ol>
        {ordered.map((alternative) => (
          <AlternativeRow key={alternative.id} row={row} alternative={alternative} />
        ))}
      </ol>
      {adding && <AlternativeForm clause={row.clause} bracket={bracket} done={() => setAdding(false)} />}
      <div className="line bracket-foot">
        {role && !adding && (
          <Button onPress={() => setAdding(true)}>
            {say(role === 'party' ? 'text.propose-alternative' : 'text.bridge-alternative')}
          </Button>
        )}
        <Button look="text" onPress={close}>
          {say('text.close')}
        </Button>
      </div>
    </section>
  )
}
