/** Who is named in a draft, and whether a sentence binds them or only speaks of them. */
import { findName } from '#domain/language/concordance/names.ts'
import type { Named } from '#domain/language/concordance/vocabulary.ts'
import type { Reading, Stretch } from './reading.ts'
import { english } from './words-en.ts'
import { russian } from './words-ru.ts'

/** A party or a body of the process: its key, and all its names in each language. */
export interface KnownActor extends Named {
  readonly key: string
}

/** `actor` is one of the known, `parties` all or each of the sides, `body` a government or a mission, `name` a proper name, `pronoun` "they". */
export type MentionKind = 'actor' | 'parties' | 'body' | 'name' | 'pronoun'

/** One place where somebody is named. */
export interface Mention extends Stretch {
  readonly kind: MentionKind
  readonly key: string | null
  /** The noun itself, in lower case, by whose form Russian tells who acts. */
  readonly noun: string
}

const determiner = '(?:the|each|both|all|either|every|any|an?|no|these|two|several)'
const englishAgent = new RegExp(
  String.raw`(?<![\p{L}-])(?:${determiner} (?:of the )?(?:(?!(?:and|or|of|by|to|for|from|in|with|on|at|shall|will|may|must|is|are|as|that|which)(?!\p{L}))[\p{L}'-]+ ){0,3}?|(?:(?:other|two|high|contracting|warring|armed|foreign|joint|military|police|international|national|member|local|central|federal|opposing|security|regional|competent|relevant|conflicting|signatory|opposition) )*)((?:(?:${english.agents}) )?(?:${english.agents}))(?![\p{L}-])`,
  'gu',
)
const russianAgent = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?!\p{L}+[нтц]и(?:е|я|ю|ем|и|й)(?!\p{L}))(?:кажд|об|договаривающ|друг|люб|все|всем|всех|оба|обеим|высок|эти|ни одн|соответствующ|заинтересованн|\p{L}{3,}(?:ск|н|ическ|ующ|альн|енн))(?:ая|ые|ий|ый|ой|ое|ие|ими|ыми|ому|ему|ей|им|ым|а|е|ам|и|у)? ){0,3}(${russian.agents})(?![\p{L}-])`,
  'gu',
)
const pronoun = {
  en: /(?<!\p{L})(?:they|it|he|she)(?!\p{L})/gu,
  ru: /(?<!\p{L})(?:они|она|он|оно)(?!\p{L})/gu,
}
const acronym =
  /(?<![\p{L}\d/-])(?!(?:MLRS|ICBM|SLBM|UAVs?|WMD|HEU|IEDs?|[IVXL]+|РСЗО|БПЛА|ПТРК|САУ|ПЗРК|ОМП|АО|ТВ|СМИ)(?![\p{L}\d]))(?:\p{Lu}{2,}[\p{L}-]*|\p{Lu}\p{Ll}*\p{Lu}[\p{L}]*)(?:\/\p{Lu}+)*(?![\p{L}\d])/gu
const capitalised =
  /(?<![\p{L}\d.-])(?!(?:Article|Articles|Annex|Annexes|Paragraph|Protocol|Agreement|Treaty|Law|Resolution|Memorandum|Section|Chapter|Charter|Convention|Constitution|The|This|These|Each|Both|All|No|As|In|On|At|By|For|To|Of|With|When|If|While|Upon|After|Before|Once|Such|That|Any|Every|Either|Neither|Within|Until|Unless|Pursuant|Subject|Following|During|Where|There|Requests?|Encourages?|Decides?|Calls?|Urges?|Demands?|Entry|Nothing|Provided|По|В|На|С|К|О|Об|От|До|За|Из|Под|При|Для|Если|Когда|После|Этот|Эта|Эти|Это|Эту|Этой|Такой|Такие|Все|Как|Кажд\p{L}+|Об[еа]|Не|Ни|Во|Со|Через|Настоящ\p{L}+|Любой|Любая|Любые|Незамедлительно|Немедленно|January|February|March|April|May|June|July|August|September|October|November|December|Декларац\p{L}*|Соглашени\p{L}*|Договор\p{L}*|Протокол\p{L}*|Приложени\p{L}*|Закон\p{L}*|Резолюци\p{L}*|Меморандум\p{L}*|Устав\p{L}*|Конституци\p{L}*|План\p{L}*)(?!\p{L}))\p{Lu}\p{Ll}[\p{L}-]*(?: \p{Lu}\p{Ll}[\p{L}-]*)*/gu
const ofWhom = /^ of (?:the )?\p{Lu}[\p{L}-]*(?: (?:and )?\p{Lu}[\p{L}-]*)*/u

const overlaps = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to

const isParties = (noun: string): boolean => /^(?:part(?:y|ies)|sides?|сторон)/u.test(noun)

const known = ({ passage, plain, language }: Reading, actors: readonly KnownActor[]): readonly Mention[] =>
  actors.flatMap((actor) =>
    actor[language]
      .flatMap((name) => findName(passage, name))
      .filter(({ from }) => plain[from] !== '·')
      .map(
        ({ from, to, words }): Mention => ({
          from,
          to,
          kind: 'actor',
          key: actor.key,
          noun: words.toLowerCase(),
        }),
      ),
  )

const generic = ({ lower, plain, language }: Reading): readonly Mention[] =>
  [...lower.matchAll(language === 'en' ? englishAgent : russianAgent)].map(
    ({ index, 0: found, 1: noun = '' }) => {
      const end = index + found.length
      const to = end + (language === 'en' ? (plain.slice(end).match(ofWhom)?.[0].length ?? 0) : 0)
      return { from: index, to, kind: isParties(noun) ? 'parties' : 'body', key: null, noun }
    },
  )

const matched = (words: string, pattern: RegExp, kind: MentionKind): readonly Mention[] =>
  [...words.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    kind,
    key: null,
    noun: kind === 'name' && /^\p{Lu}{2}/u.test(found) ? found : found.toLowerCase(),
  }))

/** Everybody named in a clause, in order; what is said of a known actor by a longer name ("the Government of X") is theirs. */
export const mentionsIn = (reading: Reading, actors: readonly KnownActor[]): readonly Mention[] => {
  const { plain, lower, language } = reading
  const theirs = known(reading, actors)
  const groups = [
    generic(reading).map((one): Mention => {
      const own = theirs.find((each) => overlaps(each, one))
      return own
        ? {
            ...one,
            kind: 'actor',
            key: own.key,
            from: Math.min(one.from, own.from),
            to: Math.max(one.to, own.to),
          }
        : one
    }),
    theirs,
    matched(lower, pronoun[language], 'pronoun'),
    matched(lower, /(?<!\p{L})(?:we|мы)(?!\p{L})/gu, 'parties'),
    matched(plain, acronym, 'name'),
    matched(plain, capitalised, 'name'),
  ]
  const all: Mention[] = []
  for (const group of groups)
    for (const one of group) if (!all.some((other) => overlaps(one, other))) all.push(one)
  return all.toSorted((one, other) => one.from - other.from)
}

const governed = {
  en: /(?:^|[ (])(?:of|by|to|for|from|in|into|with|between|among|against|under|on|upon|at|through|towards?|over|per|within|via|about|than|concerning|regarding|including)(?: (?:the|all|each|both))? ?$/u,
  ru: /(?:^|[ (])(?:в|во|на|с|со|к|ко|от|у|о|об|под|между|перед|за|над|из|для|до|по|при|через|против|без|включая|около) ?$/u,
}

/** True where a preposition stands before somebody, so that the sentence speaks of them and not as them. */
export const isGoverned = ({ lower, language }: Reading, { from }: Mention): boolean =>
  governed[language].test(lower.slice(Math.max(0, from - 24), from))

const genitivePlural =
  /^(?:сторон|стран|(?:комитет|совет|президент|парламент|суд|орган|эксперт|инспектор|гарант|секретариат|штаб|банк|лидер|координатор|посредник|фонд|центр|директор|союз|персонал|министр|канцлер|партнер|участник|командир)а|\p{L}+(?:тел|ар)я|войск|сил|лиц|групп|глав|государств|правительств|министерств|ведомств|агентств)$/u
const isAcronym = ({ noun }: Mention): boolean => /^\p{Lu}{2}/u.test(noun) || /^[A-ZА-Я]+$/u.test(noun)
const lastWord = ({ noun }: Mention): string => noun.split(' ').at(-1) ?? noun

/** True for a form in which a Russian noun can be who acts; English nouns have but one. */
export const isNominative = ({ language }: Reading, mention: Mention): boolean => {
  if (language === 'en' || isAcronym(mention)) return true
  const word = lastWord(mention)
  return (
    !genitivePlural.test(word) &&
    !/(?:ами|ями|ам|ям|ом|ой|ою|ей|ию|[^и]ю|у|[^и]е|ием|ий|[^л]ем|ому|ых|их|ого)$/u.test(
      word.replace(/(?:ющий|щий|ший|кий)$/u, 'о'),
    )
  )
}

/** True for the form of a Russian noun by whom something is done. */
export const isInstrumental = (mention: Mention): boolean =>
  /(?:ами|ями|ом|ем|ой|ою|ей|ью|ими|ыми|им|ым)$/u.test(lastWord(mention)) && !isAcronym(mention)

/** True for the form of a Russian noun whom something behoves. */
export const isDative = (mention: Mention): boolean =>
  /(?:ам|ям|у|ю|е|ии|ему|ому|им|ым)$/u.test(lastWord(mention)) || isAcronym(mention)

/** Somebody, and those who are named with them in a row: "the Government, the Front and the Mission". */
export const inRow = (reading: Reading, all: readonly Mention[], last: Mention): readonly Mention[] => {
  const { lower } = reading
  const row = [last]
  for (const one of all.slice(0, all.indexOf(last)).reverse()) {
    const between = lower.slice(one.to, row[0]?.from ?? 0)
    if (
      !/^(?:, ?(?:(?:and|or|as well as|и|или|а также) )?| (?:and|or|as well as|и|или|а также) )(?:the |each |all |both )?$/u.test(
        between,
      )
    )
      break
    // A comma alone joins only within a list that ends in "and".
    if (isGoverned(reading, one) || (row.length === 1 && /^, (?:the |each )?$/u.test(between))) break
    row.unshift(one)
  }
  return row
}
