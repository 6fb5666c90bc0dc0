/** Bars for shares and ranges: drawn, and always with their figures in words beside them. */

/** A share of 1 as a bar. */
export const ShareBar = ({ share }: { readonly share: number }) => (
  <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className="bar-ground" width="100" height="10" />
    <rect className="bar-share" width={Math.max(0, Math.min(100, 100 * share))} height="10" />
  </svg>
)

/** A factor on a weight as a place from 0 to 100: nothing at the left end, as said in the middle, fourfold at the right. */
const placeOf = (factor: number): number =>
  factor <= 1 ? factor * 50 : 50 + 25 * Math.log2(Math.min(4, factor))

/** From which factor to which an advice stands; the middle is the weight as it was said. */
export const RangeBar = ({ below, above }: { readonly below: number; readonly above: number }) => (
  <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className="bar-ground" width="100" height="10" />
    <rect
      className="bar-share"
      x={placeOf(below)}
      width={Math.max(1, placeOf(above) - placeOf(below))}
      height="10"
    />
    <rect className="bar-middle" x="49.5" width="1" height="10" />
  </svg>
)
