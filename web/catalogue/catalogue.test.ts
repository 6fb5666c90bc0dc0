import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'

type Catalogue = Readonly<Record<string, string>>
const folder = import.meta.dirname
const read = (path: string): Catalogue => JSON.parse(readFileSync(path, 'utf8')) as Catalogue
const pairs = [
  ['interface', read(join(folder, 'en.json')), read(join(folder, 'ru.json'))],
  [
    'refusals',
    read(join(folder, '../../contract/refusals.en.json')),
    read(join(folder, '../../contract/refusals.ru.json')),
  ],
] as const

/** The names of the facts a sentence is filled in with. */
const placeholders = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].map(([, name]) => name ?? ''))].toSorted()

const facts = { from: 0, count: 3, hours: 2, minutes: 5, round: 1, megabytes: 25 }

for (const [what, english, russian] of pairs) {
  test(`${what}: both languages have the same sentences with the same facts`, () => {
    expect(Object.keys(russian).toSorted()).toEqual(Object.keys(english).toSorted())
    for (const id of Object.keys(english))
      expect([id, placeholders(russian[id] ?? '')]).toEqual([id, placeholders(english[id] ?? '')])
  })

  test(`${what}: every sentence can be said in its language`, () => {
    for (const [locale, messages] of [
      ['en', english],
      ['ru', russian],
    ] as const) {
      const errors: string[] = []
      const intl = createIntl({ locale, messages, onError: (error) => errors.push(String(error)) })
      for (const [id, sentence] of Object.entries(messages)) {
        const given = Object.fromEntries(placeholders(sentence).map((name) => [name, name]))
        intl.formatMessage({ id }, { ...given, ...facts })
      }
      expect(errors).toEqual([])
    }
  })

  test(`${what}: the Russian sentences are in Russian`, () => {
    const foreign = Object.entries(russian).filter(
      ([, sentence]) =>
        /[A-Za-z]{4,}/.test(sentence.replace(/\{[^{}]*[,{][^{}]*|\{\w+\}/g, '')) && !/[а-яё]/i.test(sentence),
    )
    expect(foreign).toEqual([])
  })
}

const sources = (under: string): readonly string[] =>
  readdirSync(under, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(join(under, path), 'utf8'))

/** Whether a sentence is named in the code: as it stands, or by a template that makes it. */
const isNamed = (id: string, code: string, templates: readonly RegExp[]): boolean =>
  code.includes(`'${id}'`) || templates.some((template) => template.test(id))

test('no sentence lies in the catalogues that no page says', () => {
  const code = sources(join(folder, '..')).join('\n')
  const templates = [...code.matchAll(/`([a-z][a-z.-]*\.\$\{[^`]*)`/g)].map(
    ([, template]) =>
      new RegExp(`^${(template ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w./-]+')}$`),
  )
  expect(isNamed('nobody.says-this', code, templates)).toBe(false)
  const unused = Object.keys(pairs[0][1]).filter((id) => !isNamed(id, code, templates))
  expect(unused).toEqual([])
})

test('every sentence that the code says by its name is in the catalogues', () => {
  const code = sources(join(folder, '..')).join('\n')
  const said = [...code.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, id]) => id ?? '')
  expect(said.length).toBeGreaterThan(200)
  expect([...new Set(said)].filter((id) => !(id in pairs[0][1]))).toEqual([])
})
