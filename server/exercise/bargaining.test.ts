import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import type { Ballot } from '#domain/bargaining/ballot.ts'
import type { Budget } from '#domain/bargaining/budget.ts'
import { compileCase } from '#domain/bargaining/compile.ts'
import { choiceOf, isFeasible, type Problem, worthOf } from '#domain/bargaining/problem.ts'
import { passesAt, type Ratification } from '#domain/bargaining/ratification.ts'
import type { Worth } from '#domain/bargaining/worth.ts'
import type { Silence } from '#domain/rooms/silence.ts'
import { standingOf, type Version } from '#domain/text/version/version.ts'
import { type Installation, openInstallation } from '../installation.ts'
import type { Founded } from '../parties/founding.ts'
import { copyDatabase } from '../testing/table.ts'
import { loadExercise } from './exercise.ts'

let installation: Installation
let founded: Founded
const now = new Date('2026-11-26T12:00:00.000Z')

beforeAll(async () => {
  const databaseUrl = await copyDatabase(inject('template'))
  const rolesOf = new URL(inject('template')).pathname.slice(1)
  installation = await openInstallation({ folder: inject('folder'), databaseUrl, rolesOf })
  founded = await loadExercise(installation, 'cases/risk-reduction', now)
})
afterAll(() => installation.stop())

const statesOf = async <S>(seat: string, room: string, kind: string): Promise<readonly S[]> => {
  const { rows } = await installation.pools
    .of(founded.roles[seat] ?? '')
    .query<{ state: S }>('select state from parley.objects where room_id = $1 and kind = $2 order by first', [
      founded.rooms[room],
      kind,
    ])
  return rows.map(({ state }) => state)
}
const only = async <S>(seat: string, room: string, kind: string): Promise<S> => {
  const [state] = await statesOf<S>(seat, room, kind)
  if (!state) throw new Error(`no ${kind} in ${room}`)
  return state
}

it('the example tells of a package that one side could not take, and of one that both could and at home would pass', async () => {
  const agenda = await only<Agenda>('observer', 'plenary', 'agenda')
  const worths = [
    await only<Worth>('us', 'us-caucus', 'worth'),
    await only<Worth>('ru', 'ru-caucus', 'worth'),
  ]
  const compiled = compileCase({ name: 'example', agenda, worths })
  if (!compiled.ok) throw new Error(compiled.refusal.code)
  const problem: Problem = compiled.value
  const ballots = await statesOf<Ballot>('mediator', 'office', 'ballot')
  const gains = ballots.map(({ package: chosen }) => {
    const choice = choiceOf(problem, chosen) ?? []
    expect(isFeasible(problem, choice)).toBe(true)
    return worthOf(problem, choice).map((worth, i) => worth >= (problem.sides[i]?.reservation ?? 0n))
  })
  expect(gains).toEqual([
    [true, false],
    [true, true],
  ])
  expect(ballots.map(({ standing, due }) => [standing, due])).toEqual([
    ['not-accepted', '2026-11-26T10:38:00.000Z'],
    ['accepted', '2026-11-26T11:15:00.000Z'],
  ])
  const homes = await Promise.all(
    ['us', 'ru'].map((seat) => only<Ratification>(seat, `${seat}-caucus`, 'ratification')),
  )
  const second = ballots[1]?.package ?? {}
  for (const body of homes.flatMap(({ bodies }) => bodies)) expect(passesAt(body, second).passes).toBe(true)
})

it('two suggestions and two ballots were released within the budget, and the suggestions answered', async () => {
  expect((await only<Budget>('mediator', 'office', 'budget')).released).toHaveLength(4)
  for (const seat of ['us', 'ru']) {
    const received = await statesOf<{ answered?: unknown }>(seat, `${seat}-channel`, 'suggestion')
    expect(received).toHaveLength(2)
    expect(await statesOf(seat, `${seat}-channel`, 'disclosure')).toHaveLength(1)
  }
})

it('the agreed part was initialled by both sides half a year ago, and what a side can still object to ends after today', async () => {
  const versions = await statesOf<Version>('observer', 'plenary', 'version')
  expect(versions.map((version) => [version.record.part, standingOf(version, ['us', 'ru'])])).toEqual([
    [undefined, 'frozen'],
    ['agreed', 'initialled'],
  ])
  expect(versions[1]?.marks.map(({ at }) => at)).toEqual([
    '2026-05-20T09:35:00.000Z',
    '2026-05-20T09:37:00.000Z',
  ])
  const silences = await statesOf<Silence>('observer', 'plenary', 'silence')
  expect(silences.map(({ standing, closedAt, deadline }) => [standing, closedAt ?? deadline])).toEqual([
    ['adopted', '2026-05-20T10:35:00.000Z'],
    ['open', '2026-11-28T05:00:00.000Z'],
  ])
})
