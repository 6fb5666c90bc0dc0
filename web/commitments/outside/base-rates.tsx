/** How provisions of a kind fared in other agreements, after 1, 5 and 10 years, always with how many there were. */
import { useIntl } from 'react-intl'
import english from '#contract/provisions.en.json' with { type: 'json' }
import russian from '#contract/provisions.ru.json' with { type: 'json' }
import type { BaseRate, ProvisionRates } from '#domain/commitments/scores/base-rates.ts'
import { provisionOf } from '#domain/commitments/scores/provisions.ts'
import { useFigures } from '../../bargaining/names.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { SourceLine } from './source-line.tsx'
import { type RatesFrom, useRatesOf } from './use-outside.ts'

/** What the kinds of provision are called; one that no list has is called by its stem. */
export const useProvisionNames = (): ((stem: string) => string) => {
  const { language } = usePreferences()
  const named = language === 'ru' ? russian : english
  return (stem) => {
    const known = provisionOf(stem)
    return known === undefined ? stem : named[known]
  }
}

const useCells = () => {
  const intl = useIntl()
  const { percent } = useFigures()
  const share = (each: number | null) => (each === null ? '—' : percent(each))
  const mean = (each: number | null) =>
    each === null ? '—' : intl.formatNumber(each, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return ({ n, mean: level, begun, full, reversed }: BaseRate): readonly string[] => [
    ...[intl.formatNumber(n), mean(level), share(begun), share(full), share(reversed)],
  ]
}

const columns = ['n', 'mean', 'begun', 'full', 'reversed'] as const

const Heads = () => {
  const say = useSay()
  return columns.map((column) => (
    <th scope="col" key={column}>
      {say(`commitments.rates.${column}`)}
    </th>
  ))
}

/** One kind of provision, a row for each number of years. */
const Rates = ({ rates }: { readonly rates: ProvisionRates }) => {
  const say = useSay()
  const cells = useCells()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
    <section className="matrix-scroll" tabIndex={0} aria-label={say('commitments.rates')}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say('commitments.rates.after')}</th>
            <Heads />
          </tr>
        </thead>
        <tbody>
          {rates.after.map((rate) => (
            <tr key={rate.years}>
              <th scope="row">{say('commitments.rates.years', { years: rate.years })}</th>
              {cells(rate).map((cell, i) => (
                <td key={columns[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const OneFile = ({ from, rates }: RatesFrom) => {
  const say = useSay()
  const names = useNames()
  return (
    <>
      <p className="small">
        <span dir="auto">{names.of(from.label)}</span>:{' '}
        {say('commitments.rates.accords', { accords: rates.accords })}
      </p>
      <Rates rates={rates} />
      <SourceLine from={from} />
    </>
  )
}

/** Beside a clause or an obligation of this kind; nothing where nobody has loaded anything that speaks of it. */
export const RatesBeside = ({ provision }: { readonly provision: string | undefined }) => {
  const say = useSay()
  const nameOf = useProvisionNames()
  const found = useRatesOf(provision)
  if (provision === undefined || found.length === 0) return null
  return (
    <section className="card stack tight" aria-labelledby="rates">
      <h2 id="rates">{say('commitments.rates.title', { provision: nameOf(provision) })}</h2>
      {found.map((each) => (
        <OneFile key={`${each.from.room} ${each.from.object}`} {...each} />
      ))}
      <p className="hint">{say('commitments.rates.how')}</p>
    </section>
  )
}

/** Every kind of provision of a file, as many years on as asked for. */
export const AllRates = ({ rates }: { readonly rates: readonly ProvisionRates[] }) => {
  const say = useSay()
  const { language } = usePreferences()
  const nameOf = useProvisionNames()
  const cells = useCells()
  const rows = rates
    .map((each) => ({ ...each, name: nameOf(each.provision) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
    <section className="matrix-scroll" tabIndex={0} aria-label={say('commitments.rates')}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say('commitments.rates.provision')}</th>
            <th scope="col">{say('commitments.rates.after')}</th>
            <Heads />
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ provision, name, after }) =>
            after.map((rate, i) => (
              <tr key={`${provision} ${rate.years}`}>
                {i === 0 && (
                  <th scope="rowgroup" rowSpan={after.length}>
                    {name}
                  </th>
                )}
                <th scope="row">{say('commitments.rates.years', { years: rate.years })}</th>
                {cells(rate).map((cell, column) => (
                  <td key={columns[column]}>{cell}</td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}
