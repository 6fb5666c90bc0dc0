/** What is open under a clause: a bracket, a form, its history. */
import { useEffect } from 'react'
import { BracketPanel } from './bracket-panel.tsx'
import { CommentForm } from './comment-form.tsx'
import type { Doing } from './desk.ts'
import { History } from './history.tsx'
import { LinkForm } from './link-form.tsx'
import { NewClause } from './new-clause.tsx'
import { MergeForm, NumberForm, PlaceForm } from './place-forms.tsx'
import { ProposeForm } from './propose-form.tsx'
import type { Row } from './row.ts'
import { SettledBrackets } from './settled.tsx'
import { SplitForm } from './split-form.tsx'
import { useText } from './text-context.tsx'
import { TranslateForm } from './translate-form.tsx'

/** Puts the keyboard back on the clause when what was open under it is closed. */
const backTo = (clause: string): void => {
  document.getElementById(`clause-${clause}`)?.focus({ preventScroll: true })
}

/** What was open is over, such as a bracket that was adopted: the keyboard goes back to the clause. */
const Over = ({ end }: { readonly end: () => void }) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useEffect(end, [])
  return null
}

export const ClauseDoing = ({ row, doing }: { readonly row: Row; readonly doing: Doing }) => {
  const { desk } = useText()
  const { clause } = row
  const done = () => {
    desk.open(clause.id, null)
    backTo(clause.id)
  }
  switch (doing.what) {
    case 'bracket': {
      const bracket = clause.brackets[doing.bracket]
      return bracket ? <BracketPanel row={row} bracket={bracket} close={done} /> : <Over end={done} />
    }
    case 'propose':
      return <ProposeForm clause={clause} asked={doing} done={done} />
    case 'comment':
    case 'ask':
      return <CommentForm row={row} asks={doing.what === 'ask'} picked={doing.picked} done={done} />
    case 'translate':
      return (
        <TranslateForm
          clause={clause}
          language={doing.language}
          alternative={doing.alternative}
          done={done}
        />
      )
    case 'new':
      return <NewClause after={clause} done={done} />
    case 'place':
      return <PlaceForm row={row} done={done} />
    case 'number':
      return <NumberForm row={row} done={done} />
    case 'split':
      return <SplitForm row={row} done={done} />
    case 'merge':
      return <MergeForm row={row} done={done} />
    case 'link':
      return <LinkForm row={row} done={done} />
    case 'history':
      return <History clause={clause} close={done} />
    case 'settled':
      return <SettledBrackets row={row} close={done} />
  }
}
