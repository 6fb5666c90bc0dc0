/** A printed text as the sheet takes it: plain JSON in which every word is data. */
import { encode } from 'uqr'
import { type Language, named } from '#domain/parties/localised.ts'
import { filled, printLabels } from '#domain/text/print/labels.ts'
import type { PrintedText } from '#domain/text/print/printed.ts'
import type { PrintedRun } from '#domain/text/print/runs.ts'
import { authorOf } from '#domain/text/word/cell.ts'
import { copyLines, inGroups } from './word-page.ts'

/** A QR code as a picture; the address is short enough for one whatever it is, else there is none. */
const qrOf = (address: string): string => {
  const { size, data } = encode(address, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${dark.join('')}"/></svg>`
}

const runOn = (printed: PrintedText, language: Language, run: PrintedRun): unknown =>
  run.kind === 'bracket'
    ? {
        kind: run.kind,
        alternatives: run.alternatives.map((each) => ({
          name: each.bridge || each.sponsors.length > 0 ? authorOf(printed, each, language) : '',
          runs: each.runs?.map((inner) => runOn(printed, language, inner)) ?? null,
        })),
      }
    : run

const perLanguage = <T>({ languages }: PrintedText, make: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, make(language)]))

/** Nothing is signed while a bracket is open or words are missing. */
const isOpen = ({ rows }: PrintedText): boolean =>
  rows.some(({ cells }) =>
    Object.values(cells).some(({ runs }) => runs === null || runs.some(({ kind }) => kind === 'bracket')),
  )

/** What the sheet prints. A text that begins with its title has none above it. */
export const sheetOf = (printed: PrintedText): unknown => {
  const { languages, rows, version, original, parties, open, title } = printed
  const [first = 'en'] = languages
  const entitled = rows[0]?.kind === 'title'
  return {
    languages,
    title: named(title, first),
    titles: perLanguage(printed, (language) => (entitled ? '' : named(title, language))),
    parties: perLanguage(printed, (language) => parties.map(({ name }) => named(name, language))),
    originals: original
      ? perLanguage(printed, (language) =>
          filled(printLabels(language).original, { for: named(original.name, language) }),
        )
      : [],
    labels: languages.map(printLabels),
    cite: version?.cite ?? '',
    hash: version ? inGroups(version.hash) : '',
    url: version?.url ?? '',
    qr: version && version.url !== '' ? qrOf(version.url) : '',
    copy: copyLines(printed),
    open: open > 0 ? languages.map((language) => filled(printLabels(language).openPlaces, { n: open })) : [],
    signing: printed.mode === 'alternat' && !isOpen(printed),
    rows: rows.map(({ kind, depth, cells }) => ({
      kind,
      depth,
      cells: perLanguage(printed, (language) => {
        const cell = cells[language]
        const runs = cell?.runs?.map((run) => runOn(printed, language, run)) ?? null
        return { number: cell?.number ?? null, runs }
      }),
    })),
  }
}
