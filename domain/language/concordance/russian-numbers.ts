/** The Russian words for numbers: cardinals and ordinals in every case and gender, and what is made of them. */
import type { NumberWord } from './number-word.ts'

type Entry = readonly [string, NumberWord]

const word = (value: number, part: NumberWord['part'], order = false): NumberWord => ({ value, order, part })

// The cardinal numerals that are declined each in its own way (Zaliznyak, Grammatical Dictionary of Russian).
const cardinals: readonly (readonly [number, string])[] = [
  [0, 'ноль нуль ноля нуля нулю нулем нуле'],
  [1, 'один одна одно одного одной одному одну одним одном одною'],
  [2, 'два две двух двум двумя'],
  [3, 'три трех трем тремя'],
  [4, 'четыре четырех четырем четырьмя'],
  [5, 'пять пяти пятью'],
  [6, 'шесть шести шестью'],
  [7, 'семь семи семью'],
  [8, 'восемь восьми восемью восьмью'],
  [9, 'девять девяти девятью'],
  [10, 'десять десяти десятью'],
  [40, 'сорок сорока'],
  [50, 'пятьдесят пятидесяти пятьюдесятью'],
  [60, 'шестьдесят шестидесяти шестьюдесятью'],
  [70, 'семьдесят семидесяти семьюдесятью'],
  [80, 'восемьдесят восьмидесяти восемьюдесятью'],
  [90, 'девяносто девяноста'],
  [100, 'сто ста'],
  [200, 'двести двухсот двумстам двумястами двухстах'],
  [300, 'триста трехсот тремстам тремястами трехстах'],
  [400, 'четыреста четырехсот четыремстам четырьмястами четырехстах'],
  [500, 'пятьсот пятисот пятистам пятьюстами пятистах'],
  [600, 'шестьсот шестисот шестистам шестьюстами шестистах'],
  [700, 'семьсот семисот семистам семьюстами семистах'],
  [800, 'восемьсот восьмисот восьмистам восемьюстами восьмистах'],
  [900, 'девятьсот девятисот девятистам девятьюстами девятистах'],
]

// Those from eleven to thirty end in a soft sign and are declined alike.
const soft: readonly (readonly [number, string])[] = [
  [11, 'одиннадцат'],
  [12, 'двенадцат'],
  [13, 'тринадцат'],
  [14, 'четырнадцат'],
  [15, 'пятнадцат'],
  [16, 'шестнадцат'],
  [17, 'семнадцат'],
  [18, 'восемнадцат'],
  [19, 'девятнадцат'],
  [20, 'двадцат'],
  [30, 'тридцат'],
]

const ordinals: readonly (readonly [number, string])[] = [
  [1, 'перв'],
  [2, 'втор'],
  [4, 'четверт'],
  [5, 'пят'],
  [6, 'шест'],
  [7, 'седьм'],
  [8, 'восьм'],
  [9, 'девят'],
  [10, 'десят'],
  ...soft,
  [40, 'сороков'],
  [50, 'пятидесят'],
  [60, 'шестидесят'],
  [70, 'семидесят'],
  [80, 'восьмидесят'],
  [90, 'девяност'],
  [100, 'сот'],
  [1000, 'тысячн'],
  [2000, 'двухтысячн'],
]

const collectives: readonly (readonly [number, string])[] = [
  [2, 'двое двоих двоим двоими двойка двойки двойку двойной двойного двойную дважды вдвое вдвоем'],
  [
    3,
    'трое троих троим троими тройка тройки тройку тройной тройного тройственный трижды втрое треть трети третью третей',
  ],
  [
    4,
    'четверо четверых четверым четверка четверки четверку четвертка четырежды вчетверо четверть четверти четвертью',
  ],
  [5, 'пятеро пятерых пятерка пятерки пятью впятеро'],
  [6, 'шестеро шестерых шестерка шестерки'],
  [7, 'семеро семерых семерка семерки семерку семеркой'],
  [8, 'восьмерка восьмерки восьмерку'],
  [10, 'десятеро десяток десятки десятков десятка десятилетие декада декады декаду'],
  [12, 'дюжина дюжины дюжину'],
  [20, 'двадцатка двадцатки двадцатке двадцатку двадцаткой'],
  [30, 'тридцатка тридцатки'],
  [
    2,
    'оба обе обоих обеих обоим обеим обоими обеими половина половины половине половину половиной полу пара пары пару',
  ],
  [
    1,
    'однажды единожды единственный единственная единственного единственной единый единого единой единая ежегодно',
  ],
  [
    100,
    'сотня сотни сотен столетие столетия столетию век века полностью полное полный полная полной полного',
  ],
  [1000, 'тысячелетие тысячелетия'],
]

const scales: readonly (readonly [number, string])[] = [
  [1e3, 'тысяча тысячи тысяч тысячу тысяче тысячей тысячам тысячами тысячах тыс'],
  [1e6, 'миллион миллиона миллионов миллиону миллионом миллионе миллионам миллионами миллионах миллионы млн'],
  [1e9, 'миллиард миллиарда миллиардов миллиарду миллиардом миллиарде миллиардам миллиардами миллиарды млрд'],
  [1e12, 'триллион триллиона триллионов триллиону триллионом триллионе триллионам триллионы трлн'],
]

const endings = 'ый ий ой ая ое ые его ого ому ым ом ую ых ыми ою'.split(' ')
const softSix = ['ь', 'и', 'ью']
const third =
  'третий третья третье третьи третьего третьей третьему третьим третьем третью третьих третьими'.split(' ')

const partOf = (value: number): NumberWord['part'] => (value < 20 ? 'unit' : value < 100 ? 'ten' : 'hundred')

const formsOf = (
  lists: readonly (readonly [number, string])[],
  make: (value: number) => NumberWord,
): readonly Entry[] =>
  lists.flatMap(([value, forms]) => forms.split(' ').map((form): Entry => [form, make(value)]))

const known: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
  ...formsOf(collectives, (value) => word(value, 'hint')),
  ...ordinals.flatMap(([value, stem]) =>
    endings.map((ending): Entry => [stem + ending, word(value, partOf(value), true)]),
  ),
  ...third.map((form): Entry => [form, word(3, 'unit', true)]),
  ...soft.flatMap(([value, stem]) =>
    softSix.map((ending): Entry => [stem + ending, word(value, partOf(value))]),
  ),
  ...formsOf(cardinals, (value) => word(value, partOf(value))),
  ...formsOf(scales, (value) => word(value, 'scale')),
])

// In compounds such as «десятилетний», «двадцатипятилетие», «трехдневный» the number stands in the genitive.
const genitives: readonly (readonly [string, number])[] = [
  ...cardinals.flatMap(([value, forms]): readonly (readonly [string, number])[] => {
    const [first = '', second = first, third = second] = forms.split(' ')
    if (value === 0) return []
    const form = value === 100 || value === 90 ? first : value <= 2 ? third : second
    return [[form, value]]
  }),
  ...soft.map(([value, stem]) => [`${stem}и`, value] as const),
  ['тысяче', 1000] as const,
].toSorted(([one], [other]) => other.length - one.length)

const compounded =
  /^(?:лет|годич|годов|днев|суточ|месячн|недельн|часов|минутн|секундн|процентн|кратн|фазн|этапн|этажн|уровнев|звен|мил|километр|метр|тонн|мест|сотлет|тысяч|миллион|миллиард|сторон|пункт|ступен|крат|летк|ярус|угольн|значн|компонентн|партийн|местн)/u

/** The number that a compound begins with: 25 in «двадцатипятилетний»; undefined when it is no such compound. */
const inCompound = (given: string): number | undefined => {
  let [sum, rest, last] = [0, given, Number.POSITIVE_INFINITY]
  for (;;) {
    const part = genitives.find(([form, value]) => value < last && rest.startsWith(form))
    if (!part) break
    ;[sum, rest, last] = [
      sum + part[1],
      rest.slice(part[0].length),
      part[1] < 10 ? 0 : part[1] < 100 ? 10 : 100,
    ]
    if (compounded.test(rest)) return sum
  }
  return undefined
}

/** What a Russian word says of a number; undefined for any other word. The word is in lower case, with е for ё. */
export const russianNumber = (given: string): NumberWord | undefined => {
  const found = known.get(given)
  if (found) return found
  if (given.length < 7) return undefined
  const value = inCompound(given)
  return value === undefined || value === 0 ? undefined : word(value, 'hint')
}
