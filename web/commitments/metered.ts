/** The drafting meter of clauses, reckoned while the browser has nothing else to do: a long text is on the page before it. */
import { useEffect, useState } from 'react'
import { createIntl } from 'react-intl'
import en from '#contract/meter.en.json' with { type: 'json' }
import ru from '#contract/meter.ru.json' with { type: 'json' }
import { type MeterTeller, meterTellerOf } from '#contract/meter-words.ts'
import { actorsAt, type MeteredReading, meterOfClause } from '#domain/commitments/drafting/clause-meter.ts'
import type { Process } from '#domain/parties/process.ts'
import type { Clause } from '#domain/text/clause.ts'

interface Reckoned {
  readonly above: readonly Clause[]
  readonly readings: readonly MeteredReading[]
}

// Of each process, by clause: a clause that changes is another object.
const reckoned = new WeakMap<Process, WeakMap<Clause, Reckoned>>()

const isSame = (one: readonly Clause[], other: readonly Clause[]): boolean =>
  one.length === other.length && one.every((clause, i) => clause === other[i])

const knownOf = (process: Process, clause: Clause, above: readonly Clause[]) => {
  const found = reckoned.get(process)?.get(clause)
  return found && isSame(found.above, above) ? found.readings : undefined
}

const reckon = (process: Process, clause: Clause, above: readonly Clause[]): readonly MeteredReading[] => {
  const known = knownOf(process, clause, above)
  if (known) return known
  const ofProcess = reckoned.get(process) ?? new WeakMap<Clause, Reckoned>()
  reckoned.set(process, ofProcess)
  const readings = meterOfClause(clause, above, actorsAt(process))
  ofProcess.set(clause, { above, readings })
  return readings
}

const waiting = new Set<() => void>()
let isAsked = false

/** Safari has no idle time to give; there it is done in small pieces between other tasks. */
const whenIdle = (work: (left: () => number) => void): void => {
  if (typeof requestIdleCallback === 'function')
    requestIdleCallback((idle) => work(() => idle.timeRemaining()))
  else setTimeout(() => work(() => 0), 16)
}

const goOn = (left: () => number): void => {
  do {
    const [next] = waiting
    if (!next) break
    waiting.delete(next)
    next()
  } while (left() > 4)
  isAsked = waiting.size > 0
  if (isAsked) whenIdle(goOn)
}

const ask = (work: () => void): (() => void) => {
  waiting.add(work)
  if (!isAsked) {
    isAsked = true
    whenIdle(goOn)
  }
  return () => waiting.delete(work)
}

/** The meter of a clause; null until it has been reckoned. `above` are the clauses it hangs on, outermost first. */
export const useMetered = (
  process: Process,
  clause: Clause,
  above: readonly Clause[],
): readonly MeteredReading[] | null => {
  const known = knownOf(process, clause, above)
  const [, redraw] = useState(0)
  useEffect(() => {
    if (known) return
    return ask(() => {
      reckon(process, clause, above)
      redraw((n) => n + 1)
    })
  }, [known, process, clause, above])
  return known ?? null
}

/** The teller of the meter in the reader's language. */
export const meterTellerIn = (language: string): MeterTeller => {
  const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
  return meterTellerOf((code, facts) => String(intl.formatMessage({ id: code }, { ...facts })))
}
