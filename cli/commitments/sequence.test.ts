/** `parley commitments sequence`, as a drafter uses it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, describe, expect, it } from 'vitest'
import type { StipulationsFile } from '#contract/stipulations-file.ts'
import { called } from '../testing/called.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-sequence-'))
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

type Step = StipulationsFile['stipulations'][number]
const step = (id: string, clause: string, en: string, ru: string, given: Partial<Step> = {}): Step => ({
  ...{ id, clause, name: { en, ru }, bound: [], due: { kind: 'none' }, conditions: [] },
  ...given,
})

/**
 * The order in the package of measures that Security Council resolution 2202 (2015) endorses, annex I, as a drafter
 * enters it: border control begins the day after local elections and ends after elections and constitutional reform.
 */
const package2015 = (electionsNeedBorder: boolean): StipulationsFile => ({
  format: 'parley-stipulations-1',
  name: { en: 'The thirteen steps', ru: 'Тринадцать шагов' },
  inForce: '2015-02-12',
  actors: [{ key: 'government', name: { en: 'The Government', ru: 'Правительство' } }],
  stipulations: [
    step('border', '9', 'border control', 'контроль границы', {
      bound: ['government'],
      begins: { kind: 'after', days: 1, from: { stipulation: 'elections', event: 'done' } },
      due: { kind: 'date', date: '2015-12-31' },
      conditions: [{ before: 'complete', of: { stipulation: 'reform', event: 'done' } }],
    }),
    step('reform', '11', 'constitutional reform', 'конституционная реформа', {
      bound: ['government'],
      due: { kind: 'date', date: '2015-12-31' },
    }),
    step('elections', '12', 'local elections', 'местные выборы', {
      openConditions: [{ en: 'agreed with representatives', ru: 'по согласованию с представителями' }],
      conditions: electionsNeedBorder
        ? [{ before: 'begin', of: { stipulation: 'border', event: 'done' } }]
        : [],
    }),
  ],
})

describe('local elections and border control', () => {
  it('hang on an election without a date as the paper stands', async () => {
    const { code, out } = await called([
      'commitments',
      'sequence',
      await file('one.json', package2015(false)),
    ])
    expect(code).toBe(0)
    expect(out).toContain('! “12 local elections” has no deadline.')
    expect(out).toContain('depends on a condition that names no step of this agreement')
    expect(out).toContain('“9 border control”: begins 2015-02-13 – 2015-12-31, ends 2015-02-13 – 2015-12-31')
  })

  it('wait for each other once a drafter has entered that elections need a controlled border', async () => {
    const path = await file('two.json', package2015(true))
    const { code, out } = await called(['commitments', 'sequence', path])
    expect(code).toBe(1)
    expect(out).toMatch(/! These steps wait for each other.*local elections.*border control/)
    const russian = await called(['commitments', 'sequence', path, '--lang', 'ru'])
    expect(russian.out).toContain('Эти шаги ждут друг друга')
    expect(russian.out).toContain('«12 местные выборы»')
    const { out: json } = await called(['commitments', 'sequence', path, '--json'])
    const told = JSON.parse(json) as {
      isSound: boolean
      findings: { code: string; stipulations: string[] }[]
    }
    expect([told.isSound, told.findings[0]?.code, told.findings[0]?.stipulations.toSorted()]).toEqual([
      false,
      'waits-in-circle',
      ['border', 'elections'],
    ])
  })
})

describe('the calendar', () => {
  const entriesOf = async (path: string) => {
    const parsed = new ICAL.Component(ICAL.parse(await readFile(path, 'utf8')))
    return parsed.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  }

  it('holds every last day as a whole day, read back by a library that did not write it', async () => {
    const [path, out] = [await file('dates.json', package2015(false)), join(folder, 'all.ics')]
    expect((await called(['commitments', 'sequence', path, '--ics', out])).code).toBe(0)
    const entries = await entriesOf(out)
    expect(
      entries.map(({ summary, startDate }) => [summary, startDate.toString(), startDate.isDate]).toSorted(),
    ).toEqual([
      ['11 constitutional reform / конституционная реформа', '2015-12-31', true],
      ['12 local elections / местные выборы', '2015-12-30', true],
      ['9 border control / контроль границы', '2015-12-31', true],
    ])
    const again = join(folder, 'again.ics')
    await called(['commitments', 'sequence', path, '--ics', again, '--for', 'government'])
    const own = await entriesOf(again)
    expect(own.length).toBe(2)
    expect(entries.map(({ uid }) => uid)).toEqual(expect.arrayContaining(own.map(({ uid }) => uid)))
  })

  it('is not written for a stranger or without a day in it', async () => {
    const path = await file('none.json', { ...package2015(false), stipulations: [step('a', '1', 'a', 'a')] })
    const out = join(folder, 'no.ics')
    for (const words of [[], ['--for', 'nobody']]) {
      const { code, err } = await called(['commitments', 'sequence', path, '--ics', out, ...words])
      expect([code, err]).toEqual([2, expect.stringMatching(/no step has a last day|no such actor/)])
    }
    await expect(readFile(out)).rejects.toThrow()
  })
})

describe('a file', () => {
  it('that is broken is refused with its place, and nothing is told', async () => {
    const broken = {
      ...package2015(false),
      stipulations: [step('a', '1', 'a', 'a', { due: { kind: 'when' } as never })],
    }
    for (const [name, content, said] of [
      ['a.json', '{\n"format": ', /line 2/],
      ['b.json', broken, /at \/stipulations\/0\/due/],
      [
        'c.json',
        { ...package2015(false), stipulations: [step('x', '1', 'x', 'x'), step('x', '2', 'x', 'x')] },
        /called x/,
      ],
    ] as const) {
      const { code, out, err } = await called(['commitments', 'sequence', await file(name, content)])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(said)
    }
    const wrong = await called([
      'commitments',
      'sequence',
      await file('d.json', package2015(false)),
      '--in-force',
      '2015-02-31',
    ])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('2015-02-31')])
  })

  it('is the one that the page shows', async () => {
    const page = await readFile(new URL('../../docs/sequence.md', import.meta.url), 'utf8')
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
    const [, told = ''] = /```\n(The [\s\S]*?)```/.exec(page) ?? []
    const { code, out } = await called(['commitments', 'sequence', await file('page.json', shown)])
    expect([code, out.trim()]).toEqual([1, told.trim()])
  })
})
