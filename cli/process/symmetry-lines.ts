/** The symmetry report in lines for a person, in English or in Russian. */
import { createIntl } from '@formatjs/intl'
import en from '#contract/symmetry.en.json' with { type: 'json' }
import ru from '#contract/symmetry.ru.json' with { type: 'json' }
import { type SymmetryTeller, symmetryTellerOf } from '#contract/symmetry-words.ts'
import { named } from '#domain/parties/localised.ts'
import type { Process } from '#domain/parties/process.ts'
import { type FigureLine, figureLines, isTelling, symmetryParts } from '#domain/process/symmetry/lines.ts'
import type { Symmetry } from '#domain/process/symmetry/symmetry.ts'
import { inColumns } from '../columns.ts'
import type { ToldIn } from '../input.ts'

const tellerFor = (process: Process, language: ToldIn): SymmetryTeller => {
  const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
  const languages = new Intl.DisplayNames(language, { type: 'language' })
  return symmetryTellerOf((code, facts) => String(intl.formatMessage({ id: code }, { ...facts })), {
    party: (key) =>
      named(process.parties.find((party) => party.key === key)?.short ?? { [language]: key }, language),
    language: (tag) => languages.of(tag) ?? tag,
  })
}

const textRows = ({ text, languages }: Symmetry): readonly FigureLine[] =>
  (['clauses', 'alternatives'] as const).flatMap((each) => [
    ...languages.map((language) => ({
      ...{ part: 'written' as const, figure: 'text.first', of: { language }, unit: 'count' as const },
      values: [text[each].first[language] ?? 0],
    })),
    { part: 'written', figure: 'text.together', unit: 'count', values: [text[each].together] },
  ])

/** Part by part, a line for each figure of which there is something to tell; then the languages of the common text. */
export const symmetryLines = (symmetry: Symmetry, process: Process, language: ToldIn): readonly string[] => {
  const teller = tellerFor(process, language)
  const parties = symmetry.parties.map(({ party }) => party)
  const lines = figureLines(symmetry).filter(isTelling)
  const names = parties.map((key) =>
    named(process.parties.find((each) => each.key === key)?.short ?? {}, language),
  )
  const rows = (part: string) =>
    lines
      .filter((line) => line.part === part)
      .map((line) => [
        `  ${teller.label(line)}`,
        ...line.values.map((value) => teller.value(value, line.unit)),
        parties.length > 1 ? teller.difference(line, parties) : '',
      ])
  const table = symmetryParts.flatMap((part) => [[teller.part(part), ...names, ''], ...rows(part)])
  const text = textRows(symmetry).map((line) => [
    `  ${teller.label(line)}`,
    ...line.values.map((value) => teller.value(value, line.unit)),
  ])
  const half = text.length / 2
  return [
    ...inColumns(table, (column) => (column > 0 && column <= parties.length ? 'end' : 'begin')),
    ...inColumns(
      [
        [teller.phrase('text.clauses'), ''],
        ...text.slice(0, half),
        [teller.phrase('text.alternatives'), ''],
        ...text.slice(half),
      ],
      (column) => (column > 0 ? 'end' : 'begin'),
    ),
  ]
}
