/** The few words that an export adds to those of the text, in English and Russian. */
import type { Language } from '#domain/parties/localised.ts'

/** What is said around a text. */
export interface AddedWords {
  readonly text: string
  readonly untranslated: string
  readonly deleted: string
  readonly mediator: string
  readonly notes: string
  readonly parties: string
  readonly open: (count: number) => string
  readonly as: string
}

const english: AddedWords = {
  text: 'Text',
  untranslated: 'not yet translated',
  deleted: 'delete',
  mediator: 'Mediator',
  notes: 'Notes',
  parties: 'Who the alternatives are by',
  open: (count) =>
    count === 0
      ? 'No bracket is open.'
      : count === 1
        ? 'One bracket is open.'
        : `${count} brackets are open.`,
  as: 'As of',
}

const russian: AddedWords = {
  text: 'Текст',
  untranslated: 'ещё не переведено',
  deleted: 'исключить',
  mediator: 'Посредник',
  notes: 'Примечания',
  parties: 'Кому принадлежат варианты',
  open: (count) => (count === 0 ? 'Открытых скобок нет.' : `Открытых скобок: ${count}.`),
  as: 'По состоянию на',
}

/** The words for a reader of this language; English where there are no others. */
export const addedWords = (language: Language): AddedWords => (/^ru\b/.test(language) ? russian : english)
