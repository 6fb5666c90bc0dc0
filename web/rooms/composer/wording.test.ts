import { expect, test } from 'vitest'
import { deadlineAfter, isWhole, natureOf, wordingOf } from './wording.ts'

test('a wording has its original; empty languages are left out', () => {
  expect(wordingOf('en', { en: ' shall ', ru: '  ' })).toEqual({ original: 'en', words: { en: 'shall' } })
  expect(wordingOf('en', { en: 'a', ru: 'б' })?.words).toEqual({ en: 'a', ru: 'б' })
  expect(wordingOf('en', { en: ' ', ru: 'б' })).toBeNull()
})

test('words that answer a question are an answer, whatever was chosen before', () => {
  expect(natureOf({ answers: 'q' }, 'statement')).toBe('answer')
  expect(natureOf({ about: { object: 'o' } }, 'question')).toBe('question')
  expect(natureOf({}, 'statement')).toBe('statement')
})

test('a deadline falls on a full minute and never before the hours are over', () => {
  expect(deadlineAfter('2026-11-22T10:00:30.500Z', 48)).toBe('2026-11-24T10:01:00.000Z')
  expect(deadlineAfter('2026-11-22T10:00:00.000Z', 24)).toBe('2026-11-23T10:00:00.000Z')
})

test('a bilingual paper needs every language, a file only the language it is handed in in', () => {
  const languages = ['en', 'ru']
  expect(isWhole('bilingual', { en: 1 }, 'en', languages)).toBe(false)
  expect(isWhole('bilingual', { en: 1, ru: 1 }, 'en', languages)).toBe(true)
  expect(isWhole('file', { ru: 1 }, 'en', languages)).toBe(false)
  expect(isWhole('file', { ru: 1 }, 'ru', languages)).toBe(true)
})
