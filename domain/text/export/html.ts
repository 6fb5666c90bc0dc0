/** A text as one page: every language beside the others, brackets in the sentence, nothing from outside. */
import { escapedHtml } from '#domain/html.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, isMediators, liveAlternatives } from '../bracket.ts'
import type { Clause } from '../clause.ts'
import type { Content, Piece } from '../content.ts'
import { numbersOf } from '../numbering.ts'
import { inReadingOrder } from '../text.ts'
import { type Exported, partyName, titleIn } from './about.ts'
import { style } from './style.ts'
import { type AddedWords, addedWords } from './words.ts'

/** The numbers and footnotes of the page, as far as it is written. */
interface Writing {
  readonly exported: Exported
  readonly numbers: Readonly<Record<Language, ReadonlyMap<string, string>>>
  /** The printed marks of the footnotes, by clause and note. */
  readonly marks: Map<string, number>
}

/** A cell: a clause in one language. */
interface Cell {
  readonly writing: Writing
  readonly clause: Clause
  readonly language: Language
  readonly said: AddedWords
}

const idOf = (clause: string): string => `clause-${escapedHtml(clause)}`

const hueOf = ({ exported }: Writing, alternative: Alternative): string =>
  isMediators(alternative)
    ? 'mediator'
    : (exported.parties.find(({ key }) => key === alternative.sponsors[0])?.hue ?? 'none')

const alternativeOf = (cell: Cell, alternative: Alternative): string => {
  const { writing, language, said } = cell
  const content = alternative.passage[language] ?? null
  const names = [
    ...(isMediators(alternative) ? [said.mediator] : []),
    ...alternative.sponsors.map((key) => partyName(writing.exported, key, language)),
  ]
  const by = names.length > 0 ? `<b class="by">${escapedHtml(names.join(', '))}: </b>` : ''
  const words =
    content === null
      ? `<i>${said.untranslated}</i>`
      : content.length === 0
        ? `<i>${said.deleted}</i>`
        : contentOf(cell, content)
  return `<span class="alternative" data-hue="${hueOf(writing, alternative)}">${by}<span class="said">${words}</span></span>`
}

const noteOf = ({ writing, clause }: Cell, note: string): string => {
  const key = `${clause.id}/${note}`
  const mark = writing.marks.get(key) ?? writing.marks.size + 1
  writing.marks.set(key, mark)
  return `<sup><a href="#note-${mark}" role="doc-noteref">${mark}</a></sup>`
}

const pieceOf = (cell: Cell, piece: Piece): string => {
  if (typeof piece === 'string') return escapedHtml(piece)
  if ('placeholder' in piece) return `<span class="blank">[${escapedHtml(piece.placeholder)}]</span>`
  if ('term' in piece) return escapedHtml(piece.words)
  if ('note' in piece) return noteOf(cell, piece.note)
  if ('reference' in piece) {
    const number = cell.writing.numbers[cell.language]?.get(piece.reference) ?? '…'
    return `<a href="#${idOf(piece.reference)}">${escapedHtml(number.replace(/\.$/u, ''))}</a>`
  }
  const bracket = cell.clause.brackets[piece.bracket]
  if (!bracket) return ''
  const sides = liveAlternatives(bracket).map((alternative) => alternativeOf(cell, alternative))
  return `<span class="bracket"><b>[</b>${sides.join('<b class="bar"> | </b>')}<b>]</b></span>`
}

const contentOf = (cell: Cell, content: Content): string =>
  content.map((piece) => pieceOf(cell, piece)).join('')

const tagOf = ({ kind }: Clause): string =>
  kind === 'title' || kind === 'heading' || kind === 'annex' ? 'h2' : 'p'

const cellOf = (cell: Cell): string => {
  const { writing, clause, language, said } = cell
  const content = clause.passage[language] ?? null
  const number = writing.numbers[language]?.get(clause.id)
  const words = content === null ? `<i>${said.untranslated}</i>` : contentOf(cell, content)
  const printed = number === undefined ? '' : `<span class="number">${escapedHtml(number)}</span> `
  const tag = tagOf(clause)
  return `<div class="words" lang="${escapedHtml(language)}"><${tag}>${printed}${words}</${tag}></div>`
}

const clauseOf = (writing: Writing, clause: Clause, depth: number): string => {
  const cells = writing.exported.text.languages.map((language) =>
    cellOf({ writing, clause, language, said: addedWords(language) }),
  )
  return `<section class="clause" id="${idOf(clause.id)}" data-kind="${clause.kind}" data-depth="${Math.min(depth, 4)}">${cells.join('')}</section>`
}

const notesOf = (writing: Writing): string => {
  if (writing.marks.size === 0) return ''
  const { text } = writing.exported
  const clauses = new Map(text.clauses.map((clause) => [clause.id, clause]))
  const column = (language: Language): string => {
    const said = addedWords(language)
    const items = [...writing.marks].map(([key, mark], i) => {
      const [id = '', note = ''] = key.split('/')
      const clause = clauses.get(id)
      const content = clause?.notes[note]?.[language] ?? null
      const words =
        content === null || !clause
          ? `<i>${said.untranslated}</i>`
          : contentOf({ writing, clause, language, said }, content)
      const first = language === text.languages[0] ? ` id="note-${mark}"` : ''
      return `<li value="${i + 1}"${first}>${words}</li>`
    })
    return `<div lang="${escapedHtml(language)}" id="notes-${escapedHtml(language)}"><h2>${said.notes}</h2><ol>${items.join('')}</ol></div>`
  }
  return `<footer class="notes">${text.languages.map(column).join('')}</footer>`
}

const legendOf = (exported: Exported, language: Language, open: number): string => {
  const said = addedWords(language)
  const bridged = exported.text.clauses.some(({ brackets }) =>
    Object.values(brackets).some(({ alternatives }) => alternatives.some(isMediators)),
  )
  const sponsoring = exported.parties.filter(({ key }) =>
    exported.text.clauses.some(({ brackets }) =>
      Object.values(brackets).some(({ alternatives }) =>
        alternatives.some(({ sponsors }) => sponsors.includes(key)),
      ),
    ),
  )
  const entries = [
    ...sponsoring.map(({ key, hue }) => [hue, partyName(exported, key, language)] as const),
    ...(bridged ? [['mediator', said.mediator] as const] : []),
  ]
  const names = entries.map(
    ([hue, name]) =>
      `<li class="alternative" data-hue="${hue}"><span class="said">${escapedHtml(name)}</span></li>`,
  )
  const list = names.length > 0 ? `<p>${said.parties}:</p><ul>${names.join('')}</ul>` : ''
  const date = exported.date === null ? '' : `<p>${said.as} <time>${escapedHtml(exported.date)}</time></p>`
  return `<div class="legend" lang="${escapedHtml(language)}"><h1>${escapedHtml(titleIn(exported, language))}</h1>${date}<p>${said.open(open)}</p>${list}</div>`
}

/**
 * A text as one page for readers of a language: no script, nothing loaded, by day, by night and on paper; brackets are
 * told by names and underline before colour. Every word of the text is escaped.
 */
export const textAsHtml = (exported: Exported, language: Language): string => {
  const { text } = exported
  const ordered = inReadingOrder(text)
  const numbers = Object.fromEntries(text.languages.map((each) => [each, numbersOf(text, each)]))
  const writing: Writing = { exported, numbers, marks: new Map() }
  const clauses = ordered.map(({ clause, depth }) => clauseOf(writing, clause, depth))
  const open = ordered.reduce((sum, { clause }) => sum + Object.keys(clause.brackets).length, 0)
  const title = titleIn(exported, language)
  return `<!doctype html>
<html lang="${escapedHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapedHtml(title)}</title>
<style>${style(text.languages.length)}</style>
</head>
<body>
<header>${text.languages.map((each) => legendOf(exported, each, open)).join('')}</header>
<main>
${clauses.join('\n')}
</main>
${notesOf(writing)}
</body>
</html>
`
}
