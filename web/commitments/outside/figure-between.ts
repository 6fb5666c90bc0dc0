/** A figure with the lowest and the highest that its source gives, where they are not the same: "12 (9–20)". */
export const figureBetween = (
  {
    best,
    low,
    high,
  }: { readonly best: number | null; readonly low: number | null; readonly high: number | null },
  figure: (value: number) => string,
): string => {
  if (best === null) return '—'
  return low === null || high === null || (low === best && high === best)
    ? figure(best)
    : `${figure(best)} (${figure(low)}–${figure(high)})`
}
