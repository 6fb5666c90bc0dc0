/** Quiet hours as they are written into two fields. */

const clockTime = /^([01][0-9]|2[0-3]):[0-5][0-9]$/

/** The hours that two fields say: none when both are empty, null when they are no times of day. */
export const hoursOf = (
  from: string,
  to: string,
): { readonly hours: { readonly from: string; readonly to: string } | null } | null => {
  if (from.trim() === '' && to.trim() === '') return { hours: null }
  return clockTime.test(from.trim()) && clockTime.test(to.trim())
    ? { hours: { from: from.trim(), to: to.trim() } }
    : null
}
