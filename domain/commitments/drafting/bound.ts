/** Who is bound by one part of a clause: its subject, whom it addresses, or by whom it is to be done. */
import type { Part, Surroundings } from './heads.ts'
import type { Stretch } from './reading.ts'
import { inRow, isDative, isGoverned, isInstrumental, isNominative, type Mention } from './who.ts'

const addresses =
  /^(?:calls?|urges?|requests?|encourages?|invites?|appeals?|asks?|exhorts?|demands?|requires?|instructs?|mandates?|authori|empowers?|permits?|recommends?|decides?|insists?|(?:настоятельно )?призыва|прос|предлага(?:ет|ют)(?!ся)|поощря|рекоменду|требу|поруча|уполномоч|постановля|настаива|разреша(?:ет|ют)(?!ся))/u
const impersonal =
  /^(?:предлагается|следует|надлежит|рекомендуется|необходимо|разрешается|запрещается|целесообразно|желательно|можно|нельзя)/u
const adverbial =
  /^ ?(?:$|(?:in|on|at|by|within|under|upon|after|before|for|to|from|no later|not later|as|during|with|without|pursuant|\p{L}+ed|\p{L}+ing|having|following|until|if|when|once|and|also|then|which|who|that|or|subject|provided|once|through|throughout|including|\p{L}+ly|в|во|на|с|со|не|для|до|по|через|при|после|если|когда|и|а|также|котор\p{L}+|под|без|за|из|от|к|согласно|незамедлительно|немедленно|начиная|включая|сразу|каждые|каждый|\p{L}+о|\p{L}{4,}(?:нн|щ|вш|ем|им|т)(?:ые|ие|ая|ое|ый|ий|ого|ых|их|ей|ой|ую|ими|ыми))(?!\p{L}))/u

const within = ({ mentions }: Surroundings, { from, to }: Stretch): readonly Mention[] =>
  mentions.filter((one) => one.from >= from && one.to <= to)

/** Names that open a piece are capitals by right: what is a deed, or many things, is nobody. */
const isSomebody = ({ reading, wording }: Surroundings, part: Stretch, mention: Mention): boolean => {
  if (mention.kind !== 'name' || mention.from > part.from + 1) return true
  const words = reading.lower.slice(mention.from, mention.to)
  if (/^\p{Lu}{2}/u.test(reading.plain.slice(mention.from))) return true
  if (reading.language === 'en' && /(?:[^aiu]s|ing|ion|ment)$/u.test(words)) return false
  return (
    !wording.nominal.test(words) &&
    !/^(?:work|nothing|there|dialogue|assistance|aid|humanitarian|everyone|nobody|peace|fighting|disputes?|until|within|following|after|upon|subject|если|после|при|не|все|для|в|на)(?!\p{L})/u.test(
      words,
    )
  )
}

/** The subject before a verb: looked for from the verb back, comma by comma, past what only says when and how. */
const subjectOf = (around: Surroundings, part: Stretch, to: number): readonly Mention[] => {
  const { reading } = around
  const isImpersonal = impersonal.test(reading.lower.slice(to))
  const fits = (one: Mention): boolean =>
    !isGoverned(reading, one) &&
    isSomebody(around, part, one) &&
    (isImpersonal ? isDative(one) : isNominative(reading, one))
  for (let end = to; end > part.from; ) {
    const words = reading.lower.slice(part.from, end)
    const comma = Math.max(words.lastIndexOf(','), words.lastIndexOf(':')) + 1
    const start = part.from + Math.max(comma, afterThat(around, words))
    const found = within(around, { from: start, to: end })
    const opening = found.find(
      (one) =>
        fits(one) &&
        (isPlain(reading.lower.slice(start, one.from)) ||
          isDescribed(reading.plain.slice(start, one.from), one)),
    )
    const isAdverbial = adverbial.test(reading.lower.slice(start, end))
    const chosen = opening ?? (isAdverbial ? found.findLast(fits) : undefined)
    if (chosen) return rowFrom(around, chosen, to)
    if (!isAdverbial) return []
    end = start - 1
  }
  return []
}

/** "It is agreed that neither side will": the subject comes after "that". */
const afterThat = ({ wording }: Surroundings, words: string): number => {
  const that = [...words.matchAll(/(?<!\p{L})(?:that|что)(?!\p{L})/gu)].findLast(({ index }) =>
    wording.complement.test(words.slice(0, index)),
  )
  return that ? that.index + that[0].length : 0
}

const isPlain = (words: string): boolean =>
  /^ ?(?:(?:and|also|but|that|the|an?|each|both|all|neither|no|either|any|every|или|и|а|но|что|однако|настоящим|\p{L}+ly)\s)*$/u.test(
    words.replace(/^ /u, ''),
  )

// "Humanitarian organisations": a word or two before the noun describe it.
const isDescribed = (words: string, { kind }: Mention): boolean =>
  kind === 'body' &&
  /^ ?(?:(?!(?:of|by|to|for|from|in|with|on|at|under|and|or|в|на|с|к|от|для|и|или|по|до|за)(?!\p{L}))[\p{L}-]+ ){1,2}$/u.test(
    words.toLowerCase(),
  )

/** Those who stand in a row with somebody, before and after. */
const rowFrom = ({ reading, mentions }: Surroundings, one: Mention, to: number): readonly Mention[] => {
  const last = mentions.findLast(
    (each) => each.to <= to && each.from >= one.from && inRow(reading, mentions, each).includes(one),
  )
  return inRow(reading, mentions, last ?? one)
}

const addressed = (around: Surroundings, part: Stretch, from: number): readonly Mention[] => {
  const { reading } = around
  const first = within(around, { from, to: part.to }).find(
    (one) => one.kind !== 'pronoun' && isNear(reading.lower.slice(from, one.from)),
  )
  return first ? rowFrom(around, first, part.to) : []
}
const isNear = (words: string): boolean =>
  words.length <= 40 &&
  !/[;.]|(?<!\p{L})(?:to|of|for|by|in|with|к|о|в|с|на|для|от)(?!\p{L})|(?:ть|ться)(?!\p{L})/u.test(words)

const seen =
  /(?:monitored|verified|observed|supervised|overseen|certified|inspected|confirmed|witnessed|attested) (?:and \p{L}+ )?by (?:the |both |all |each |an? )?$/u

/** By whom: English "by …", Russian an instrumental, or an abbreviation right after the verb. */
const agents = (
  around: Surroundings,
  part: Stretch,
  head: Stretch,
  isPassive: boolean,
): readonly Mention[] => {
  const { reading, wording } = around
  const found = within(around, part).filter((one) => {
    const before = reading.lower.slice(Math.max(part.from, one.from - 60), one.from)
    if (one.kind === 'pronoun') return false
    if (wording.agentBefore) {
      if (!wording.agentBefore.test(before)) return false
      if (
        /(?:agreement|consent|approval|decision|request|signature|ratification) by (?:the |both |all |each |an? )?$/u.test(
          before,
        )
      )
        return false
      if (!isPassive) return !/\p{L}(?:ed|wn|en) by (?:the |both |all |each |an? )?$/u.test(before)
      return one.from > head.from && !(seen.test(before) && one.from - head.to > 45)
    }
    if (/(?:^| )со стороны (?:\p{L}+(?:ых|их|ого|его|ой|ей) )?$/u.test(before))
      return !(
        isPassive &&
        /(?:мониторинг|наблюдени|контрол|надзор|верификаци|проверк)\p{L}* со стороны/u.test(before)
      )
    if (
      isGoverned(reading, one) ||
      /(?:[ея]м|нн|вш|щ)(?:ых|ые|ого|ой|ыми|ому|ую|ая|ое|ый|ий|их|ие|ей) $/u.test(before)
    )
      return false
    if (isInstrumental(one)) return isFree(before)
    return (
      isPassive &&
      /^\p{Lu}{2}/u.test(reading.plain.slice(one.from)) &&
      one.from > head.from &&
      /(?:ся|н[аоы]?|т[аоы]) $/u.test(before)
    )
  })
  return found.flatMap((one) => rowFrom(around, one, part.to)).filter((one, i, all) => all.indexOf(one) === i)
}
// «с обеими сторонами», «под международным наблюдением миссии»: a preposition before the adjectives governs as well.
const isFree = (before: string): boolean =>
  !/(?:^| )(?:с|со|под|между|перед|за|над|согласованн\p{L}+ с) (?:[\p{L}-]+ )?$/u.test(before)

/** How a part binds: in which voice, and whom. */
export interface Binding {
  readonly isPassive: boolean
  readonly mentions: readonly Mention[]
}

// «Стороны намерены встретиться»: with somebody before it a reflexive verb is what they do.
const suffersAfter = ({ wording }: Surroundings, after: string, subject: readonly Mention[]): boolean => {
  const found = after.match(wording.passive)
  return found !== null && !(subject.length > 0 && /ться$/u.test(found[0]))
}

/** Who is bound by a part with this head. Pronouns are left to the reader of the sentence before. */
export const bindingOf = (around: Surroundings, part: Part): Binding => {
  const { head } = part
  if (!head) return { isPassive: false, mentions: [] }
  const { reading } = around
  const [words, after] = [reading.lower.slice(head.from, head.to), reading.lower.slice(head.to, part.to)]
  if (head.form === 'formula' && addresses.test(words)) {
    return { isPassive: false, mentions: addressed(around, part, head.to) }
  }
  if (head.form === 'imperative' || head.form === 'nominal')
    return { isPassive: false, mentions: agents(around, part, head, false) }
  const subject = subjectOf(around, part, head.from)
  const isReflexive = head.form === 'indicative' && /с[яь]$/u.test(words) && subject.length === 0
  const suffers =
    /^(?:подлеж|разреша(?:ет|ют)ся|запреща(?:ет|ют)ся|допуска(?:ет|ют)ся|не допуска|не разреша|is prohibited|are prohibited|be prohibited)/u
  const isPassive =
    isReflexive ||
    (suffers.test(words) && subject.every(({ kind }) => kind !== 'pronoun')) ||
    suffersAfter(around, after, subject)
  if (isPassive) return { isPassive, mentions: agents(around, part, head, true) }
  if (subject.length > 0) return { isPassive, mentions: subject }
  return { isPassive, mentions: reading.language === 'ru' ? inverted(around, part, head.to) : [] }
}

/** «Надзор будет осуществлять новый орган»: in Russian who acts may come after the verb. */
const inverted = (around: Surroundings, part: Stretch, from: number): readonly Mention[] => {
  const first = within(around, { from, to: part.to }).find(
    (one) =>
      one.kind !== 'pronoun' &&
      (one.kind !== 'name' || /^\p{Lu}{2}/u.test(around.reading.plain.slice(one.from))) &&
      !isGoverned(around.reading, one) &&
      isNominative(around.reading, one),
  )
  const before = first ? around.reading.lower.slice(from, first.from) : ''
  return first &&
    /^ ?(?:[\p{L}-]+(?:ть|ться|ти)(?: |$))?(?:[\p{L}-]+ый |[\p{L}-]+ая |нов\p{L}+ )?$/u.test(before)
    ? rowFrom(around, first, part.to)
    : []
}
