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

export const Linked = ({ row: { clause, named, packages } }: { readonly row: Row }) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const nameOf = useClauseName()
  const { languages } = useText()
  return packages.map((each) => {
    const others = each.clauses.filter((id) => id !== clause.id)
    const numbers = others.map((id) => nameOf(named[id]?.[languages[0] ?? '']))
    const who = each.party === null ? say('text.bridge') : names.party(each.party)
    return (
      <p key={each.id}>
        <a href={`#clause-${others[0] ?? clause.id}`}>
          {say('text.only-with', { numbers: listing(numbers) })}
        </a>{' '}
        · {who}
      </p>
    )
  })
}
