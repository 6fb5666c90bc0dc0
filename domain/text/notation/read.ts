/** Reads brackets as negotiators type them: `[US: shall | RU: should]`, `[shall][should]`, `[US: a / RF: b]`. */
import { done, type Outcome } from '#domain/outcome.ts'
import { lonePiece, reservationIn } from './marks.ts'
import { type Head, headOf, isLabelled, type Naming } from './names.ts'
import type { Notation, NotedAlternative, NotedBracket, NotedPiece } from './notation.ts'
import { cut, type Group, type Item, plain, type Run, scan, trimmed } from './scan.ts'

const isRun = (item: Item | undefined): item is Run => item !== undefined && 'shape' in item
const isGroup = (item: Item | undefined): item is Group => item !== undefined && 'items' in item

/** Items cut where `places` says in each run, what stands at the cuts left out. */
const cutAt = (
  items: readonly Item[],
  places: (run: Run, first: boolean) => readonly (readonly [from: number, to: number])[],
): readonly (readonly Item[])[] => {
  const parts: Item[][] = [[]]
  for (const [i, item] of items.entries()) {
    if (!isRun(item)) {
      parts.at(-1)?.push(item)
      continue
    }
    let at = 0
    for (const [from, to] of places(item, i === 0)) {
      parts.at(-1)?.push(cut(item, at, from))
      parts.push([])
      at = to
    }
    parts.at(-1)?.push(cut(item, at))
  }
  return parts
}

const matches = (shape: string, form: RegExp): readonly (readonly [number, number])[] =>
  [...shape.matchAll(form)].map((found) => [found.index, found.index + found[0].length] as const)

/** `[US, UK: verify / RF: monitor]`: cuts before each further head, when the first words have one. */
const bySides = (items: readonly Item[], naming: Naming): readonly (readonly Item[])[] => {
  const [first] = items
  const head = isRun(first) ? headOf(first.shape, naming, true) : null
  if (!head || head.by.length === 0) return [items]
  return cutAt(items, ({ shape }, isFirst) => {
    const from = isFirst ? head.length : 0
    return matches(shape, /\s*(?:\/\/?|;)\s*/gu).filter(
      ([at, to]) => at >= from && (headOf(shape.slice(to), naming, true)?.by.length ?? 0) > 0,
    )
  })
}

const wordSlash = /^\p{Ll}{3,}(?:\/\p{Ll}{3,})+$/u
const oneWord =
  /^(?:and\/or|either\/or|his\/her|her\/his|him\/her|he\/she|she\/he|input\/output|и\/или|его\/ее)$/u

/** `[shall / should]` and `[shall/should]`, but not `and/or`. */
const bySlash = (items: readonly Item[]): readonly (readonly Item[])[] => {
  const [only] = items
  if (items.length !== 1 || !isRun(only) || only.shape.includes(plain)) return [items]
  const shape = only.shape.trim()
  if (wordSlash.test(shape) && !oneWord.test(shape)) return cutAt(items, (run) => matches(run.shape, /\//gu))
  return cutAt(items, (run) => matches(run.shape, /\s+\/\s+/gu))
}

const alternativesIn = (
  { items }: Group,
  naming: Naming,
): { readonly parts: readonly (readonly Item[])[]; readonly explicit: boolean } => {
  const bars = cutAt(items, ({ shape }) => matches(shape, /\|/gu))
  if (bars.length > 1) return { parts: bars, explicit: true }
  if (items.some((item) => 'guard' in item)) return { parts: [items], explicit: false }
  const sides = bySides(items, naming)
  if (sides.length > 1) return { parts: sides, explicit: true }
  const slashes = bySlash(items)
  return slashes.length > 1 && slashes.every((part) => trimmed(part).length > 0)
    ? { parts: slashes, explicit: true }
    : { parts: [items], explicit: false }
}

const isMissing = (items: readonly Item[]): boolean => {
  const [only, ...rest] = items.filter((item) => !('guard' in item))
  return isRun(only) && rest.length === 0 && only.shape === '…'
}

const noText = /^(?:no text|delete[d]?|deletion|to be deleted|исключить|удалить|без текста)\.?$/iu

/** `[Option 2: no text]`, `[RF: delete]`: an alternative that is to have no words. */
const isNoText = (items: readonly Item[], head: Head | null): boolean => {
  const [only, ...rest] = items
  return head !== null && isRun(only) && rest.length === 0 && noText.test(only.shape)
}

const alternativeOf = (part: readonly Item[], naming: Naming, explicit: boolean): NotedAlternative => {
  const items = trimmed(part)
  const [first, ...rest] = items
  const head = isRun(first) ? headOf(first.shape, naming, explicit) : null
  const said = head && isRun(first) ? trimmed([cut(first, head.length), ...rest]) : items
  if (isNoText(said, head)) return { by: head?.by ?? [], content: [] }
  return { by: head?.by ?? [], content: isMissing(said) ? null : piecesOf(said, naming) }
}

/** A bracket with one part: what it is by its words, else keep or delete. */
const lone = (part: readonly Item[], before: Item | undefined, naming: Naming): NotedPiece => {
  const items = trimmed(part)
  const [only] = items
  const alternative = alternativeOf(items, naming, false)
  if (items.length > 1 || (only && !isRun(only))) return { alternatives: [alternative] }
  const { words, shape } = only ?? { words: '', shape: '' }
  const [said] = alternative.content ?? []
  if (alternative.by.length > 0) {
    const after = said && 'words' in said && !shape.includes(plain) ? said.words : ''
    return reservationIn(words, alternative.by, after, naming) ?? { alternatives: [alternative] }
  }
  const attached = isRun(before) && /[^\s(«“"/]$/u.test(before.words)
  const piece = isLabelled(shape) ? null : lonePiece(words, shape, attached, naming)
  return piece ?? { alternatives: [alternative] }
}

const pieceOf = (group: Group, before: Item | undefined, naming: Naming): NotedPiece => {
  const { parts, explicit } = alternativesIn(group, naming)
  const [part] = parts
  if (part && parts.length === 1) return lone(part, before, naming)
  return { alternatives: parts.map((each) => alternativeOf(each, naming, explicit)) }
}

/** A bracket of one group, which the next one may join. */
interface Growing {
  readonly bracket: { alternatives: NotedAlternative[] }
  readonly labelled: boolean
}

const startsWithLabel = ({ items: [first] }: Group): boolean => isRun(first) && isLabelled(first.shape)

/** No bracket has more alternatives; a neighbour after so many begins another. */
const mostAlternatives = 60

const joins = (growing: Growing, next: NotedBracket, between: string, labelled: boolean): boolean => {
  const [only, other] = next.alternatives
  if (!only || other || !/^\s*$/u.test(between)) return false
  if (growing.bracket.alternatives.length >= mostAlternatives) return false
  if (/\n\s*\n/u.test(between) && !(growing.labelled && labelled)) return false
  const named = growing.bracket.alternatives.flatMap(({ by }) => by)
  const alike = named.length > 0 === only.by.length > 0
  return (alike || between === '') && !only.by.some((name) => named.includes(name))
}

/** Puts pieces down one after the other; neighbours in brackets become alternatives of one bracket. */
class Setting {
  readonly pieces: NotedPiece[] = []
  private growing: Growing | null = null
  private between: Run | null = null
  private afterRemark = false

  words(run: Run): void {
    const first = this.afterRemark && /^\s/u.test(run.shape) ? 1 : 0
    this.afterRemark = false
    const left = cut(run, first)
    if (left.words === '') return
    if (this.growing && /^\s*$/u.test(left.shape)) this.between = left
    else this.put({ words: left.words })
  }

  put(piece: NotedPiece): void {
    this.guard()
    this.afterRemark = false
    const last = this.pieces.at(-1)
    if ('words' in piece && last && 'words' in last)
      this.pieces[this.pieces.length - 1] = { words: last.words + piece.words }
    else this.pieces.push(piece)
  }

  /** Nothing that follows joins the bracket before. */
  guard(): void {
    const between = this.between
    this.growing = null
    this.between = null
    if (between) this.put({ words: between.words })
  }

  bracket(bracket: NotedBracket, labelled: boolean): void {
    this.afterRemark = false
    if (this.growing && joins(this.growing, bracket, this.between?.words ?? '', labelled)) {
      this.growing.bracket.alternatives.push(...bracket.alternatives)
      this.between = null
      return
    }
    this.guard()
    const alternatives = [...bracket.alternatives]
    this.pieces.push({ alternatives })
    if (alternatives.length === 1) this.growing = { bracket: { alternatives }, labelled }
  }

  /** A remark takes one of the spaces around it away with it. */
  remark(piece: NotedPiece): void {
    this.put(piece)
    const before = this.pieces.at(-2)
    this.afterRemark = !before || 'remark' in before || ('words' in before && /\s$/u.test(before.words))
  }
}

const piecesOf = (items: readonly Item[], naming: Naming): Notation => {
  const setting = new Setting()
  for (const [i, item] of items.entries()) {
    if ('guard' in item) setting.guard()
    else if (isRun(item)) setting.words(item)
    else if (isGroup(item)) {
      const piece = pieceOf(item, items[i - 1], naming)
      if ('alternatives' in piece) setting.bracket(piece, startsWithLabel(item))
      else if ('remark' in piece) setting.remark(piece)
      else setting.put(piece)
    }
  }
  setting.guard()
  return setting.pieces
}

/**
 * Reads a line with brackets. Adjacent brackets with one alternative each are one bracket: `[US: a] [RU: b]`,
 * `[a] [b]`, `[a][US: b]`; not when a side would stand in it twice, nor `[a] [US: b]` with a space. A backslash makes the next character a character. Never throws; refuses with a position what is not
 * balanced (see `scan`).
 */
export const readNotation = (source: string, naming: Naming = {}): Outcome<Notation | null> => {
  const items = scan(source)
  if (!items.ok) return items
  return done(isMissing(items.value) ? null : piecesOf(items.value, naming))
}
