/** Talks as chance would have them: people speak, hand in, carry, ask, propose, meet and take back, over HTTP and in any order. */
import { randomUUID } from 'node:crypto'
import { akoma } from './files.ts'
import type { Person, TestTable } from './table.ts'
import { listsOf, meetingDeeds } from './talks-meetings.ts'
import {
  at,
  begin,
  change,
  type Deed,
  day,
  languages,
  nameOf,
  otherOf,
  pickOf,
  type Talks,
  type Turn,
} from './turn.ts'

const uses = ['verbatim', 'paraphrase', 'as-mediator', 'mediator-only'] as const
const manners = ['verbatim', 'paraphrase', 'as-mediator'] as const
const natures = ['statement', 'question', 'statement'] as const

/** Words first written in one language, sometimes given in the other at once. */
const wordingOf = ({ words, more }: Turn) => {
  const original = at(languages, more)
  const both = more % 5 === 0
  return { original, words: both ? { en: words, ru: words } : { [original]: words } }
}

const tables = ['plenary', 'group'] as const
const destinations = (turn: Turn): string => at([`${otherOf(turn)}-channel`, 'plenary', 'group'], turn.more)

const convey = (kind: 'message' | 'paper') => (talks: Talks, turn: Turn) => {
  const as = at(manners, turn.seconds)
  const wording = as === 'verbatim' ? {} : { wording: wordingOf(turn) }
  const thing = pickOf(talks, kind, turn, `${nameOf(turn)}-channel`)
  return change(talks, 'mediator-head', `${kind}.convey`, thing, {
    to: talks.table.room(destinations(turn)),
    as,
    ...wording,
  })
}

const handIn = async (talks: Talks, turn: Turn): Promise<void> => {
  const room = at([`${nameOf(turn)}-channel`, ...tables], turn.pick)
  const who = `${nameOf(turn)}-head`
  const original = at(languages, turn.more)
  const taken = await (talks.people[who] as Person).upload(room, akoma(`${turn.words} ${randomUUID()}`))
  const { names: _, ...file } = taken.json
  const use = room.endsWith('channel') ? { use: at(uses, turn.more) } : {}
  await begin(talks, who, 'paper.submit', room, {
    ...{ original, words: { [original]: turn.words }, form: 'file', files: { [original]: file } },
    ...{ nonPaper: turn.more % 4 === 0, ...use },
  })
}

const propose = async (talks: Talks, turn: Turn): Promise<void> => {
  talks.order += 1
  const order = `V${String(talks.order).padStart(4, '1')}V`
  const given = at(
    [
      { en: ['A clause.'], ru: null },
      { en: null, ru: ['Положение.'] },
      { en: ['A clause.'], ru: ['Положение.'] },
    ],
    turn.more,
  )
  const target = { on: 'place', parent: null, order, kind: 'operative' }
  await begin(talks, `${nameOf(turn)}-head`, 'proposal.make', `${nameOf(turn)}-channel`, {
    target,
    passage: given,
  })
}

/** Enters a proposal where it was meant, and sometimes the other side takes to it and it is adopted. */
const enter = async (talks: Talks, turn: Turn): Promise<void> => {
  const room = `${nameOf(turn)}-channel`
  const thing = pickOf(talks, 'proposal', turn, room)
  const mediator = talks.people['mediator-head'] as Person
  if (!thing) return
  const acts = () => mediator.get(`rooms/${talks.table.room(room)}/record/acts`)
  const of = async (kind: string) =>
    (await acts()).json.acts.find(
      ({ act }: { act: { kind: string; object: string } }) =>
        act.kind === kind && act.object === thing.object,
    )?.act.payload
  await change(talks, 'mediator-head', 'proposal.enter', thing, {
    target: (await of('proposal.make')).target,
  })
  const entered = await of('proposal.enter')
  if (!entered || turn.more % 3 === 0) return
  const { clause, alternative } = entered
  await (talks.people[`${otherOf(turn)}-head`] as Person).act('plenary', 'clause.support', clause, null, {
    alternative,
  })
  for (const language of languages)
    await mediator.act('plenary', 'clause.translate', clause, null, {
      ...{ language, content: ['Later.'], alternative },
    })
  for (const wording of [1, 2, 3])
    await mediator.act('plenary', 'clause.adopt', clause, null, { wording, alternative })
}

const ask = (talks: Talks, turn: Turn) =>
  begin(talks, `${nameOf(turn)}-head`, 'message.send', `${nameOf(turn)}-channel`, {
    ...{ ...wordingOf(turn), nature: at(natures, turn.pick), use: at(uses, turn.more) },
    ...(turn.pick % 3 === 0 ? { askFirst: true } : {}),
  })

const answer = (talks: Talks, turn: Turn) => {
  const question = pickOf(talks, 'message', turn, `${nameOf(turn)}-channel`)
  return begin(talks, 'mediator-head', 'message.send', `${nameOf(turn)}-channel`, {
    ...wordingOf(turn),
    ...(question && turn.more % 2 ? { nature: 'answer', answers: question.object } : { nature: 'statement' }),
  })
}

const join = (talks: Talks, turn: Turn) =>
  begin(talks, `${nameOf(turn)}-head`, 'member.join', 'plenary', {
    ...{ seat: nameOf(turn), name: { en: 'Name', ru: 'Имя' }, title: { en: 'Title', ru: 'Должность' } },
    ...{ function: 'adviser', authority: turn.more % 2 ? ['speak'] : ['speak', 'propose'], language: 'en' },
    ...{ from: day(talks, -1).slice(0, 10), visibility: 'table' },
  })

const part = (talks: Talks, turn: Turn) => {
  const [kind, payload] = at(
    [
      ['member.leave', { until: day(talks, 2).slice(0, 10) }],
      ['member.remove', {}],
      ['member.authorise', { authority: ['propose'] }],
    ] as const,
    turn.more,
  )
  return change(talks, `${nameOf(turn)}-head`, kind, pickOf(talks, 'member', turn), payload)
}

/** Adjournments are one object, whose revision only the process tells. */
const adjourn = async (talks: Talks, turn: Turn): Promise<void> => {
  const mediator = talks.people['mediator-head'] as Person
  const kind = turn.more % 4 === 0 ? 'adjournments.begin' : 'adjournments.end'
  const base = (await mediator.get(talks.table.base)).json.adjournments.revision
  await mediator.act('plenary', kind, 'adjournments', base, {})
}

const speak: Deed = (talks, turn) => {
  const who = at(
    [`${nameOf(turn)}-head`, `${nameOf(turn)}-secretary`, 'mediator-head', 'observer'],
    turn.more,
  )
  const room = at(tables, turn.pick)
  const question = pickOf(talks, 'message', turn, room)
  const isAnswer = question !== undefined && turn.seconds % 3 === 0
  return begin(talks, who, 'message.send', room, {
    ...wordingOf(turn),
    ...(isAnswer ? { nature: 'answer', answers: question.object } : { nature: at(natures, turn.seconds) }),
  })
}

const offer: Deed = (talks, turn) => {
  const thing = pickOf(talks, 'message', turn, `${nameOf(turn)}-channel`)
  return change(talks, 'mediator-head', 'message.offer', thing, wordingOf(turn))
}

const translate: Deed = (talks, turn) =>
  change(talks, 'mediator-interpreter', 'message.translate', pickOf(talks, 'message', turn), {
    ...{ language: at(languages, turn.more), words: 'x', signOff: true },
  })

const takeBack: Deed = (talks, turn) => {
  const kind = at(['message', 'paper'], turn.more)
  return change(talks, `${nameOf(turn)}-head`, `${kind}.withdraw`, pickOf(talks, kind, turn), {})
}

const askPause: Deed = (talks, turn) =>
  begin(talks, `${nameOf(turn)}-head`, 'pause.ask', `${nameOf(turn)}-channel`, wordingOf(turn))

const grantPause: Deed = (talks, turn) =>
  change(talks, 'mediator-head', 'pause.grant', pickOf(talks, 'pause', turn), {})

const proposeSilence: Deed = (talks, turn) =>
  begin(talks, 'mediator-head', 'silence.propose', at(tables, turn.pick), {
    ...{ original: 'en', words: { en: 'Words.' }, title: { en: 'Title', ru: 'Название' } },
    ...{ deadline: day(talks, 30), objectors: ['us', 'ru'] },
  })

const breakSilence: Deed = (talks, turn) =>
  change(talks, `${nameOf(turn)}-head`, 'silence.object', pickOf(talks, 'silence', turn), {})

const giveBack: Deed = (talks, turn) => {
  const [who, kind] = at(
    [
      [`${nameOf(turn)}-head`, 'withdraw'],
      ['mediator-head', 'return'],
    ] as const,
    turn.more,
  )
  return change(talks, who, `proposal.${kind}`, pickOf(talks, 'proposal', turn), {})
}

/** What is done, and how often beside the others. */
const deeds: readonly (readonly [number, Deed])[] = [
  ...([
    [16, speak],
    [16, ask],
    [8, answer],
    [7, handIn],
    [12, convey('message')],
    [6, convey('paper')],
  ] as const),
  ...([
    [4, offer],
    [7, translate],
    [4, takeBack],
    [3, askPause],
    [2, grantPause],
    [4, adjourn],
  ] as const),
  ...([
    [2, proposeSilence],
    [3, breakSilence],
    [6, propose],
    [4, enter],
    [4, giveBack],
  ] as const),
  ...([
    [2, join],
    [2, part],
  ] as const),
  ...meetingDeeds,
]

const wheel = deeds.flatMap(([often, deed]) => Array.from({ length: often }, () => deed))

const players = [
  ...['us-head', 'ru-head', 'us-secretary', 'ru-secretary'],
  ...['mediator-head', 'mediator-interpreter', 'mediator-secretary', 'observer'],
]

const seated = async (table: TestTable): Promise<Talks['people']> =>
  Object.fromEntries(await Promise.all(players.map(async (key) => [key, await table.as(key)] as const)))

/** Plays the turns one after the other by the table's clock; gives how many acts were done. */
export const play = async (table: TestTable, all: readonly Turn[]): Promise<number> => {
  const things = { message: [], paper: [], pause: [], silence: [], proposal: [], member: [], ...listsOf() }
  const talks: Talks = { table, people: await seated(table), things, order: 0, done: 0 }
  await (talks.people['mediator-head'] as Person).act('plenary', 'text.open', 'text', 0, {
    title: { en: 'Text', ru: 'Текст' },
    clauses: [],
  })
  let since = table.clock.now.getTime()
  for (const turn of all) {
    table.clock.now = new Date(table.clock.now.getTime() + turn.seconds * 1_000 + turn.more)
    // A session does not last for days.
    if (table.clock.now.getTime() - since > 3_600_000) {
      since = table.clock.now.getTime()
      talks.people = await seated(table)
    }
    await at(wheel, turn.deed)(talks, turn)
  }
  return talks.done
}
