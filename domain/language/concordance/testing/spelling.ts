/** Numbers in words, for tests: English and Russian, in the nominative; ordinals of Russian in the locative feminine. */

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

const below100 = (n: number): string => {
  if (n < 20) return ones[n - 1] ?? ''
  const rest = n % 10
  return `${tens[Math.floor(n / 10) - 2]}${rest ? `-${ones[rest - 1]}` : ''}`
}

const below1000 = (n: number): string => {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100]
  if (hundreds === 0) return below100(rest)
  return `${ones[hundreds - 1]} hundred${rest ? ` and ${below100(rest)}` : ''}`
}

/** A number from 1 to 999,999 in English. */
export const inEnglish = (n: number): string => {
  const [thousands, rest] = [Math.floor(n / 1000), n % 1000]
  if (thousands === 0) return below1000(rest)
  return `${below1000(thousands)} thousand${rest ? ` ${rest < 100 ? 'and ' : ''}${below1000(rest)}` : ''}`
}

/** An ordinal from 1 to 99 in English. */
export const ordinalInEnglish = (n: number): string =>
  below100(n).replace(/[a-z]+$/u, (last) => irregular[last] ?? last.replace(/y$/u, 'ie').concat('th'))

const onesRu =
  'один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  )
const tensRu = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ')
const hundredsRu = 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ')

const below1000Ru = (n: number, feminine: boolean): string => {
  const words: string[] = []
  if (n >= 100) words.push(hundredsRu[Math.floor(n / 100) - 1] ?? '')
  const rest = n % 100
  if (rest >= 20) words.push(tensRu[Math.floor(rest / 10) - 2] ?? '')
  const last = rest >= 20 ? rest % 10 : rest
  if (last > 0)
    words.push(feminine && last === 1 ? 'одна' : feminine && last === 2 ? 'две' : (onesRu[last - 1] ?? ''))
  return words.join(' ')
}

const thousandRu = (n: number): string => {
  const [ten, one] = [Math.floor(n / 10) % 10, n % 10]
  if (ten === 1 || one === 0 || one > 4) return 'тысяч'
  return one === 1 ? 'тысяча' : 'тысячи'
}

/** A number from 1 to 999,999 in Russian, in the nominative. */
export const inRussian = (n: number): string => {
  const [thousands, rest] = [Math.floor(n / 1000), n % 1000]
  const before = thousands === 0 ? '' : `${below1000Ru(thousands, true)} ${thousandRu(thousands)}`
  return [before, rest === 0 ? '' : below1000Ru(rest, false)].filter((part) => part !== '').join(' ')
}

const ordinalsRu =
  'первой второй третьей четвёртой пятой шестой седьмой восьмой девятой десятой одиннадцатой двенадцатой тринадцатой четырнадцатой пятнадцатой шестнадцатой семнадцатой восемнадцатой девятнадцатой'.split(
    ' ',
  )
const roundRu =
  'двадцатой тридцатой сороковой пятидесятой шестидесятой семидесятой восьмидесятой девяностой'.split(' ')

/** An ordinal from 1 to 99 in Russian, as in «на двадцать пятой сессии». */
export const ordinalInRussian = (n: number): string => {
  if (n < 20) return ordinalsRu[n - 1] ?? ''
  const [ten, one] = [Math.floor(n / 10) - 2, n % 10]
  return one === 0 ? (roundRu[ten] ?? '') : `${tensRu[ten]} ${ordinalsRu[one - 1]}`
}
