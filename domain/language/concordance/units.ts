/** Units after a number: of time, length, weight, money and parts, in both languages. */
import type { Passage } from './passage.ts'

// A unit is known by how its word begins in English and in Russian.
const units: readonly (readonly [string, RegExp])[] = [
  ['second', /^(?:seconds?\b|секунд)/u],
  ['minute', /^(?:minutes?\b|минут|мин\.)/u],
  ['hour', /^(?:hours?\b|час(?:а|ов|ы|ам|ах|ами|овой|ового)?(?!\p{L}))/u],
  ['day', /^(?:days?\b|дн(?:я|ей|и|ям|ями|ях|евн)|день|суток|сутки)/u],
  ['week', /^(?:weeks?\b|недел)/u],
  ['month', /^(?:months?\b|месяц)/u],
  ['year', /^(?:years?\b|год(?:а|у|ом|ы|ов)?(?!\p{L})|лет(?!\p{L})|летний|летн)/u],
  ['point', /^(?:percentage points?\b|процентн\p{L}+ пункт)/u],
  ['percent', /^(?:per ?cent\b|%|процент)/u],
  ['kilometre', /^(?:kilomet(?:re|er)s?\b|km\b|километр|км(?!\p{L}))/u],
  ['nautical mile', /^(?:nautical miles?\b|морск\p{L}+ мил)/u],
  ['mile', /^(?:miles?\b|мил(?:я|и|ь|ям|ях)(?!\p{L}))/u],
  ['metre', /^(?:met(?:re|er)s?\b|метр)/u],
  ['centimetre', /^(?:centimet(?:re|er)s?\b|сантиметр|см(?![\p{L}.]))/u],
  ['millimetre', /^(?:millimet(?:re|er)s?\b|миллиметр|мм(?!\p{L}))/u],
  ['foot', /^(?:feet\b|foot\b|фут)/u],
  ['hectare', /^(?:hectares?\b|гектар)/u],
  ['kilogram', /^(?:kilograms?\b|kg\b|килограмм|кг(?!\p{L}))/u],
  ['kiloton', /^(?:kilotons?\b|килотонн|кт(?!\p{L}))/u],
  ['ton', /^(?:(?:metric )?ton(?:ne)?s?\b|тонн|метрическ\p{L}+ тонн)/u],
  ['litre', /^(?:lit(?:re|er)s?\b|литр)/u],
  ['degree', /^(?:degrees?\b|°|градус)/u],
  ['dollar', /^(?:(?:united states |us )?dollars?\b|долл)/u],
  ['euro', /^(?:euros?\b|евро(?!\p{L}))/u],
  ['rouble', /^(?:rou?bles?\b|рубл)/u],
  ['pound', /^(?:pounds?\b|фунт)/u],
  ['franc', /^(?:swiss francs?\b|francs?\b|(?:швейцарск\p{L}+ )?франк)/u],
  ['megawatt', /^(?:megawatts?\b|мегаватт|мвт(?!\p{L}))/u],
]

const between =
  /^[ -]?(?:(?:calendar|consecutive|working|business|full|more|additional|календарн\p{L}+|последовательн\p{L}+|рабоч\p{L}+|полных) )?/u
const moneySign: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '₽': 'rouble' }

/** The unit of the number that stands from one position to another; null when there is none that is known. */
export const unitOf = ({ lower }: Passage, from: number, to: number): string | null => {
  const sign = moneySign[lower[from - 1] ?? '']
  if (sign) return sign
  const rest = lower.slice(to, to + 48)
  const after = rest.slice(between.exec(rest)?.[0].length ?? 0)
  return units.find(([, pattern]) => pattern.test(after))?.[0] ?? null
}
