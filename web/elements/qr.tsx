/** A text as a QR code, drawn dark on light whatever the theme, since most readers take nothing else. */
import { useMemo } from 'react'
import { encode } from 'uqr'
import { toUtf8 } from '#domain/record/bytes.ts'
import { useSay } from '../speech.tsx'

/** The outline of every dark module, row by row; undefined for a text longer than any code can hold. */
export const qrPath = (text: string): { readonly size: number; readonly path: string } | undefined => {
  try {
    const { size, data } = encode([...toUtf8(text)], { ecc: 'L', border: 4 })
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size, path: dark.join('') }
  } catch {
    return undefined
  }
}

/** The code as a picture with a name; where the text is too long for one, a line that says so. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const say = useSay()
  const code = useMemo(() => qrPath(text), [text])
  if (!code) return <p className="small">{say('qr.too-long')}</p>
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} className="qr-light" />
      <path d={code.path} className="qr-dark" />
    </svg>
  )
}
