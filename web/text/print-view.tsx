/** The text as it is printed: numbered lines, numbered copies, brackets that read in black and white. */
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { LineField, Pick, WordsField } from '../elements/field.tsx'
import { usePreferences } from '../preferences.tsx'
import { useSay } from '../speech.tsx'
import { batchesOf, copiesOf } from './copies.ts'
import { PrintSheet } from './print-sheet.tsx'
import { useHead } from './text-context.tsx'
import { useLineCounts } from './use-line-counts.ts'

const everies = ['5', '1', '0'] as const
const texts = ['compilation', 'chair'] as const

const useChoices = () => {
  const { language } = usePreferences()
  const { rows } = useHead().rows
  const [number, setNumber] = useState('1')
  const [names, setNames] = useState('')
  const [every, setEvery] = useState<string>('5')
  const [text, setText] = useState<string>('compilation')
  const [batch, setBatch] = useState('0')
  const copies = copiesOf(number, names)
  const batches = batchesOf(copies.length, rows.length)
  const chosen = batches[Number(batch)] ?? batches[0]
  return {
    language,
    rows,
    number,
    setNumber,
    names,
    setNames,
    every,
    setEvery,
    text,
    setText,
    batch,
    setBatch,
    copies,
    batches,
    chosen,
  }
}

const Choices = ({ of }: { readonly of: ReturnType<typeof useChoices> }) => {
  const say = useSay()
  return (
    <section className="stack propose no-print" aria-label={say('text.print.how')}>
      <div className="columns">
        <LineField
          label={say('text.print.copies')}
          hint={say('text.print.copies.hint')}
          value={of.number}
          onChange={of.setNumber}
        />
        <WordsField
          label={say('text.print.for')}
          hint={say('text.print.for.hint')}
          lang={of.language}
          value={of.names}
          onChange={of.setNames}
        />
        <div className="stack tight">
          <Pick
            label={say('text.print.text')}
            value={of.text}
            onChange={of.setText}
            among={texts.map((key) => ({ key, name: say(`text.view.${key}`) }))}
          />
          <Pick
            label={say('text.print.lines')}
            value={of.every}
            onChange={of.setEvery}
            among={everies.map((key) => ({ key, name: say(`text.print.lines.${key}`) }))}
          />
          {of.batches.length > 1 && (
            <Pick
              label={say('text.print.batch')}
              hint={say('text.print.batch.hint')}
              value={of.batch}
              onChange={of.setBatch}
              among={of.batches.map(([from, to], i) => ({
                key: String(i),
                name: say('text.print.batch.which', { from, to }),
              }))}
            />
          )}
        </div>
      </div>
      <div className="line">
        <Button look="main" onPress={() => print()}>
          {say('print')}
        </Button>
        <span className="hint">{say('text.print.preview')}</span>
      </div>
    </section>
  )
}

export const PrintView = () => {
  const say = useSay()
  const choices = useChoices()
  const { rows, copies, chosen, every, text } = choices
  const { first, counts } = useLineCounts(rows, text)
  const [from, to] = chosen ?? [1, 1]
  return (
    <>
      <Choices of={choices} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet is wider than a narrow screen and is moved with the arrows. */}
      <section className="print-sheets" aria-label={say('text.print.sheets')} tabIndex={0}>
        {copies.slice(from - 1, to).map((copy, i) => (
          <PrintSheet
            key={copy.n}
            copy={copy}
            of={copies.length}
            isChair={text === 'chair'}
            every={Number(every)}
            counts={counts}
            {...(i === 0 ? { sheet: first } : {})}
          />
        ))}
      </section>
    </>
  )
}
