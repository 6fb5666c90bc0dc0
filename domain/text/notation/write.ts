/** A clause in plain characters: brackets as negotiators type them, `[US: shall | RU: should]`. */
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, liveAlternatives } from '../bracket.ts'
import type { Clause } from '../clause.ts'
import type { Content, Piece } from '../content.ts'

/** What a reader sees of words that are not there in a language. */
const missing = '…'

/** Characters that mean something in this notation are written with a backslash before them. */
export const escaped = (words: string): string => words.replace(/[\\[\]|]/g, '\\$&')

const nameOf = ({
  sponsors,
  bridge,
  nonPaper,
}: Pick<Alternative, 'sponsors' | 'bridge' | 'nonPaper'>): string =>
  bridge && !nonPaper ? 'Mediator: ' : sponsors.length > 0 ? `${sponsors.join(', ')}: ` : ''

const writePiece = (
  piece: Piece,
  brackets: Clause['brackets'],
  language: Language,
  numbers: ReadonlyMap<string, string>,
): string => {
  if (typeof piece === 'string') return escaped(piece)
  if ('placeholder' in piece) return `[${piece.placeholder}]`
  if ('reference' in piece) return (numbers.get(piece.reference) ?? piece.reference).replace(/\.$/u, '')
  if ('term' in piece) return escaped(piece.words)
  if ('note' in piece) return ''
  const bracket = brackets[piece.bracket]
  if (!bracket) return ''
  const sides = liveAlternatives(bracket).map((alternative) => {
    const content = alternative.passage[language]
    const words = content ? writeContent(content, brackets, language, numbers) : missing
    return `${nameOf(alternative)}${words}`
  })
  return `[${sides.join(' | ')}]`
}

/** The words of a content in one language, with every open bracket and the names of its sponsors. */
export const writeContent = (
  content: Content,
  brackets: Clause['brackets'],
  language: Language,
  numbers: ReadonlyMap<string, string> = new Map(),
): string => content.map((piece) => writePiece(piece, brackets, language, numbers)).join('')

/** A clause in one language in plain notation; `…` when it is not yet translated. */
export const writeClause = (
  clause: Pick<Clause, 'passage' | 'brackets'>,
  language: Language,
  numbers: ReadonlyMap<string, string> = new Map(),
): string => {
  const content = clause.passage[language]
  return content ? writeContent(content, clause.brackets, language, numbers) : missing
}
