/** One clause of the text: its number and status, its words in every language, what stands beside it, what can be done. */
import { memo, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { useSay } from '../speech.tsx'
import { BracketPanel } from './bracket-panel.tsx'
import { Concordance } from './concordance.tsx'
import { ConsentLine } from './consent-line.tsx'
import { Glyph } from './glyph.tsx'
import { NewClause } from './new-clause.tsx'
import { ProposeForm } from './propose-form.tsx'
import type { Row } from './reading.ts'
import { useText } from './text-context.tsx'
import { useProposing } from './use-proposing.ts'
import { Words } from './words.tsx'

const Cell = ({
  row,
  language,
  open,
}: {
  readonly row: Row
  readonly language: string
  readonly open: (id: string) => void
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { numbers } = useText()
  const content = row.clause.passage[language] ?? null
  return (
    <div className="text-cell">
      <span className="clause-language">{languageName(language)}</span>
      {content === null ? (
        <p className="clause-missing">{say('text.untranslated')}</p>
      ) : (
        <p lang={language} dir="auto" className="text-words">
          <Words
            content={content}
            place={{ clause: row.clause, language, numbers: numbers[language] ?? new Map(), open }}
          />
        </p>
      )}
    </div>
  )
}

type Doing = { readonly what: 'propose' | 'new' } | { readonly what: 'bracket'; readonly id: string } | null

const Acts = ({
  row,
  doing,
  set,
}: {
  readonly row: Row
  readonly doing: Doing
  readonly set: (doing: Doing) => void
}) => {
  const say = useSay()
  const { role } = useProposing()
  return (
    <div className="line text-acts no-print">
      {role && doing?.what !== 'propose' && (
        <Button onPress={() => set({ what: 'propose' })}>
          {say(role === 'party' ? 'text.propose' : 'text.write-other')}
        </Button>
      )}
      <ConsentLine row={row} />
      {role && doing?.what !== 'new' && (
        <Button look="text" onPress={() => set({ what: 'new' })}>
          {say('text.new-clause')}
        </Button>
      )}
    </div>
  )
}

/** One row; it is drawn again only when its clause changes. */
export const ClauseRow = memo(({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { languages, numbers } = useText()
  const { clause, depth, status } = row
  const [doing, set] = useState<Doing>(null)
  const bracket = doing?.what === 'bracket' ? clause.brackets[doing.id] : undefined
  const end = () => set(null)
  return (
    <li
      className="text-clause"
      id={`clause-${clause.id}`}
      data-kind={clause.kind}
      data-depth={Math.min(depth, 3)}
    >
      <div className="text-number" data-status={status}>
        <span>{numbers[languages[0] ?? '']?.get(clause.id) ?? ''}</span>
        <span title={say(`text.status.${status}`)}>
          <Glyph status={status} />
          <span className="unseen">{say(`text.status.${status}`)}</span>
        </span>
      </div>
      {languages.map((language) => (
        <Cell key={language} row={row} language={language} open={(id) => set({ what: 'bracket', id })} />
      ))}
      <Concordance row={row} />
      <div className="text-below">
        {bracket && <BracketPanel clause={clause} bracket={bracket} close={end} />}
        {doing?.what === 'propose' && <ProposeForm clause={clause} done={end} />}
        {doing?.what === 'new' && <NewClause after={clause} done={end} />}
        <Acts row={row} doing={doing} set={set} />
      </div>
    </li>
  )
})
