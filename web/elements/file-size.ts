/** How large a file is, in the reader's own way of writing it. */
import { useIntl } from 'react-intl'

/** A size in bytes in kilobytes or megabytes, as the reader's language writes it. */
export const useFileSize = (): ((bytes: number) => string) => {
  const intl = useIntl()
  return (bytes) => {
    const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
    return intl.formatNumber(value, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 })
  }
}
