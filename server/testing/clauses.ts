/** Clauses and alternatives as they enter a text, for tests that open one. */

/** A clause of one line, in both languages, as it enters a text. */
export const seed = (id: string, order: string, en: string, ru = en) => ({
  id,
  parent: null,
  order,
  kind: 'operative',
  passage: { en: en === '' ? [] : [en], ru: ru === '' ? [] : [ru] },
  brackets: {},
  notes: {},
})

/** An alternative that one party or several propose, in both languages. */
export const alternative = (id: string, sponsors: string | readonly string[], en: string, ru: string) => ({
  id,
  passage: { en: [en], ru: [ru] },
  sponsors: typeof sponsors === 'string' ? [sponsors] : sponsors,
  supporters: [],
  status: 'proposed' as const,
  base: 0,
})
