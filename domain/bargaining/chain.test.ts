import { expect, test } from 'vitest'
import { chainBefore } from './chain.ts'

const at = (day: number): string => `2026-11-0${day}T10:00:00.000Z`
const suggestion = (object: string, day: number, chosen: Readonly<Record<string, string>>) => ({
  object,
  state: { at: at(day), package: chosen },
})
const disclosure = (object: string, day: number, withdrawn?: number) => ({
  object,
  state: { at: at(day), withdrawnAt: withdrawn === undefined ? undefined : at(withdrawn) },
})

test('a ballot rests on suggestions that say nothing else, and on what had been shown by then', () => {
  const { suggestions, disclosures } = chainBefore(
    { at: at(6), package: { duty: 'shall', hours: 'h72' } },
    {
      suggestions: [
        suggestion('part', 4, { duty: 'shall' }),
        suggestion('whole', 5, { duty: 'shall', hours: 'h72' }),
        suggestion('other', 5, { duty: 'should' }),
        suggestion('later', 7, { duty: 'shall' }),
      ],
      disclosures: [
        disclosure('before', 1),
        disclosure('taken back', 2, 3),
        disclosure('taken back after', 2, 5),
        disclosure('after', 5),
      ],
    },
  )
  expect(suggestions.map(({ object }) => object)).toEqual(['part', 'whole'])
  expect(disclosures.map(({ object }) => object)).toEqual(['before', 'taken back after'])
})

test('without a suggestion it rests on what had been shown when it was put', () => {
  const before = chainBefore(
    { at: at(3), package: { duty: 'shall' } },
    { suggestions: [], disclosures: [disclosure('before', 1), disclosure('after', 4)] },
  )
  expect(before.disclosures.map(({ object }) => object)).toEqual(['before'])
})
