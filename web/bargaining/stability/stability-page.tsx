/** The stability board: a conflict from a file, where it may rest and for whom, what moves there are, and what would hold a state. */
import { useState } from 'react'
import { type Meaning, meanings } from '#domain/bargaining/stability/notion.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { StabilityFound } from '../../analysis/questions.ts'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Button } from '../../elements/button.tsx'
import { Choice, Tick } from '../../elements/field.tsx'
import { Empty } from '../../elements/page.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { Equilibria } from './equilibria.tsx'
import { GraphPicture } from './graph-picture.tsx'
import { InverseQuestion } from './inverse-question.tsx'
import { LoadConflict } from './load-conflict.tsx'
import type { LoadedConflict } from './read-conflict.ts'
import { StatesTable } from './states-table.tsx'
import { useStateWords } from './use-state-words.ts'

const Found = ({ of, found }: { readonly of: LoadedConflict; readonly found: StabilityFound }) => {
  const say = useSay()
  const { conflict } = of
  const words = useStateWords(conflict, found.states)
  return (
    <>
      <Equilibria found={found} words={words} />
      <section className="stack" aria-labelledby="moves">
        <h2 id="moves">{say('stability.moves')}</h2>
        <GraphPicture conflict={conflict} found={found} words={words} />
      </section>
      <StatesTable conflict={conflict} found={found} words={words} />
      <InverseQuestion conflict={conflict} found={found} words={words} />
    </>
  )
}

const Board = ({ of }: { readonly of: LoadedConflict }) => {
  const say = useSay()
  const names = useNames()
  const { conflict, unread } = of
  const [meaning, setMeaning] = useState<Meaning>('textbook')
  const [coalition, setCoalition] = useState<readonly number[]>([])
  const found = useAnalysis('stability', { conflict, meaning, coalition })
  return (
    <>
      {unread.map((part) => (
        <p key={part} className="notice">
          {say(`stability.unread.${part}`)}
        </p>
      ))}
      <div className="columns no-print">
        <Choice
          label={say('stability.gmr')}
          hint={say('stability.gmr.why')}
          value={meaning}
          onChange={setMeaning}
          ways={meanings.map((key) => ({ key, name: say(`stability.gmr.${key}`) }))}
        />
        <fieldset className="plain-fieldset">
          <legend className="field-title">{say('stability.coalition')}</legend>
          {conflict.deciders.map(({ key, name }, d) => (
            <Tick
              key={key}
              label={names.of(name)}
              value={coalition.includes(d)}
              onChange={(on) =>
                setCoalition(
                  on ? [...coalition, d].toSorted((a, b) => a - b) : coalition.filter((each) => each !== d),
                )
              }
            />
          ))}
        </fieldset>
      </div>
      <Analysed of={found}>{(answer) => <Found of={of} found={answer} />}</Analysed>
    </>
  )
}

/** `loaded` is held by whoever shows the page, so that it is still there when one comes back from another part. */
export const StabilityPage = ({
  loaded,
  load,
}: {
  readonly loaded: LoadedConflict | null
  readonly load: (loaded: LoadedConflict | null) => void
}) => {
  const say = useSay()
  const names = useNames()
  return (
    <div className="stack wide-gap">
      <section className="basis small" aria-label={say('bargaining.mediator.basis')}>
        <p>
          <strong>{say('bargaining.mediator.here')}</strong> {say('stability.here')}
        </p>
      </section>
      {loaded ? (
        <>
          <div className="line spread">
            <h2 dir="auto">{names.of(loaded.conflict.name) || say('stability')}</h2>
            <Button onPress={() => load(null)}>{say('stability.another')}</Button>
          </div>
          <Board of={loaded} />
        </>
      ) : (
        <>
          <Empty>{say('stability.empty')}</Empty>
          <LoadConflict load={load} />
        </>
      )}
    </div>
  )
}
