/** The words of a piece that carry its force: which of them speak for the sentence, and where a new demand begins. */
import { modalsIn } from '#domain/language/concordance/modals.ts'
import type { Reading, Stretch } from './reading.ts'
import { isGoverned, type Mention } from './who.ts'
import type { Form, Speech, Wording } from './wording.ts'

/** The words that carry the force, and how. */
export interface Head extends Stretch {
  readonly speech: Speech
  readonly form: Form
}

/** What is known of a clause before its demands are read. */
export interface Surroundings {
  readonly reading: Reading
  readonly wording: Wording
  readonly mentions: readonly Mention[]
}

const blank = (found: string): string => '·'.repeat(found.length)

/** In English many verbs are nouns as well: a verb opens the piece, or follows who acts, or another verb. */
const standsAsVerb = ({ reading, mentions }: Surroundings, { from }: Stretch, at: number): boolean => {
  const before = reading.lower.slice(from, at).trimEnd()
  if (
    before === '' ||
    /(?:,|(?<!\p{L})(?:and|or|also|further|hereby|therefore|who|which|that|\p{L}+ly|again))$/u.test(before)
  )
    return true
  const end = from + before.length
  return mentions.some((mention) => mention.to === end && !isGoverned(reading, mention))
}

const modalHeads = ({ reading }: Surroundings, { from, to }: Stretch): readonly Head[] => {
  const lower = reading.lower.slice(from, to)
  const plain = reading.plain.slice(from, to)
  return modalsIn({ language: reading.language, words: lower, plain, lower, tokens: [] }).map(
    ({ force, cited }): Head => ({
      speech: force,
      form: 'modal',
      from: from + cited.from,
      to: from + cited.to,
    }),
  )
}

const statedHeads = ({ reading, wording, mentions }: Surroundings, piece: Stretch): readonly Head[] =>
  mentions.flatMap((mention): readonly Head[] => {
    if (mention.from < piece.from || mention.to > piece.to || isGoverned(reading, mention)) return []
    const after = reading.lower.slice(mention.to, piece.to)
    const verb = after.match(wording.stated)
    if (!verb) return []
    const speech = wording.statedNot.test(after) ? 'prohibition' : 'obligation'
    return [{ speech, form: 'indicative', from: mention.to + 1, to: mention.to + verb[0].length }]
  })

/** Every place in a piece that could carry its force, in order; none overlap. */
const candidates = (around: Surroundings, piece: Stretch): readonly Head[] => {
  const { reading, wording } = around
  const found: Head[] = []
  let left = reading.lower.slice(piece.from, piece.to)
  const take = (speech: Speech, form: Form, pattern: RegExp): void => {
    left = left.replace(pattern, (words: string, ...rest: unknown[]) => {
      const at = piece.from + (rest.find((each) => typeof each === 'number') as number)
      const isVerb = form !== 'formula' || reading.language === 'ru' || standsAsVerb(around, piece, at)
      // «Египет» ends as a verb does; inside a sentence a capital tells.
      const isName = form === 'indicative' && at > piece.from && /^\p{Lu}/u.test(reading.plain.slice(at))
      if (!isVerb || isName) return words
      found.push({ speech, form, from: at, to: at + words.length })
      return blank(words)
    })
  }
  const [first, ...others] = wording.rules
  const refusals = others.filter(([speech]) => speech === 'prohibition')
  if (first) take(...first)
  for (const rule of refusals) take(...rule)
  for (const head of modalHeads(around, piece)) {
    const [from, to] = [head.from - piece.from, head.to - piece.from]
    if (left.slice(from, to).includes('·')) continue
    left = left.slice(0, from) + blank(left.slice(from, to)) + left.slice(to)
    found.push(head)
  }
  take('rhetoric', 'formula', wording.rhetoric)
  for (const rule of others) if (rule[0] !== 'prohibition') take(...rule)
  for (const head of statedHeads(around, piece))
    if (!left.slice(head.from - piece.from, head.to - piece.from).includes('·')) found.push(head)
  return found.toSorted((one, other) => one.from - other.from)
}

const lastCoordinator = ({ wording }: Surroundings, words: string): { at: number; to: number } | null => {
  const all = [...words.matchAll(wording.coordinate)]
  const last = all.at(-1)
  return last ? { at: last.index, to: last.index + last[0].length } : null
}

/** True when the words before a head, from the last comma on, hang it on something else: "which shall", "if … may". */
const isSubordinate = (around: Surroundings, piece: Stretch, head: Head): boolean => {
  const before = around.reading.lower.slice(piece.from, head.from)
  const segment = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1)
  const start = before.length - segment.length
  const time = /^ ?(?:and )?(?:only )?(?:as|after|before|while|since)(?!\p{L})/u
  if (head.form === 'indicative' && time.test(segment)) return true
  return [...segment.matchAll(around.wording.subordinate)].some(
    ({ index }) => !around.wording.complement.test(before.slice(0, start + index)),
  )
}

/** The speech of a head, once it is known what comes after it. */
const corrected = ({ reading, wording }: Surroundings, piece: Stretch, head: Head): Head => {
  const after = reading.lower.slice(head.to, piece.to)
  const before = reading.lower.slice(piece.from, head.from)
  const denies = /(?:^|[ ,])(?:no|neither|nobody|никто|ни один|ни одна|ничто) [^,;]{0,60}$/u
  if (head.speech === 'permission' && head.form === 'modal' && denies.test(before))
    return { ...head, speech: 'prohibition' }
  if (head.speech === 'rhetoric' || head.speech === 'declaration' || head.speech === 'permission') return head
  if (head.form === 'indicative') {
    const isDenied = reading.language === 'ru' && /(?<!\p{L})не $/u.test(before)
    return isDenied ? { ...head, speech: 'prohibition', from: head.from - 3 } : head
  }
  if (wording.settles.test(after)) return { ...head, speech: 'declaration' }
  if (head.speech !== 'obligation') return head
  if (wording.refrains.test(after)) return { ...head, speech: 'prohibition' }
  if (wording.tries.test(after)) return { ...head, speech: 'recommendation' }
  return denies.test(before) ? { ...head, speech: 'prohibition' } : head
}

/** "Until the Authority has completed …, and can take back": a verb without subject goes on with the last clause that hangs. */
const goingOn = ({ reading, wording }: Surroundings, main: readonly Head[]): readonly Head[] =>
  main.filter((head, i) => {
    const before = main[i - 1]
    if (!before) return true
    const between = reading.lower.slice(before.to, head.from)
    const last = [...between.matchAll(wording.coordinate)].at(-1)
    const words = ({ from, to }: Stretch): string => reading.lower.slice(from, to)
    const hangs = between.search(wording.subordinate) >= 0 && head.form !== before.form
    return !(
      last &&
      hangs &&
      wording.plainly.test(between.slice(last.index + last[0].length)) &&
      words(head) !== words(before)
    )
  })

/** "Decides that the Commission shall": the verb inside is the one that speaks. */
const withoutFrames = ({ reading }: Surroundings, main: readonly Head[]): readonly Head[] =>
  main.filter((head, i) => {
    const next = main[i + 1]
    if (!next || !/^(?:formula|indicative)$/u.test(head.form) || head.speech !== 'obligation') return true
    const words = reading.lower.slice(head.from, next.from)
    return !/^[^,;]{3,40}(?:(?<!\p{L})that|, что|о том, что)(?!\p{L})/u.test(words)
  })

/** The heads that speak for the piece itself; where all hang on something, the last of them. */
export const headsIn = (around: Surroundings, piece: Stretch): readonly Head[] => {
  const all = candidates(around, piece)
  const main = withoutFrames(
    around,
    goingOn(
      around,
      all.filter((head) => !isSubordinate(around, piece, head)),
    ),
  )
  const said = main.findIndex(({ speech }) => speech === 'rhetoric')
  const that = /^[^,;]{0,40}?(?:(?<!\p{L})that|,? что|о том, что)(?!\p{L})/u
  const rhetoric = main[said]
  const scoped =
    rhetoric && that.test(around.reading.lower.slice(rhetoric.to, piece.to)) ? main.slice(0, said + 1) : main
  return scoped.map((head) => corrected(around, piece, head))
}

/** One demand's stretch in a piece, its head where it has one, and whether it goes on with the subject before it. */
export interface Part extends Stretch {
  readonly head: Head | null
  readonly goesOn: boolean
}

/** A new demand begins at the last coordinator before the next head. */
const splitAt = (around: Surroundings, one: Head, next: Head): { at: number; goesOn: boolean } | null => {
  const between = around.reading.lower.slice(one.to, next.from)
  const coordinator = lastCoordinator(around, between)
  if (!coordinator) return null
  const subject = between.slice(coordinator.to)
  return { at: one.to + coordinator.at, goesOn: around.wording.plainly.test(subject) }
}

/** The parts of a piece by its heads. A second head without a coordinator before it belongs to the first. */
export const partsByHeads = (
  around: Surroundings,
  piece: Stretch,
  heads: readonly Head[],
): readonly Part[] => {
  const parts: Part[] = []
  for (const head of heads) {
    const last = parts.at(-1)
    if (!last?.head) {
      parts.push({ ...piece, head, goesOn: false })
      continue
    }
    const bothSpeak = last.head.speech === 'rhetoric' && head.speech === 'rhetoric'
    const split = bothSpeak ? null : splitAt(around, last.head, head)
    if (!split || split.at <= last.head.to) continue
    parts[parts.length - 1] = { ...last, to: split.at }
    parts.push({ from: split.at, to: piece.to, head, goesOn: split.goesOn })
  }
  return parts
}
