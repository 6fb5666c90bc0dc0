import { expect, it } from 'vitest'
import { whenInWords } from './when-words.ts'

const say = (phrase: string, facts?: Readonly<Record<string, string>>) =>
  [phrase.replace('background.when.', ''), ...Object.values(facts ?? {})].join(' ')

it.each([
  ['1945', '1945', '1945'],
  ['1945-02', 'February 1945', 'февраль 1945\u00a0г.'],
  ['1945-02-04', '4 February 1945', '4 февраля 1945\u00a0г.'],
  ['1986-10-11/1986-10-12', '11 – 12 October 1986', '11–12 октября 1986\u00a0г.'],
  ['1948-06-24/1949-05-12', '24 June 1948 – 12 May 1949', '24 июня 1948\u00a0г. – 12 мая 1949\u00a0г.'],
  ['2014-03/2015-02', 'March 2014 – February 2015', 'март 2014\u00a0г. – февраль 2015\u00a0г.'],
  ['1991/..', 'since 1991', 'since 1991'],
  ['1962-10~', 'October 1962, about', 'октябрь 1962\u00a0г., about'],
  ['1962?', '1962, uncertain', '1962, uncertain'],
  ['soon', 'soon', 'soon'],
])('%s is said as exactly as it is written', (written, english, russian) => {
  const spaced = (words: string) => words.replaceAll('\u2009', ' ').replaceAll('\u202f', '\u00a0')
  expect(spaced(whenInWords('en', say, written))).toBe(english)
  expect(spaced(whenInWords('ru', say, written))).toBe(russian)
})
