/** A good payload for every kind of act a member can post, for tests that address them to the wrong place. */
import { type ActKind, payloads } from '#contract/acts.ts'
import { usualInterpreting } from '#domain/meetings/arrangements.ts'
import { onlyOnes } from '#domain/record/only-ones.ts'
import { objectKind } from '#domain/record/rule.ts'

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

const passage = { en: ['Some words.'], ru: ['Слова.'] }
const seed = { parent: null, order: 'V', kind: 'operative', passage, brackets: {}, notes: {} }
const reservation = '7d9f3c52-8a41-4d6e-9b0c-2f1e5a6b7c8d'

const sampleAgenda = {
  baskets: [],
  issues: [
    {
      id: 'hours',
      name: { en: 'Hours', ru: 'Часы' },
      options: [
        { id: 'few', name: { en: 'Few', ru: 'Мало' } },
        { id: 'many', name: { en: 'Many', ru: 'Много' } },
      ],
    },
  ],
  constraints: [],
}
const sampleWorth = {
  issues: { hours: { weight: 50, options: { few: 100, many: 20 } } },
  interdependence: [],
  redLines: [],
  constraints: [],
  comparisons: [],
}
const samplePackage = {
  package: { hours: 'few' },
  words: { original: 'en', words: { en: 'Few hours.', ru: 'Мало часов.' } },
}

const hash = '0'.repeat(64)
const assertion = { credential: 'AA', clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' }

const both = (en: string, ru: string) => ({ en, ru })
const sampleEvent = {
  ...{ when: '1972-05-25', kind: 'agreement', name: both('An agreement', 'Соглашение') },
  ...{ facts: both('It was signed.', 'Оно подписано.'), issues: [], clauses: [], sources: [] },
}
const sampleGrievance = {
  ...{ original: 'en', name: both('A grievance', 'Претензия'), words: both('Some words.', 'Слова.') },
  ...{ events: [], issues: [] },
}
const sampleMeasure = {
  ...{ name: both('A measure', 'Мера'), seen: both('Both will see it.', 'Обе увидят.'), by: '2030-01-01' },
  parts: { us: both('A visit.', 'Визит.'), ru: both('A visit.', 'Визит.') },
  stipulations: [],
}
const stipulationTerms = {
  name: both('A report', 'Отчёт'),
  what: both('Some words.', 'Слова.'),
  bound: ['us'],
  beneficiary: ['ru'],
  due: { kind: 'after', days: 30, from: 'force' },
  conditions: [],
  verification: [{ means: 'inspection', quota: 2 }],
  verifier: 'verifier',
  theme: 'communication',
  tags: [],
  codes: [],
}
const place = { names: [both('A village', 'Село')], latitude: 48.5, longitude: 37.5 }
const when = { from: '2026-01-02T10:00:00.000Z', to: '2026-01-02T11:00:00.000Z' }
const what = both('Two columns of smoke.', 'Два столба дыма.')
const sighting = { place, when, what, stipulations: [] }
const told = { place: '0.1', time: 'day', what: both('Smoke.', 'Дым.'), name: both('The region', 'Район') }
const inWords = { words: what }
const paper = {
  issuer: both('The Minister for Foreign Affairs', 'Министр иностранных дел'),
  dated: '2026-01-02',
  sha256: hash,
}
const later = '2099-01-01'
const venue = { name: both('A room', 'Зал'), kind: 'meeting-room', entrance: 'north' }
const sessionPlan = (object: string) => ({
  title: both('A session', 'Заседание'),
  ...{ begin: '2098-01-01T09:00:00.000Z', end: '2098-01-01T10:00:00.000Z', venue: null },
  ...{ attends: [], arrivals: [], languages: ['en'], interpreters: [] },
  agenda: [{ title: both('An item', 'Вопрос'), papers: [object] }],
})

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
  'member.place': () => ({ reportsTo: null, languages: ['en'] }),
  'leadership.change': ({ object }) => ({
    ...{ outgoing: object, stays: true, successor: { member: object, title: both('Head', 'Глава') } },
    ...{ authority: ['speak'], credentials: paper },
  }),
  'credentials.lodge': ({ object }) => ({ ...paper, seat: 'us', member: object }),
  'credentials.receive': () => ({}),
  'stakeholders.set': () => ({ ends: [], stakeholders: [] }),
  'note.write': ({ object }) => ({ seat: 'us', member: object, language: 'en', words: 'Some words.' }),
  'note.withdraw': () => ({}),
  'quiet-hours.set': () => ({ hours: null }),
  'text.open': () => ({ title: { en: 'Text', ru: 'Текст' }, clauses: [] }),
  'text.link': ({ object }) => ({ id: 'p', clauses: [object, object] }),
  'text.unlink': () => ({ id: 'p' }),
  'clause.enter': ({ object }) => ({ ...seed, id: object }),
  'clause.bracket': ({ object }) => ({
    wording: 1,
    bracket: object,
    ranges: { en: null, ru: null },
    stood: 's',
    alternative: { id: 'a', passage, sponsors: [] },
  }),
  'clause.alternative': ({ object }) => ({
    bracket: object,
    alternative: { id: 'a', passage, sponsors: [] },
  }),
  'clause.translate': () => ({ language: 'ru', content: ['Слова.'] }),
  'clause.write': () => ({ wording: 1, passage }),
  'clause.support': ({ object }) => ({ alternative: object }),
  'clause.withdraw': ({ object }) => ({ alternative: object }),
  'clause.retract': ({ object }) => ({ alternative: object }),
  'clause.adopt': ({ object }) => ({ wording: 1, alternative: object }),
  'clause.announce-lapse': ({ object }) => ({ alternative: object, until: '2027-01-01T00:00:00.000Z' }),
  'clause.lapse': ({ object }) => ({ alternative: object }),
  'clause.move': ({ object }) => ({ wording: 1, parent: object, order: 'V', above: [object] }),
  'clause.number': () => ({ wording: 1, number: '4 bis' }),
  'clause.split': ({ object }) => ({ wording: 1, at: { en: 1, ru: 1 }, id: object, order: 'V' }),
  'clause.merge': ({ object }) => ({ wording: 1, other: object, otherWording: 1 }),
  'clause.agree': ({ object }) => ({
    wording: 1,
    degree: 'ad-referendum',
    under: [{ clause: object, wording: 1 }],
    subjectToConformity: true,
  }),
  'clause.decline': () => ({ wording: 1 }),
  'clause.reopen': () => ({ wording: 1 }),
  'clause.certify': () => ({ wording: 1, hashes: {} }),
  'clause.reserve': () => ({ id: reservation, words: { en: 'We reserve.' } }),
  'clause.lift': () => ({ id: reservation }),
  'proposal.make': ({ object }) => ({ target: { on: 'bracket', clause: object, bracket: object }, passage }),
  'proposal.withdraw': () => ({}),
  'proposal.enter': ({ object }) => ({ target: { on: 'bracket', clause: object, bracket: object } }),
  'proposal.return': () => ({ remark: words }),
  'proposal.take-out': ({ object }) => ({ clause: object }),
  'stance.take': ({ object }) => ({ clause: object, supports: true }),
  'version.freeze': () => ({ hash }),
  'version.correct': ({ object }) => ({
    hash,
    of: 1,
    corrections: [{ clause: object, language: 'en', from: 'a', to: 'b' }],
    reason: { en: 'An error.' },
  }),
  'version.initial': () => ({ hash, assertion }),
  'version.sign-ad-referendum': () => ({ hash, assertion }),
  'version.sign': () => ({ hash, assertion }),
  'version.confirm': () => ({ hash, assertion }),
  'version.decline': () => ({}),
  'version.object': () => ({ words: { en: 'We object.' } }),
  'agenda.set': () => sampleAgenda,
  'worth.set': () => ({ ...sampleWorth, normalised: 'as-given' }),
  'ratification.set': () => ({ bodies: [] }),
  'disclosure.make': () => ({ issues: sampleWorth.issues, reservation: 10 }),
  'disclosure.withdraw': () => ({}),
  'budget.set': () => ({ most: 2, apartMinutes: 60 }),
  'suggestion.prepare': () => samplePackage,
  'suggestion.release': () => ({ to: ['us'] }),
  'suggestion.answer': () => ({ answer: 'not', remark: words }),
  'ballot.put': () => ({ ...samplePackage, deadline: '2027-01-01T00:00:00.000Z', to: ['us', 'ru'] }),
  'answer.give': () => ({ accept: true }),
  'stipulation.enter': ({ object }) => ({
    quote: { clause: object, wording: 1, words: both('Some words.', 'Слова.') },
    terms: stipulationTerms,
  }),
  'stipulation.change': ({ object }) => ({
    quote: { clause: object, wording: 1, words: both('Some words.', 'Слова.') },
    terms: stipulationTerms,
  }),
  'stipulation.withdraw': () => ({}),
  'stipulation.accept': () => ({}),
  'force.propose': ({ object }) => ({
    ...{ version: 1, basis: 'provisional-application', from: '2026-01-01', stipulations: [object] },
  }),
  'force.withdraw': () => ({}),
  'force.accept': ({ object }) => ({ version: 1, stipulations: [object] }),
  'report.make': () => ({ form: 'self-report', stipulations: [], ...inWords, figures: [] }),
  'account.give': ({ object }) => ({ stipulations: [object], level: 2, asOf: '2026-01-02', ...inWords }),
  'source.enter': () => ({ alias: both('Heron', 'Цапля'), ...inWords, reliability: 'B' }),
  'observation.record': () => ({ ...sighting, controls: 'us', means: 'seen', assessed: true }),
  'observation.withdraw': () => ({}),
  'observation.release': ({ to }) => ({ to, ...told }),
  'denial.record': () => ({ ...sighting, controls: 'ru', by: both('A patrol', 'Патруль') }),
  'denial.withdraw': () => ({}),
  'denial.release': ({ to }) => ({ to, ...told }),
  'incident.record': () => ({ ...sighting, kind: 'firing' }),
  'incident.withdraw': () => ({}),
  'incident.release': ({ to }) => ({ to, ...told }),
  'inspection.request': ({ object }) => ({
    ...{ stipulations: [object], type: 'routine', of: 'us', site: place, window: when, dueBy: later },
    ...inWords,
  }),
  'inspection.reply': () => ({ accept: true, ...inWords }),
  'inspection.conclude': () => ({ result: 'confirmed', when, ...inWords, stipulations: [] }),
  'evidence.lodge': ({ file }) => ({
    ...{ file: { file: file ?? hash, type: 'application/pdf', bytes: 10 }, ...inWords },
    ...{ stipulations: [], of: [] },
  }),
  'evidence.hand': ({ object }) => ({ to: object, ...inWords }),
  'evidence.examine': () => ({ file: hash }),
  'evidence.release': ({ to }) => ({ to, ...inWords, file: hash, of: [] }),
  'finding.propose': () => ({
    kind: 'monitoring',
    stipulations: [],
    asOf: '2026-01-02',
    ...inWords,
    cites: [],
  }),
  'finding.confirm': () => ({}),
  'finding.dissent': () => inWords,
  'finding.withdraw': () => ({}),
  'finding.release': ({ to }) => ({ to, ...inWords, stipulations: [] }),
  'case.notify': ({ object }) => ({
    ...{ stipulations: [object], against: 'ru', title: both('A case', 'Дело'), ...inWords, replyBy: later },
  }),
  'case.reply': () => inWords,
  'case.mandate': () => ({}),
  'case.remedy': ({ object }) => ({ id: object, bound: 'us', due: later, ...inWords }),
  'case.accept': ({ object }) => ({ remedy: object }),
  'case.dissent': () => inWords,
  'case.close': () => ({ outcome: 'unresolved', ...inWords }),
  'monitoring-report.issue': () => ({ from: '2026-01-01', to: '2026-01-02', remarks: what }),
  'monitoring-report.dissent': () => inWords,
  'arrangements.set': () => ({
    ...{ timeZone: 'Europe/Vienna', apartMinutes: 15, turnaroundMinutes: 15, parityMinutes: 60 },
    entrances: [{ key: 'north', name: both('North', 'Северный') }],
    venues: [
      { ...venue, key: 'hall', allotted: 'common' },
      { ...venue, key: 'us-room', allotted: 'us' },
    ],
    interpreting: usualInterpreting,
  }),
  'session.convene': ({ object }) => sessionPlan(object),
  'session.change': ({ object }) => sessionPlan(object),
  'session.cancel': () => ({ words: both('Called off.', 'Отменено.') }),
  'accreditation.submit': ({ object }) => ({
    ...{ from: '2098-01-01', until: later },
    people: [
      { id: object, name: both('A name', 'Имя'), title: both('Driver', 'Водитель'), category: 'technical' },
    ],
  }),
  'accreditation.grant': ({ object }) => ({ people: [object] }),
  'accreditation.decline': ({ object }) => ({ person: object }),
  'minutes.write': () => inWords,
  'minutes.accept': () => ({ wording: 1 }),
  'outside.load': () => ({
    ...{
      label: both('Other accords', 'Другие соглашения'),
      source: 'pam-id',
      licence: both('Cite it.', 'Ссылаться.'),
    },
    file: { name: 'coding.csv', sha256: hash },
    contents: { kind: 'base-rates', rates: [{ provision: 'cease', accords: 0, after: [] }] },
  }),
  'outside.withdraw': () => ({}),
  'event.enter': () => sampleEvent,
  'event.change': () => sampleEvent,
  'event.withdraw': () => ({}),
  'event.tell': () => ({ words: both('As we saw it.', 'Как видели мы.'), sources: [] }),
  'event.propose-facts': ({ object }) => ({ id: object, words: both('It was so.', 'Так было.') }),
  'event.accept-facts': ({ object }) => ({ line: object }),
  'lesson.enter': () => ({ words: both('Notice helps.', 'Уведомления помогают.'), events: [] }),
  'lesson.change': () => ({ words: both('Notice helps.', 'Уведомления помогают.'), events: [] }),
  'lesson.withdraw': () => ({}),
  'grievance.enter': () => sampleGrievance,
  'grievance.change': () => sampleGrievance,
  'grievance.put': () => ({ use: 'mediator-only' }),
  'grievance.end': () => ({ how: 'settled', words: both('It was settled.', 'Улажено.') }),
  'measure.propose': ({ object }) => ({ ...sampleMeasure, wording: object }),
  'measure.change': ({ object }) => ({ ...sampleMeasure, wording: object }),
  'measure.accept': ({ object }) => ({ wording: object }),
  'measure.tell': () => ({ on: '2026-01-02', words: both('It is done.', 'Сделано.') }),
  'measure.see': () => ({ of: 'us', isSeen: true, words: both('It was seen.', 'Это видели.') }),
  'measure.end': () => ({ words: both('It ends.', 'Она прекращается.') }),
  'reading.write': () => ({ words: both('For ourselves.', 'Для себя.') }),
  'consent.give': () => ({ scope: words, qualifications: words }),
  'consent.withdraw': () => ({ reason: words }),
  'mandate.record': () => ({
    ...{ source: 'parties', giver: both('The parties', 'Стороны'), words: both('To help.', 'Помогать.') },
    from: '2026-01-01',
  }),
  'mandate.end': () => ({ day: '2026-01-01' }),
  'track.move': () => ({ phase: 'negotiation', suspended: false, since: '2026-01-01' }),
  'ripeness.read': () => ({ answers: { stalemate: 'yes', 'way-out': 'no', spokesman: 'unknown' }, words }),
  'handover.make': () => ({ notes: ['mark/women/2026-01-01T00:00:00.000Z'], hash }),
  'fundamental.mark': () => ({ answer: 'partly', on: '2026-01-01', note: words }),
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
  onlyOnes.find((only) => only === objectKind(kind)) ??
  (kind.startsWith('adjournments.')
    ? 'adjournments'
    : kind.startsWith('text.')
      ? 'text'
      : kind.startsWith('version.')
        ? '1'
        : kind.startsWith('leadership.')
          ? 'us'
          : object)
