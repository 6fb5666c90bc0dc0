/** The symmetry report: the same figures for each party beside each other, in the order of the alternat, without a judgement. */
import { useQuery } from '@tanstack/react-query'
import type { SymmetryView as View } from '#contract/symmetry.ts'
import { alternat } from '#domain/parties/process.ts'
import { figureLines, isTelling, symmetryParts } from '#domain/process/symmetry/lines.ts'
import { Button } from '../elements/button.tsx'
import { Code } from '../elements/code.tsx'
import { saveText } from '../elements/save.ts'
import { Shown } from '../elements/shown.tsx'
import { useMoments } from '../moments.tsx'
import { useProcess } from '../process.tsx'
import { symmetryQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { FiguresTable } from './figures-table.tsx'
import { TextLanguages } from './text-languages.tsx'
import { useSymmetryWords } from './use-symmetry-words.ts'

const fileName = 'symmetry-figures.json'

/** How whoever doubts the figures works them out anew. */
const Checking = ({ view }: { readonly view: View }) => {
  const say = useSay()
  return (
    <details className="no-print">
      <summary>{say('symmetry.check')}</summary>
      <div className="stack tight">
        <p>{say('symmetry.check.how')}</p>
        <p className="command">
          <Code>{`python3 verifier/symmetry.py FOLDER --compare ${fileName}`}</Code>
        </p>
        <div>
          <Button onPress={() => saveText(fileName, `${JSON.stringify(view, null, 2)}\n`)}>
            {say('symmetry.take')}
          </Button>
        </div>
      </div>
    </details>
  )
}

const Report = ({ view }: { readonly view: View }) => {
  const { process, me, at } = useProcess()
  const teller = useSymmetryWords()
  const say = useSay()
  const order = alternat(process, me.seat, at).map(({ key }) => key)
  const parties = order.flatMap((key) => view.parties.find(({ party }) => party === key) ?? [])
  const keys = parties.map(({ party }) => party)
  const all = figureLines({ ...view, parties })
  const told = all.filter(isTelling)
  const silent = all.length - told.length
  return (
    <>
      <div className="symmetry-parts">
        {symmetryParts
          .map((part) => ({ part, lines: told.filter((line) => line.part === part) }))
          .filter(({ lines }) => lines.length > 0)
          .map(({ part, lines }) => (
            <FiguresTable key={part} part={part} lines={lines} parties={keys} teller={teller} />
          ))}
        <TextLanguages view={view} teller={teller} />
      </div>
      {silent > 0 && <p className="small quiet">{say('symmetry.silent', { count: silent })}</p>}
    </>
  )
}

/** The view, for the mediator with all parties, for a party with its own figures. */
export const SymmetryView = () => {
  const { id } = useProcess()
  const say = useSay()
  const { full } = useMoments()
  const query = useQuery(symmetryQuery(id))
  return (
    <Shown query={query}>
      {(view) => (
        <div className="stack">
          <div className="line spread">
            <p className="quiet measure">
              {say(view.parties.length > 1 ? 'symmetry.what' : 'symmetry.what.own')} {say('symmetry.as-of')}{' '}
              <time dateTime={view.at}>{full(view.at)}</time>
            </p>
            <span className="no-print">
              <Button onPress={() => window.print()}>{say('print')}</Button>
            </span>
          </div>
          <Checking view={view} />
          <Report view={view} />
        </div>
      )}
    </Shown>
  )
}
