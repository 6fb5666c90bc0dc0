/** A clause in plain characters: brackets as negotiators type them, `[US: shall | RU: should]`. */
import type { Language } from '#domain/parties/localised.ts'
import type { Clause } from '../clause.ts'
import type { Content } from '../content.ts'
import { notationOf } from './clause.ts'
import type { Naming } from './names.ts'
import type { Notation, NotedAlternative, NotedBracket, NotedPiece } from './notation.ts'
import { readNotation } from './read.ts'

/** What a reader sees of words that are not there in a language. */
const missing = '…'
const guard = '\\&'

/** Characters that mean something in this notation are written with a backslash before them. */
export const escaped = (words: string): string => words.replace(/[\\[\]|]/g, '\\$&')

const written = (words: string): string => (words === missing ? `\\${missing}` : escaped(words))

/** Whether a line is only looked at, and need not read back as what it is. */
interface Writing extends Naming {
  readonly shown?: true | undefined
}

const writeAlternative = ({ by, content }: NotedAlternative, naming: Writing, careful: boolean): string => {
  const head = by.length > 0 ? `${by.join(', ')}: ` : ''
  if (content === null) return `${head}${careful ? guard : ''}${missing}`
  const words = writeNotation(content, naming)
  if (naming.shown) return `${head}${words}`
  const [first, last] = [content[0], content.at(-1)]
  // A colon may follow a name that only this process knows.
  const names = content.some((piece) => 'words' in piece && /[/;][^:]*:(?:\s|$)/u.test(piece.words))
  const opens = names || (first !== undefined && 'words' in first && /^\s|:(?:\s|$)/u.test(first.words))
  const closes = last !== undefined && 'words' in last && /\s$/u.test(last.words)
  return `${head}${careful || opens ? guard : ''}${words}${closes ? guard : ''}`
}

const isSame = (one: Notation | null, other: Notation): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The plain form where it reads back as what it is, else the one in which nothing can be mistaken. */
const writeBracket = (bracket: NotedBracket, attached: boolean, naming: Writing): string => {
  const form = (careful: boolean): string =>
    `[${bracket.alternatives.map((one) => writeAlternative(one, naming, careful)).join(' | ')}]`
  const said = form(false)
  if (naming.shown) return said
  const read = readNotation(attached ? `x${said}` : said, naming)
  const wanted = attached ? [{ words: 'x' }, bracket] : [bracket]
  return read.ok && isSame(read.value, wanted) ? said : form(true)
}

const writeBlank = (placeholder: string, naming: Writing): string => {
  const said = `[${escaped(placeholder)}]`
  const read = readNotation(said, naming)
  return read.ok && isSame(read.value, [{ placeholder }])
    ? said
    : `[__ ${placeholder.replace(/[^\p{L}\p{N} &]/gu, '\\$&')}]`
}

const isLone = (piece: NotedPiece | undefined): boolean =>
  piece !== undefined && 'alternatives' in piece && piece.alternatives.length === 1

const isSpace = (piece: NotedPiece | undefined): boolean =>
  piece !== undefined && 'words' in piece && /^\s*$/u.test(piece.words)

const writePiece = (notation: Notation, i: number, naming: Writing): string => {
  const [before, piece, after] = [notation[i - 1], notation[i], notation[i + 1]]
  if (!piece) return ''
  if ('words' in piece) return notation.length === 1 ? written(piece.words) : escaped(piece.words)
  if ('placeholder' in piece) return writeBlank(piece.placeholder, naming)
  if ('note' in piece) return `[^${piece.note}]`
  if ('remark' in piece) {
    const apart = !before || 'remark' in before || ('words' in before && /\s$/u.test(before.words))
    return `[${escaped(piece.remark)}]${apart && after ? ' ' : ''}`
  }
  const attached = before !== undefined && 'words' in before && /\S$/u.test(before.words)
  const followed =
    !naming.shown && isLone(piece) && (isLone(after) || (isSpace(after) && isLone(notation[i + 2])))
  return `${writeBracket(piece, attached, naming)}${followed ? guard : ''}`
}

/** A line with brackets in plain characters; what it reads back as is the same line, unless it is only shown. */
export const writeNotation = (notation: Notation | null, naming: Writing = {}): string =>
  notation === null ? missing : notation.map((_, i) => writePiece(notation, i, naming)).join('')

/** The words of a content in one language as they are shown, with every open bracket and the names of its sponsors. */
export const writeContent = (
  content: Content,
  brackets: Clause['brackets'],
  language: Language,
  numbers: ReadonlyMap<string, string> = new Map(),
): string => writeNotation(notationOf(content, brackets, language, { numbers }), { shown: true })

/** A clause in one language in plain notation; `…` when it is not yet translated. */
export const writeClause = (
  clause: Pick<Clause, 'passage' | 'brackets'>,
  language: Language,
  numbers: ReadonlyMap<string, string> = new Map(),
): string => {
  const content = clause.passage[language]
  return content ? writeContent(content, clause.brackets, language, numbers) : missing
}
