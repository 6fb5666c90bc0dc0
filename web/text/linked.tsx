/** Beside a clause: the clauses it goes together with. */
import { useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'

/** The name of a clause by its number, or that it has none. */
export const useClauseName = (): ((number: string | undefined) => string) => {
  const say = useSay()
  return (number) => (number ? number.replace(/[.)]+$/u, '').replace(/^\(/u, '') : say('text.unnumbered'))
}

const LinkedBy = ({
  row: { clause, named },
  by,
}: {
  readonly row: Row
  readonly by: Row['packages'][number]
}) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const nameOf = useClauseName()
  const { languages } = useText()
  const others = by.clauses.filter((id) => id !== clause.id)
  const numbers = others.map((id) => nameOf(named[id]?.[languages[0] ?? '']))
  return (
    <p>
      <a href={`#clause-${others[0] ?? clause.id}`}>{say('text.only-with', { numbers: listing(numbers) })}</a>{' '}
      · {by.party === null ? say('text.bridge') : names.party(by.party)}
    </p>
  )
}

export const Linked = ({ row }: { readonly row: Row }) =>
  row.packages.map((each) => <LinkedBy key={each.id} row={row} by={each} />)
