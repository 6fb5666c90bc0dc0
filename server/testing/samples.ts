/** A good payload for every kind of act a member can post, for tests that address them to the wrong place. */
import { type ActKind, payloads } from '#contract/acts.ts'

/** What a payload may point to. */
export interface Pointers {
  readonly to: string
  readonly object: string
  readonly file?: string
}

const words = { original: 'en', words: { en: 'Some words.' } }
const card = {
  seat: 'us',
  name: { en: 'Name', ru: 'Имя' },
  function: 'adviser',
  title: { en: 'Title', ru: 'Должность' },
  authority: ['speak'],
  language: 'en',
  from: '2026-01-01',
  visibility: 'table',
}

const samples: Readonly<Record<ActKind, (to: Pointers) => unknown>> = {
  'message.send': ({ object }) => ({ ...words, nature: 'statement', about: { object } }),
  'message.withdraw': () => ({}),
  'message.offer': () => words,
  'message.approve': () => ({}),
  'message.decline': () => ({}),
  'message.convey': ({ to }) => ({ to, as: 'verbatim' }),
  'message.translate': () => ({ language: 'ru', words: 'Слова.', signOff: true }),
  'message.sign-off': () => ({ language: 'ru' }),
  'paper.submit': ({ file = '0'.repeat(64) }) => ({
    ...words,
    form: 'file',
    files: { en: { file, type: 'application/pdf', bytes: 10 } },
    nonPaper: false,
  }),
  'paper.withdraw': () => ({}),
  'paper.convey': ({ to }) => ({ to, as: 'verbatim' }),
  'paper.translate': ({ file = '0'.repeat(64) }) => ({
    language: 'ru',
    words: 'Слова.',
    signOff: true,
    file: { file, type: 'application/pdf', bytes: 10 },
  }),
  'paper.sign-off': () => ({ language: 'ru' }),
  'silence.propose': () => ({
    ...words,
    title: { en: 'Title', ru: 'Название' },
    deadline: '2027-01-01T00:00:00.000Z',
    objectors: ['us'],
  }),
  'silence.object': () => ({}),
  'silence.lift': () => ({}),
  'silence.translate': () => ({ language: 'ru', words: 'Слова.', signOff: true }),
  'silence.sign-off': () => ({ language: 'ru' }),
  'pause.ask': () => words,
  'pause.grant': () => ({}),
  'pause.translate': () => ({ language: 'ru', words: 'Слова.', signOff: true }),
  'pause.sign-off': () => ({ language: 'ru' }),
  'adjournments.begin': () => ({}),
  'adjournments.end': () => ({}),
  'marks.move': () => ({ read: 0 }),
  'member.join': () => card,
  'member.invite': () => ({}),
  'member.leave': () => ({ until: '2027-01-01' }),
  'member.remove': () => ({}),
  'member.authorise': () => ({ authority: ['speak'] }),
  'quiet-hours.set': () => ({ hours: null }),
  'witness.appoint': () => ({
    key: 'witness.example+a8f9bd69+BAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB',
    url: 'https://witness.example',
  }),
  'witness.dismiss': () => ({}),
}

/** Every kind of act a member can post. */
export const actKinds = Object.keys(payloads) as readonly ActKind[]

/** A payload of this kind that the contract takes. */
export const sample = (kind: ActKind, to: Pointers): unknown => samples[kind](to)

/** The object an act of this kind is about: this one, unless a room has only one of its kind. */
export const objectOf = (kind: ActKind, object: string): string =>
  kind.startsWith('adjournments.') ? 'adjournments' : object
