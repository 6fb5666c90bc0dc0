/** The text by package: clauses that go together, together. */

import type { Package } from '#domain/text/negotiation.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Empty } from '../elements/page.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { ClauseRow } from './clause-row.tsx'
import { useClauseName } from './linked.tsx'
import { ReadingFrame } from './reading-frame.tsx'
import { useHead, useText } from './text-context.tsx'

const Unlink = ({ of }: { readonly of: Package }) => {
  const say = useSay()
  const seat = useMySeat()
  const { room } = useText()
  const may = useMay(room)
  const acting = useAct(room.id)
  if (!may('text.unlink') || of.party !== (seat.party ?? null)) return null
  return (
    <>
      <Button
        look="text"
        isDisabled={acting.busy}
        onPress={() =>
          void acting.act({ kind: 'text.unlink', object: 'text', base: null, payload: { id: of.id } })
        }
      >
        {say('text.unlink')}
      </Button>
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const PackageShown = ({ of, first }: { readonly of: Package; readonly first: ReadonlySet<string> }) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const nameOf = useClauseName()
  const { languages } = useText()
  const { rows } = useHead().rows
  const linked = rows.filter(({ clause }) => of.clauses.includes(clause.id))
  const numbers = linked.map(({ number }) => nameOf(number[languages[0] ?? '']))
  return (
    <section className="package" aria-label={say('text.package', { numbers: listing(numbers) })}>
      <div className="line">
        <h2>{say('text.package', { numbers: listing(numbers) })}</h2>
        <span className="tag">{of.party === null ? say('text.bridge') : names.party(of.party)}</span>
        {of.words && <span className="quiet">{names.of(of.words)}</span>}
        <Unlink of={of} />
      </div>
      <ReadingFrame margin={say('text.concordance')}>
        {linked.map((row) =>
          // A clause of several packages is opened where it first stands; an address names one place.
          first.has(row.clause.id) ? (
            <ClauseRow key={row.clause.id} row={row} />
          ) : (
            <li key={row.clause.id} className="text-clause small quiet">
              <span />
              <a href={`#clause-${row.clause.id}`}>
                {say('text.package.above', { number: nameOf(row.number[languages[0] ?? '']) })}
              </a>
            </li>
          ),
        )}
      </ReadingFrame>
    </section>
  )
}

export const PackagesView = () => {
  const say = useSay()
  const { view } = useHead()
  const packages = view.text?.packages ?? []
  const told = new Set<string>()
  const shown = packages.map((of) => {
    const first = new Set(of.clauses.filter((id) => !told.has(id)))
    for (const id of of.clauses) told.add(id)
    return { of, first }
  })
  if (packages.length === 0) return <Empty>{say('text.packages.none')}</Empty>
  return shown.map(({ of, first }) => <PackageShown key={of.id} of={of} first={first} />)
}
