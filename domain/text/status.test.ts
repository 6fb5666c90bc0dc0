/** What must hold of the status of a clause. */
import { expect, it } from 'vitest'
import { newClause } from './clause.ts'
import { agree } from './consent.ts'
import type { Content } from './content.ts'
import { statusOf } from './status.ts'

it('a clause whose footnote is not yet translated is open, and nobody can agree to it', () => {
  const marked = { en: ['Words.', { note: 'n1' }], ru: ['Слова.', { note: 'n1' }] }
  const noted = (ru: Content | null) =>
    newClause({ id: 'c1', kind: 'operative', passage: marked, notes: { n1: { en: ['As counted.'], ru } } })
  const by = { seat: 'us', member: 'm' }
  const agreement = { party: 'us', by, at: '', degree: 'ad-referendum', wording: 1, under: [] } as const
  const subjectToConformity = true
  expect(statusOf(noted(null), [], ['us'])).toBe('open')
  expect(agree(noted(null), { ...agreement, subjectToConformity })).toMatchObject({
    refusal: { code: 'text.unfinished' },
  })
  expect(statusOf(noted(['По счёту.']), [], ['us'])).toBe('clean')
  expect(agree(noted(['По счёту.']), { ...agreement, subjectToConformity }).ok).toBe(true)
})
