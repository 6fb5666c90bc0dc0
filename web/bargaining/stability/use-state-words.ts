/** States and deciders of a conflict in words: what is taken, or the state's own name. */
import { useMemo } from 'react'
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import type { StabilityFound } from '../../analysis/questions.ts'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

/** How the states and deciders of a conflict are called in the reader's language, or the file's own. */
export interface StateWords {
  /** "3 (blockade + withdrawal)". */
  readonly state: (state: number) => string
  readonly decider: (decider: number) => string
}

export const useStateWords = (conflict: Conflict, states: StabilityFound['states']): StateWords => {
  const names = useNames()
  const say = useSay()
  return useMemo(() => {
    const what = (state: number): string => {
      if (conflict.form === 'graph') return names.of(conflict.states[state]?.name ?? {})
      const found = states[state]
      if (!found) return ''
      const taken = found.taken.map((bit) => names.of(conflict.options[bit]?.name ?? {}))
      return taken.length === 0 ? say('stability.nothing-taken') : taken.join(' + ')
    }
    return {
      state: (state) => `${state + 1} (${what(state)})`,
      decider: (decider) => names.of(conflict.deciders[decider]?.name ?? {}),
    }
  }, [conflict, states, names, say])
}
