/** What a step answers: the new value, or the reason why it could not be done. Never thrown, always returned. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Why something could not be done: a code from the list of its feature, and the facts its sentence needs.
 * The sentence itself lives in the catalogues, once per language.
 */
export interface Refusal {
  readonly code: string
  readonly facts?: Readonly<Record<string, string | number>> | undefined
}

/** The step succeeded with this value. */
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

/** The step could not be done, for this reason. */
export const refuse = (
  code: string,
  facts?: Refusal['facts'],
): { readonly ok: false; readonly refusal: Refusal } =>
  facts === undefined ? { ok: false, refusal: { code } } : { ok: false, refusal: { code, facts } }

/** The first of these steps that could not be done; done when every one is. A step given as a function is asked only when those before it hold. */
export const allHold = (...steps: readonly (Outcome<void> | (() => Outcome<void>))[]): Outcome<void> => {
  for (const step of steps) {
    const held = typeof step === 'function' ? step() : step
    if (!held.ok) return held
  }
  return done(undefined)
}
