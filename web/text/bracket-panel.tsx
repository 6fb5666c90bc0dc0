/** An opened bracket: one row for each alternative, in every language; and the form for another one. */
import { useState } from 'react'
import type { Bracket } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import { Button } from '../elements/button.tsx'
import { useSay } from '../speech.tsx'
import { AlternativeForm } from './alternative-form.tsx'
import { AlternativeRow } from './alternative-row.tsx'
import { useProposing } from './use-proposing.ts'

export const BracketPanel = ({
  clause,
  bracket,
  close,
}: {
  readonly clause: Clause
  readonly bracket: Bracket
  readonly close: () => void
}) => {
  const say = useSay()
  const { role } = useProposing()
  const [adding, setAdding] = useState(false)
  return (
    <section className="bracket-panel" aria-label={say('text.alternatives')}>
      <ol>
        {bracket.alternatives.map((alternative) => (
          <AlternativeRow key={alternative.id} clause={clause} alternative={alternative} />
        ))}
      </ol>
      {adding && <AlternativeForm clause={clause} bracket={bracket} done={() => setAdding(false)} />}
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
