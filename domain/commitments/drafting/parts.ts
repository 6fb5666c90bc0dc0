/** The demands of one piece of a clause: where each begins and ends, and by which words it speaks. */
import { type Head, headsIn, type Part, partsByHeads, type Surroundings } from './heads.ts'
import type { Stretch } from './reading.ts'

const headAt = (from: number, words: string, speech: Head['speech'], form: Head['form']): Head => ({
  ...{ speech, form, from },
  to: from + words.trimEnd().length,
})

/** A preambular opening speaks for the whole piece, unless the parties come to a demand after it: "Recognising …, the Parties shall". */
const preambular = (around: Surroundings, piece: Stretch): readonly Part[] | null => {
  const { reading, wording, mentions } = around
  const words = reading.lower.slice(piece.from, piece.to)
  const opener = [...words.matchAll(wording.speaks)].find(({ index }) => index === 0)
  if (!opener) return null
  const head = headAt(piece.from, opener[0], 'rhetoric', 'formula')
  const demand = headsIn(around, piece).find(({ from, speech }) => {
    const before = reading.lower.slice(piece.from, from)
    const comma = before.lastIndexOf(',')
    const subject = mentions.find((one) => one.from >= piece.from + comma && one.to <= from)
    const opens = subject && /^,? ?(?:and )?$/u.test(reading.lower.slice(piece.from + comma, subject.from))
    const isWhole = subject?.kind === 'parties' || subject?.kind === 'actor'
    return (
      comma > 0 &&
      opens &&
      isWhole &&
      speech !== 'rhetoric' &&
      !/(?<!\p{L})(?:that|что)(?!\p{L})/u.test(before)
    )
  })
  return demand ? [{ ...piece, head: demand, goesOn: false }] : [{ ...piece, head, goesOn: false }]
}

const imperative = ({ reading, wording }: Surroundings, piece: Stretch): Head | null => {
  const words = reading.lower.slice(piece.from, piece.to)
  const found = words.match(wording.imperative)
  if (!found) return null
  return headAt(
    piece.from,
    found[0],
    wording.negated.test(words) ? 'prohibition' : 'obligation',
    'imperative',
  )
}

const nominalAt = ({ reading, wording }: Surroundings, { from, to }: Stretch): Head | null => {
  const words = reading.lower.slice(from, to)
  const found = words.match(wording.nominal)
  if (!found || !wording.nominalGoesOn.test(words.slice(found[0].length))) return null
  const isBan =
    /^(?:(?:the|a|full|complete|полный|полное) )*(?:ban|prohibition|запрет|запрещение|недопущение|неприменение|неразмещение|non-\p{L}+|renunciation|отказ)(?!\p{L})|^no /u.test(
      words,
    )
  return headAt(from, found[0], isBan ? 'prohibition' : 'obligation', 'nominal')
}

/** Nouns that demand, in a row: "…, as well as adopting …" begins another. */
const nominal = (around: Surroundings, piece: Stretch): readonly Part[] | null => {
  const first = nominalAt(around, piece)
  if (!first) return null
  const words = around.reading.lower.slice(piece.from, piece.to)
  const parts: Part[] = [{ ...piece, head: first, goesOn: false }]
  for (const { index, 0: joint } of words.matchAll(/,? (?:as well as|а также) /gu)) {
    const from = piece.from + index
    const head = nominalAt(around, { from: from + joint.length, to: piece.to })
    const last = parts.at(-1)
    if (
      !head ||
      !last ||
      !/ing(?!\p{L})| (?:of|by)(?!\p{L})|[а-я]/u.test(around.reading.lower.slice(head.from, head.to + 4))
    )
      continue
    parts[parts.length - 1] = { ...last, to: from }
    parts.push({ from, to: piece.to, head, goesOn: true })
  }
  return parts
}

const moreVerbs = {
  en: /(?:,? and|,)(?: to)? (?=(?:not |\p{L}+ly )?(\p{L}+(?: (?:up|out|over|back))?) (?:the|all|their|its|any|a|an|each|both|no|every|these|such|in|to|on|from|with|within|immediately|not|full|free|humanitarian|access|information|lists|\d+)(?!\p{L}))/gu,
  ru: /(?:,? (?:и|а также)|,) (?=(?:не |незамедлительно |немедленно )?(?!\p{L}*(?:ость|есть|знь|асть)(?!\p{L}))(\p{L}{2,}(?:ть|ться|ти|тись))(?!\p{L}))/gu,
}

/** A second verb under the same head begins another demand: "shall withdraw … and release …". */
const byVerbs = ({ reading, wording }: Surroundings, part: Part): readonly Part[] => {
  const { head } = part
  const takesVerbs =
    head &&
    /^(?:modal|future|imperative|formula)$/u.test(head.form) &&
    /^(?:obligation|prohibition)$/u.test(head.speech)
  if (!head || !takesVerbs || wording.passive.test(reading.lower.slice(head.to, part.to))) return [part]
  const parts: Part[] = [part]
  for (const { index, 0: joint, 1: verb = '' } of reading.lower
    .slice(head.to, part.to)
    .matchAll(moreVerbs[reading.language])) {
    const at = head.to + index
    const last = parts.at(-1)
    const since = reading.lower.slice(Math.max(last?.from ?? 0, head.to), at).trim()
    const isList = /and|и/u.test(joint) || head.form === 'imperative' || wording.imperative.test(since)
    const isVerb = isList && (reading.language === 'ru' || wording.imperative.test(`${verb} the`))
    if (!last || !isVerb || since.split(' ').length < 3) continue
    if (/(?<!\p{L})(?:that|which|who|что|чтобы|котор\p{L}+)(?!\p{L})/u.test(since)) continue
    if (
      /(?:^| )to \p{L}+ (?:[^,]*)$/u.test(since) &&
      !/ to $/u.test(joint) &&
      reading.language === 'en' &&
      /(?<!\p{L})in order to|so as to/u.test(since)
    )
      continue
    parts[parts.length - 1] = { ...last, to: at }
    parts.push({ from: at, to: part.to, head: null, goesOn: true })
  }
  return parts
}

/** "On day 1, launch …", «В первый день начать …»: a command after words that say when. */
const lateCommand = ({ reading, wording }: Surroundings, piece: Stretch): Head | null => {
  const words = reading.lower.slice(piece.from, piece.to)
  const isWhen =
    /^(?:on|in|within|by|no later|not later|after|upon|from|before|\p{L}+ly|в|на|с|не позднее|до|после|по|через|незамедлительно|немедленно|\p{L}+о)(?!\p{L})/u
  if (!isWhen.test(words)) return null
  const starts =
    reading.language === 'en'
      ? [...words.matchAll(/, (?=\p{L})/gu)]
      : [...words.matchAll(/,? (?=\p{L}+(?:ть|ти)(?:ся)?(?!\p{L}))/gu)]
  for (const { index, 0: joint } of starts) {
    const from = index + joint.length
    const found = words.slice(from).match(wording.imperative)
    const hangs = [...words.slice(0, from).matchAll(wording.subordinate)].length > 0
    if (found && !hangs) return headAt(piece.from + from, found[0], 'obligation', 'imperative')
  }
  return null
}

/** The parts of a piece; a part without a head goes on with the one before, or only states something. */
export const partsOf = (around: Surroundings, piece: Stretch): readonly Part[] => {
  const said = preambular(around, piece)
  if (said) return said
  const command = imperative(around, piece)
  const heads = headsIn(around, piece)
  const all = command ? [command, ...heads.filter(({ from }) => from >= command.to)] : heads
  if (all.length > 0) return partsByHeads(around, piece, all).flatMap((part) => byVerbs(around, part))
  const late = lateCommand(around, piece)
  if (late) return byVerbs(around, { ...piece, head: late, goesOn: false })
  return nominal(around, piece) ?? [{ ...piece, head: null, goesOn: false }]
}
