/** The few words that printed forms of a text bring themselves, in the languages that have them. */
import type { Language } from '#domain/parties/localised.ts'

/** What a printed page says besides the words of the text. `{n}`, `{of}` and `{for}` are filled in. */
export interface PrintLabels {
  readonly page: string
  readonly copy: string
  readonly copyFor: string
  readonly mediator: string
  readonly unattributed: string
  readonly untranslated: string
  readonly open: string
  readonly openPlaces: string
  readonly original: string
  readonly version: string
  readonly hash: string
  readonly verify: string
  readonly reservation: string
}

const english: PrintLabels = {
  page: 'Page {n} of {of}',
  copy: 'Copy {n} of {of}',
  copyFor: 'Copy {n} of {of}, for {for}',
  mediator: 'Mediator',
  unattributed: 'Not attributed',
  untranslated: 'not yet translated',
  open: '[…]',
  openPlaces: 'Words not agreed are left out and shown as […]: {n}',
  original: 'Original of: {for}',
  version: 'Version',
  hash: 'SHA-256',
  verify: 'Verify this text at',
  reservation: 'Reservation',
}

const russian: PrintLabels = {
  page: 'Страница {n} из {of}',
  copy: 'Экземпляр {n} из {of}',
  copyFor: 'Экземпляр {n} из {of}, для: {for}',
  mediator: 'Посредник',
  unattributed: 'Без указания стороны',
  untranslated: 'ещё не переведено',
  open: '[…]',
  openPlaces: 'Несогласованные слова опущены и обозначены […]: {n}',
  original: 'Подлинник: {for}',
  version: 'Редакция',
  hash: 'SHA-256',
  verify: 'Проверить этот текст:',
  reservation: 'Оговорка',
}

/** The words of a printed page in this language; English where there are none. */
export const printLabels = (language: Language): PrintLabels => (/^ru\b/u.test(language) ? russian : english)

/** A label with its figures and names filled in. */
export const filled = (label: string, facts: Readonly<Record<string, string | number>>): string =>
  label.replace(/\{(\w+)\}/gu, (whole, name: string) => String(facts[name] ?? whole))
