/** What a demand waits for, and whether the words say at which step, paragraph or day that is. */
import type { Cited } from '#domain/language/concordance/finding.ts'
import { oneOf } from '#domain/language/concordance/one-of.ts'
import type { Known } from '#domain/language/concordance/passage.ts'
import type { Reading, Stretch } from './reading.ts'

/**
 * A condition. `consent`: somebody's agreement is waited for; `event`: anything else. `cites` are the numbers of the
 * paragraphs it names; it `isOrdered` when they, a day, a term or the entry into force say where it stands in the order.
 */
export interface DraftCondition {
  readonly kind: 'event' | 'consent'
  readonly cited: Cited
  readonly cites: readonly string[]
  readonly isOrdered: boolean
}

const marker: Readonly<Record<Known, RegExp>> = {
  en: oneOf`
    upon(?= (?!(?:the )?(?:date of )?(?:entry|signature|signing|request|all|states?|member|both|parties|them|him|it|this|these)(?!\p{L}))\p{L})(?<!(?:call|calls|called|calling|based|agreed|rely|relies|incumbent|depend|depends|urge|impose|imposed|imposing) upon)|
    (?:only )?after(?! \d)|once|subject to(?! (?:verification|monitoring|inspection|supervision|the supervision|the same|the law|the jurisdiction))|(?<!(?:be|as|is|are|information|data|assistance|otherwise) )provided(?: that|,? (?=(?:the|all|both|each|no|it|they|there|neither|paragraph)(?!\p{L})))|providing that|on (?:the )?condition that|conditional (?:up)?on|contingent (?:up)?on|
    depending on|dependent (?:up)?on|as soon as(?! (?:\p{L}+ )?(?:possible|practicable|feasible))|in (?:the event|case)(?: that| of)?(?= )|if|unless|when|whenever|until such time as|pending|assuming(?: that)?|only (?:if|when|upon)|
    in return for|in exchange for|in fulfilment of|following(?= (?:the |a |an )?(?:[\p{L}-]+ )?(?:\p{L}+(?:tion|sion|ment|al|ing|ance|ence|ture|er|se|ns)|elections|ceasefire))|linked to|to the extent that|as long as|so long as|until
  `,
  ru: oneOf`
    при условии|(?:только |лишь )?после(?! \d)|как только|если|в случае|при наличии|по завершении|по выполнении|по достижении|по получении|по итогам|по результатам|по истечении|по окончании|до тех пор,? пока|когда|лишь когда|
    в обмен на|в зависимости от|по мере того,? как|во исполнение|при соблюдении|кроме случаев|ввиду выполнения|увязыва\p{L}+ с|увязанн\p{L}+ с|при отсутствии|постольку,? поскольку|до(?= (?:завершени|полного|выполнени|проведени|достижени|окончани))
  `,
}
const consent: Readonly<Record<Known, RegExp>> = {
  en: oneOf`
    (?:up)?on (?:the )?(?:agreement|approval|consent|request|invitation) (?:by|of|from|with|between)|(?:to be )?agreed(?: upon| on)?(?: and \p{L}+)? (?:with|by|between|among)|in agreement with|by (?:mutual|common) (?:agreement|consent)|
    (?:with|subject to) the (?:\p{L}+ )?(?:consent|agreement|approval) of|subject to (?:agreement|approval|consent)|as (?:may be |shall be |to be |mutually )?agreed(?! in)|to be (?:agreed(?: upon)?|negotiated)|acceptable to
  `,
  ru: oneOf`
    по согласованию с|с согласия|по договоренности (?:с|между)|по взаимн\p{L}+ (?:согласию|договоренности)|согласованн\p{L}+ (?:с|между|сторонами)|согласов(?:ан(?:ы|а|о)?|ыва\p{L}+) с|при согласии|после согласования|с одобрения|по соглашению (?:с|между)|по просьбе|как (?:это )?будет согласовано|приемлем\p{L}+ для
  `,
}
// They stand in every agreement and make nothing wait.
const idle: Readonly<Record<Known, RegExp>> = {
  en: /^(?:if|unless|when|whenever|until|in case|once)(?: and when)? (?:otherwise|necessary|needed|appropriate|possible|applicable|required|requested|practicable|so|any|not|feasible|and|in a)(?!\p{L})|^once (?:again|every|per|a|in)(?!\p{L})|^subject to (?:this|the provisions|article)|^after (?:that|which|all|this)(?!\p{L})|^when(?:ever)? (?:conducting|carrying|exercising|implementing|performing)/u,
  ru: /^(?:если|когда)(?: это)? (?:не |иное|необходимо|требуется|потребуется|возможно|применимо|таковые|таковая|только|бы)|^в случае (?:необходимости|потребности)|^после (?:чего|этого)(?!\p{L})/u,
}

const reference =
  /(?<!\p{L})(?:(?:sub)?paragraphs?|paras?\.?|articles?|arts?\.?|sections?|steps?|phases?|stages?|points?|items?|chapters?|measures?|clauses?|annex(?:es)?|(?:под)?пункт\p{L}{0,3}|пп?\.|стать\p{L}{1,3}|ст\.|раздел\p{L}{0,2}|шаг\p{L}{0,2}|этап\p{L}{0,2}|стади\p{L}{0,2}|фаз\p{L}{0,2}|глав\p{L}{1,2}|приложени\p{L}{1,2})(?: (?:no\.|№|n))? ?((?:\d+|[ivx]+(?!\p{L})|one|two|three|four|перв\p{L}+|втор\p{L}+)(?:[.)(]?(?:\d+|\(?\p{L}\)))*(?:(?:,| and| or|–|-| to| и| или) ?\d+)*)|(?<!\p{L})((?:first|second|third|fourth|перв\p{L}{2,3}|втор\p{L}{2,3}|треть\p{L}{1,3})) (?:step|phase|stage|этап\p{L}{0,2}|стади\p{L}{1,2}|шаг\p{L}{0,2}|фаз\p{L}{0,2})(?!\p{L})/gu

/** The paragraphs, articles or steps that some words name, as printed. */
export const referencesIn = (words: string): readonly string[] =>
  [...words.matchAll(reference)].flatMap(([, number, order]) =>
    (number ?? order ?? '').split(/(?:,| and| or| и| или) ?/u).filter((one) => one !== ''),
  )

// From its first words to the next comma: a proviso with "that" may hold one more.
const reachOf = (lower: string, from: number): number => {
  const words = lower.slice(from)
  const end = words.slice(3).search(/[,;:.](?= |$)| [–-] /u)
  const isProviso = /^(?:provided|on condition|при условии|до тех пор|как только|по мере)/u.test(words)
  const first = end < 0 ? words.length : end + 3
  const isDescribed =
    /^, (?:(?:as )?(?:set out|referred to|specified|described|provided for|mentioned|listed)|which|указанн|предусмотренн|упомянут|перечисленн|изложенн|котор)/u.test(
      words.slice(first),
    )
  if (!isDescribed && (!isProviso || words[first] !== ',' || first > 30)) return from + first
  const more = words.slice(first + 1).search(/[,;:.](?= |$)/u)
  return from + (more < 0 ? words.length : first + 1 + more)
}

/** "After the settlement to be completed by the end of the year": the deadline is the demand's, and ends the condition. */
const cutAtTerm = (lower: string, from: number, to: number, terms: readonly Stretch[]): number => {
  if (
    /^(?:if|unless|provided|in the event|in case|when|если|при условии|в случае|когда)/u.test(
      lower.slice(from),
    )
  )
    return to
  const term = terms.find(
    (one) =>
      one.from > from + 8 &&
      one.from < to &&
      /^(?:by|no later|not later|within|before|until|at the latest|до|к|не позднее|не позже|в течение) /u.test(
        lower.slice(one.from),
      ),
  )
  return term?.from ?? to
}

/** The conditions of a clause in order. `terms` are where its times stand: what a term is counted from is part of it, and no condition. */
export const conditionsIn = (
  reading: Reading,
  terms: readonly Stretch[],
): readonly (DraftCondition & Stretch)[] => {
  const { language, passage } = reading
  // What is remarked in brackets may still be a condition; what is quoted is not.
  const lower = passage.lower.replace(/"[^"]{2,}"/gu, (found) => '·'.repeat(found.length))
  const inTerm = (at: number): boolean => terms.some(({ from, to }) => at >= from && at < to)
  const made = (kind: DraftCondition['kind'], from: number): readonly (DraftCondition & Stretch)[] => {
    const to = cutAtTerm(lower, from, reachOf(lower, from), terms)
    const words = lower.slice(from, to)
    if (inTerm(from) || idle[language].test(words)) return []
    const cites = referencesIn(words)
    const isDated = terms.some((term) => term.from < to && from < term.to)
    const isOrdered =
      cites.length > 0 || isDated || /entry into force|вступлени\p{L}+(?: \p{L}+){0,3}? в силу/u.test(words)
    return [{ kind, cites, isOrdered, from, to, cited: reading.cite(from, to) }]
  }
  const consents = [...lower.matchAll(consent[language])].flatMap(({ index }) => made('consent', index))
  const events = [...lower.matchAll(marker[language])].flatMap(({ index }) => made('event', index))
  const kept: (DraftCondition & Stretch)[] = []
  for (const one of [...consents, ...events].toSorted((a, b) => a.from - b.from)) {
    const last = kept.at(-1)
    const isInside = last && one.from < last.to
    if (!isInside || one.kind === 'consent') kept.push(one)
  }
  return kept
}
