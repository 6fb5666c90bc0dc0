/** Points and shares as the reader's language writes them. */
import { useMemo } from 'react'
import { locale } from '../../clock.ts'
import { usePreferences } from '../../preferences.tsx'

/** A figure: at most two places after the point. */
export const useFigure = (): ((value: number) => string) => {
  const { language } = usePreferences()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale(language), { maximumFractionDigits: 2 })
    return (value) => format.format(value)
  }, [language])
}

/** What is gained or lost, with its sign. */
export const useGain = (): ((value: number) => string) => {
  const { language } = usePreferences()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale(language), {
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    })
    return (value) => format.format(value)
  }, [language])
}

/** A share of 1, in hundredths. */
export const useShare = (): ((value: number) => string) => {
  const { language } = usePreferences()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 1 })
    return (value) => format.format(value)
  }, [language])
}
