/** Negation: one language denies what the other does not. */
import { type Cited, type Finding, newFinding } from './finding.ts'
import { oneOf } from './one-of.ts'
import { cite, type Passage } from './passage.ts'

// Where the word of denial only sets a bound, adds, or belongs to a fixed phrase, nothing is denied.
const idle: Readonly<Record<Passage['language'], RegExp>> = {
  en: oneOf`
      not only|no (?:later|earlier|sooner|fewer|less|more|longer|higher|lower) than|
      not (?:later|earlier|less|more|fewer|exceeding|limited to)|whether or not|
      without (?:prejudice|(?:any |further |undue )?delay|exception)|nos?\.(?= ?\P{Ll})|not least|
      spar(?:e|ing) no efforts?|if not
    `,
  ru: oneOf`
      не только|
      не (?:позднее|позже|ранее|раньше|менее|более|меньше|больше|далее|ниже|выше|реже|превыша\p{L}+|говоря|ограничива\p{L}+)|
      если не|пока не|пока [^.;]{0,140}? не|без исключения|не в последнюю очередь|тем не менее|
      не\p{L}* ущерба|без ущерба|без вести|без промедления|на нет|не раз|не мог\p{L}* не|нельзя не|
      отнюдь не|как не|чуть ли не|едва ли не|не кто иной|не что иное|вне зависимости|кто бы ни|
      что бы ни|как бы ни|где бы ни|какой бы ни|ни (?:были|было|находи\p{L}+)|во что бы то ни стало
    `,
}

const denial: Readonly<Record<Passage['language'], RegExp>> = {
  en: oneOf`
      not|no|never|nor|neither|none|nobody|nothing|nowhere|cannot|without|non(?=-)
    `,
  ru: /(?<!\p{L})(?:не|нет|без|нельзя)(?!\p{L})/gu,
}

// Words that deny in themselves: they answer a denial and are none.
const hidden: Readonly<Record<Passage['language'], RegExp>> = {
  en: oneOf`
      un(?!i(?!m)|der(?!mine)|til|less|a |hcr|esc|amid|ama|doc|ifi|omi|smi|sos|dof|mik|mis|fpa|ep|hcr)\p{L}{3,}|
      in(?:abilit|acc|acti|adeq|admis|advert|alien|alter|appro|capa|compat|compet|complet|consist|correct|decis|defin|depend|determ|different|direct|effect|effic|eligib|equal|equit|evit|feas|flex|formal|human|just|oper|secur|separ|signif|stab|suffi|tang|toler|valid|var|visib|viol|volun)\p{L}*|
      im(?:possib|pract|proper|partial|punity|mov|mut)\p{L}*|ir(?:resp|rev|reg|rel)\p{L}+|
      il(?:legal|licit)\p{L}*|
      dis(?:agree|allow|arm|band|contin|engag|integr|order|propor|qualif|regard|respect|abl|advant|courag|favo|obey|own|rupt)\p{L}*|
      anti\p{L}*|mis(?!sion|sil|ter)\p{L}{3,}|\p{L}+less|lack\p{L}*|fail\p{L}*|prevent\p{L}*|
      avoid\p{L}*|refrain\p{L}*|refus\p{L}*|reject\p{L}*|den(?:y|ie|ial)\p{L}*|
      abs(?:ence|ent|tain|tention)\p{L}*|prohibit\p{L}*|forbid\p{L}*|ban(?:s|ned|ning)?|
      eliminat\p{L}*|exclu\p{L}*|except\p{L}*|unless|until|only|ceas\p{L}*|stop\p{L}*|halt\p{L}*|free|
      freedom|void|hardly|barely|instead|otherwise|other than|outside|despite|regardless|irrespective|
      independent\p{L}*|impair\p{L}*|hamper\p{L}*|hinder\p{L}*|imped\p{L}*|obstruct\p{L}*|
      preclud\p{L}*|withh\p{L}*|withdr\p{L}*|waiv\p{L}*|zero|landlocked|least|minimum|neglect\p{L}*|
      ignor\p{L}*|inadmiss\p{L}*|still|remain\p{L}*|pending|outstanding|stateless\p{L}*|wrong\p{L}*|
      beyond|misus\p{L}*
    `,
  ru: oneOf`
      не(?!обход|скольк|котор|дел|фт|посред|медл|замед|редк|давн|йтр|пал|уклон|устан|что)\p{L}{3,}|
      без(?!опас)\p{L}{3,}|бес(?!ед|поко|преце)\p{L}{3,}|отсутств\p{L}+|отказ\p{L}*|отриц\p{L}+|
      отверг\p{L}+|откл(?:он|ан)\p{L}+|лиш\p{L}+|запре[тщ]\p{L}*|воздерж\p{L}+|прекра\p{L}+|
      предотвра\p{L}+|предупре\p{L}+|избега\p{L}+|избеж\p{L}+|избав\p{L}+|исключ\p{L}+|устран\p{L}+|
      помимо|кроме|вне|вопреки|только|лишь|вместо|иначе|препятств\p{L}+|нулев\p{L}+|
      единовременн\p{L}*|чист\p{L}+|гражданск\p{L}+|ноль|нуля|освобожд\p{L}+|невзирая|независимо|едва|
      недо\p{L}+|отка\p{L}+|отмен\p{L}+|снят\p{L}+|остан\p{L}+|тщетн\p{L}+|напрасн\p{L}+|пока
    `,
}

const count = (words: string, pattern: RegExp): number => [...words.matchAll(pattern)].length

// «Никто не», «ни один не»: the two deny once; where no «не» follows, as in «ни о ком», the pronoun denies alone.
const concord =
  /(?<!\p{L})(?:ни|никогда|никто|никого|никому|никем|ничто|ничего|ничему|нигде|никак(?:ой|ая|ое|ие|ого|их|ому|им|ую|ими)?)(?!\p{L})/gu

interface Denials {
  readonly own: readonly Cited[]
  readonly hidden: number
}

const denialsIn = (passage: Passage): Denials => {
  const { language } = passage
  const active = passage.lower.replace(idle[language], (found) => ' '.repeat(found.length))
  const [first, ...more] = active.matchAll(denial[language])
  // «Не размещать и не устанавливать»: a second «не» in a row of verbs goes on with the first.
  const goesOn = ({ index }: RegExpExecArray): boolean =>
    language === 'ru' && /(?:,|[ ,](?:и|или|а также)) $/u.test(active.slice(Math.max(0, index - 12), index))
  const plain = first ? [first, ...more.filter((match) => !goesOn(match))] : []
  const onward = more.filter(goesOn).length
  const found = language === 'ru' && plain.length === 0 ? [...active.matchAll(concord)].slice(0, 1) : plain
  const own = found.map(({ index, 0: word }) => cite(passage, index, index + word.length))
  return { own, hidden: count(active, hidden[language]) + count(passage.lower, idle[language]) + onward }
}

const longest = 45

/** Findings on denials that have no counterpart of any kind in the other language. */
export const negationFindings = (en: Passage, ru: Passage): readonly Finding[] => {
  const [left, right] = [denialsIn(en), denialsIn(ru)]
  const make = (language: 'en' | 'ru', cited: Cited): Finding => {
    const severity = en.tokens.length <= longest ? 'divergence' : 'doubt'
    return newFinding(`negation.only-${language}`, severity, { [language]: cited }, { words: cited.words })
  }
  const surplus = (one: Denials, other: Denials): Cited | undefined =>
    one.own.length > other.own.length + other.hidden ? one.own[other.own.length] : undefined
  const [inEnglish, inRussian] = [surplus(left, right), surplus(right, left)]
  if (inEnglish) return [make('en', inEnglish)]
  return inRussian ? [make('ru', inRussian)] : []
}
