/** What the mediator's pages share: the case that can be computed, the text it is about, and the packages that are looked at. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { Agenda, Package } from '#domain/bargaining/agenda.ts'
import { packageInText, wholePackage } from '#domain/bargaining/in-text.ts'
import type { Ratification } from '#domain/bargaining/ratification.ts'
import { ratificationsShown, type ShownCase, shownCase } from '#domain/bargaining/shown-case.ts'
import { alternat, type Party } from '#domain/parties/process.ts'
import type { Clause } from '#domain/text/clause.ts'
import { useMySeat, useProcess } from '../../process.tsx'
import { useClauses } from '../use-clauses.ts'

/** What the mediator has before it. */
export interface AtMediator {
  readonly view: BargainingView
  readonly agenda: Agenda
  readonly shown: ShownCase
  /** The parties of the case, in the order in which the mediator sees them; every list by party is in this order. */
  readonly parties: readonly Party[]
  readonly ratifications: Readonly<Record<string, Ratification>>
  readonly clauses: ReadonlyMap<string, Clause>
  /** The options that the common text has taken already. */
  readonly inText: Package
  /** The package that improvements are looked for from. */
  readonly current: Package
  readonly setCurrent: (chosen: Package) => void
  /** The package that is read, if one is. */
  readonly chosen: Package | null
  readonly choose: (chosen: Package | null) => void
  /** What is about to be put into words as a suggestion, or put to the sides: a package in the place of another. */
  readonly preparing: Move | null
  readonly prepare: (move: Move | null) => void
}

/** A package, or a part of one, in the place of another. */
export interface Move {
  readonly from: Package
  readonly to: Package
}

const Context = createContext<AtMediator | null>(null)

/** What the mediator has before it on these pages. */
export const useAtMediator = (): AtMediator => {
  const found = useContext(Context)
  if (!found) throw new Error('no bargaining around this part of the page')
  return found
}

/** Puts what the mediator has around its pages. */
export const MediatorProvider = ({
  view,
  agenda,
  children,
}: {
  readonly view: BargainingView
  readonly agenda: Agenda
  readonly children: ReactNode
}) => {
  const { process, at } = useProcess()
  const seat = useMySeat()
  const clauses = useClauses()
  const [picked, setCurrent] = useState<Package>({})
  const [chosen, choose] = useState<Package | null>(null)
  const [preparing, prepare] = useState<Move | null>(null)
  const value = useMemo((): AtMediator => {
    const order = alternat(process, seat.key, at)
    const keys = order.map(({ key }) => key)
    const disclosures = view.disclosures.map(({ state }) => state)
    const shown = shownCase(agenda, keys, disclosures)
    const inText = packageInText(agenda, clauses)
    return {
      view,
      agenda,
      shown,
      parties: order.filter(({ key }) => shown.case.worths.some(({ party }) => party === key)),
      ratifications: ratificationsShown(agenda, keys, disclosures),
      clauses,
      inText,
      current: wholePackage(agenda, picked, inText),
      setCurrent,
      chosen,
      choose,
      preparing,
      prepare,
    }
  }, [view, agenda, process, seat.key, at, clauses, picked, chosen, preparing])
  return <Context.Provider value={value}>{children}</Context.Provider>
}
