/** A clause whose sponsors are called as the words' own language calls them, for plain notation on the screen. */
import { useCallback } from 'react'
import { named } from '#domain/parties/localised.ts'
import type { Alternative, Bracket } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** Gives every alternative the short names of its sponsors; a bridge has the mediator's, a non-paper nobody's. */
export const lettered = <T extends Pick<Clause, 'brackets'>>(
  clause: T,
  letters: (alternative: Alternative) => readonly string[],
): T => {
  const called = (alternative: Alternative): Alternative => {
    const { bridge: _, ...rest } = alternative
    return { ...rest, sponsors: letters(alternative) }
  }
  const inBracket = (bracket: Bracket): Bracket => ({
    ...bracket,
    alternatives: bracket.alternatives.map(called),
  })
  const brackets = Object.fromEntries(
    Object.entries(clause.brackets).map(([id, bracket]) => [id, inBracket(bracket)]),
  )
  return { ...clause, brackets }
}

/** The same for the parties of these talks. */
export const useLettered = (): (<T extends Pick<Clause, 'brackets'>>(clause: T, language: string) => T) => {
  const { process } = useProcess()
  const say = useSay()
  return useCallback(
    (clause, language) =>
      lettered(clause, ({ bridge, nonPaper, sponsors }) => {
        if (nonPaper) return []
        if (bridge) return [say('text.bridge')]
        return sponsors.map((key) => {
          const party = process.parties.find((each) => each.key === key)
          return party ? named(party.short, language) : key
        })
      }),
    [process, say],
  )
}
