import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '#domain/confidence/measure.ts'
import { Delegations } from '#domain/parties/testing/delegations.ts'
import { keyOf } from '#domain/record/rule.ts'
import {
  adopted,
  type Begun,
  isOvertaken,
  keyedByContent,
  laidOver,
  newWords,
  readBegun,
  remainder,
  type Stands,
  shown,
  unsent,
  written,
} from './begun.ts'

const words = (en: string) => ({ en, ru: `${en} по-русски` })
const draft = <T extends object>(base: number, begun: T, part: Partial<T>): Begun<T> =>
  written(undefined, { revision: base, initial: begun }, part)

describe('a draft', () => {
  it('keeps the revision it was begun on, whatever is written after and whatever stands by then', () => {
    const begun = written(undefined, { revision: 3, initial: { a: 'x', b: 'y' } }, { a: 'mine' })
    const later = written(begun, { revision: 9, initial: { a: 'theirs', b: 'theirs' } }, { b: 'mine too' })
    expect(later).toEqual({ base: 3, begun: { a: 'x', b: 'y' }, value: { a: 'mine', b: 'mine too' } })
  })

  it('is none where nothing is kept, where nothing differs from its beginning, and where what is kept is no draft', () => {
    const same = draft(1, { a: 'x' }, { a: 'x' })
    for (const kept of ['', 'null', '{', '{"a":"x"}', JSON.stringify(same)])
      expect(readBegun(kept)).toBeUndefined()
    const own = draft(1, { a: 'x' }, { a: 'mine' })
    expect(readBegun(JSON.stringify(own))).toEqual(own)
  })

  it('is none any more when what stands is what was written', () => {
    const own = draft(1, { a: 'x', b: 'y' }, { a: 'mine' })
    expect(unsent(own, { revision: 2, initial: { a: 'mine', b: 'y' } })).toBeUndefined()
    expect(unsent(own, { revision: 2, initial: { a: 'mine', b: 'theirs' } })).toBe(own)
  })

  it('is overtaken when another revision stands; as a part only when what it shows is another', () => {
    const own = draft(1, { a: 'x' }, { a: 'mine' })
    expect(isOvertaken(own, { revision: 1, initial: { a: 'x' } })).toBe(false)
    expect(isOvertaken(own, { revision: 2, initial: { a: 'x' } })).toBe(true)
    expect(isOvertaken(own, { revision: 2, initial: { a: 'x' }, ofPart: true })).toBe(false)
    expect(isOvertaken(own, { revision: 2, initial: { a: 'theirs' }, ofPart: true })).toBe(true)
  })

  it('tells the wordings that are new, and no dates, keys or figures', () => {
    const begun = { name: words('Old'), kind: 'press', parts: { us: words('Same') }, people: [] as object[] }
    const initial = {
      ...{ name: words('New'), kind: 'army', parts: { us: words('Same') } },
      people: [{ id: 'p', name: words('Person'), from: '2026-01-01' }],
    }
    const own = draft(1, begun, { kind: 'church' })
    expect(newWords(own, { revision: 2, initial }, ['en', 'ru'])).toEqual([words('New'), words('Person')])
  })
})

describe('a draft laid over what stands', () => {
  it('takes the place of what its author changed, and leaves the rest as it stands', () => {
    const begun = { name: words('Name'), seen: words('Seen'), by: '2026-12-01' }
    const initial = { name: words('Theirs'), seen: words('Theirs'), by: '2026-12-24' }
    const laid = laidOver(draft(1, begun, { seen: words('Mine') }), { revision: 2, initial })
    expect(laid).toEqual({ base: 2, begun: initial, value: { ...initial, seen: words('Mine') } })
  })

  it('never makes a wording of two people: with one language changed, both languages are the author’s', () => {
    const begun = { name: words('Name') }
    const own = draft(1, begun, { name: { ...begun.name, ru: 'Моё' } })
    const laid = laidOver(own, { revision: 2, initial: { name: { ...begun.name, en: 'Theirs' } } })
    expect(laid.value).toEqual(own.value)
  })

  it('goes by the rows of a list: mine are changed, added and removed, theirs are added and stay', () => {
    const row = (id: string, name = id) => ({ id, name })
    const begun = { people: [row('a'), row('b'), row('c')], marks: ['x', 'y'] }
    const own = draft(1, begun, { people: [row('a', 'mine'), row('c'), row('new')], marks: ['y', 'mine'] })
    const initial = { people: [row('a'), row('b', 'theirs'), row('c', 'theirs'), row('other')], marks: ['x'] }
    expect(laidOver(own, { revision: 2, initial }).value).toEqual({
      people: [row('a', 'mine'), row('c', 'theirs'), row('new'), row('other')],
      marks: ['mine'],
    })
  })
})

interface Writing {
  readonly name: ReturnType<typeof words>
  readonly parts: { readonly us: ReturnType<typeof words>; readonly ru: ReturnType<typeof words> }
  readonly by: string
  readonly seen: ReturnType<typeof words>
}
const first: Writing = {
  ...{ name: words('name'), parts: { us: words('us'), ru: words('ru') }, by: '2027-01-01' },
  seen: words('seen'),
}
const object = 'm'
const ref = keyOf({ room: 'plenary', kind: 'measure', object })
const stands = (talks: Delegations): Stands<Writing> => {
  const kept = talks.objects.get(ref)
  if (!kept) throw new Error('the measure is not there')
  const { name, parts, due, seen } = kept.state as Measure
  return { revision: kept.revision, initial: { name, parts, by: due, seen } as Writing }
}

describe('two who write from the same revision', () => {
  const field = fc.constantFrom('name', 'us', 'ru', 'by', 'seen')
  const partOf = (each: string, own: string, value: Writing): Partial<Writing> => {
    if (each === 'by') return { by: `2027-02-${own === 'one' ? '01' : '02'}` }
    if (each === 'us' || each === 'ru') return { parts: { ...value.parts, [each]: words(own) } }
    return { [each]: words(own) }
  }
  const wrote = (fields: readonly string[], own: string, from: Stands<Writing>): Begun<Writing> =>
    fields.reduce(
      (begun: Begun<Writing> | undefined, each) =>
        written(begun, from, partOf(each, own, begun?.value ?? from.initial)),
      undefined,
    ) as Begun<Writing>
  const send = (talks: Delegations, by: string, { base, value }: Begun<Writing>): string => {
    const payload = { ...value, stipulations: [], wording: `${by} ${base}` }
    const outcome = talks.post(by, 'measure.change', object, payload, base)
    return outcome.ok ? '' : outcome.refusal.code
  }

  it('are not both taken: exactly one is, the other is refused, and neither loses a word', () => {
    const some = fc.uniqueArray(field, { minLength: 1 })
    fc.assert(
      fc.property(some, some, fc.boolean(), (ones, others, isSwapped) => {
        const talks = new Delegations()
        const posted = talks.post('us-head', 'measure.propose', object, {
          ...{ ...first, stipulations: [], wording: 'first' },
        })
        expect(posted.ok).toBe(true)
        const from = stands(talks)
        const one = { by: 'us-head', draft: wrote(ones, 'one', from) }
        const other = { by: 'ru-head', draft: wrote(others, 'other', from) }
        const [early, late] = isSwapped ? [other, one] : [one, other]

        expect(send(talks, early.by, early.draft)).toBe('')
        expect(isOvertaken(late.draft, stands(talks))).toBe(true)
        expect(send(talks, late.by, late.draft)).toBe('act.stale')
        expect(stands(talks).initial).toEqual(early.draft.value)

        const again = laidOver(late.draft, stands(talks))
        expect(isOvertaken(again, stands(talks))).toBe(false)
        expect(send(talks, late.by, again)).toBe('')
        const [earlier, later] = isSwapped ? [others, ones] : [ones, others]
        const whose = (each: 'name' | 'us' | 'ru' | 'by' | 'seen') => {
          if (later.includes(each)) return late.draft.value
          return earlier.includes(each) ? early.draft.value : first
        }
        expect(stands(talks).initial).toEqual({
          ...{ name: whose('name').name, by: whose('by').by, seen: whose('seen').seen },
          parts: { us: whose('us').parts.us, ru: whose('ru').parts.ru },
        })
      }),
    )
  })
})

describe('what is written while an act is on its way', () => {
  it('stays, begun on what was sent, and stands on the revision that the act made', () => {
    const sent = draft(3, { a: 'x' }, { a: 'sent' })
    const before = { revision: 3, initial: { a: 'x' } }
    expect(remainder(sent, before, sent.value)).toBeUndefined()
    expect(remainder(undefined, before, sent.value)).toBeUndefined()
    const left = remainder(written(sent, before, { a: 'more' }), before, sent.value)
    expect(adopted(left, { revision: 4, initial: { a: 'sent' } })).toEqual(
      draft(4, { a: 'sent' }, { a: 'more' }),
    )
    const other = { revision: 5, initial: { a: 'theirs' } }
    expect(isOvertaken(adopted(left, other) as Begun<{ a: string }>, other)).toBe(true)
  })
})

describe('letting go of what is written', () => {
  it('leaves nothing, also where others have given a field that was not there', () => {
    const own = draft<{ a: string; more?: string }>(1, { a: 'x' }, { a: 'mine' })
    const stands = { revision: 2, initial: { more: 'theirs', a: 'x' } }
    expect(remainder(own, stands, shown(own, stands))).toBeUndefined()
  })
})

describe('going on over what others changed', () => {
  const rows = (all: readonly string[]) => ({ rows: keyedByContent(all.map((title) => ({ title }))) })
  const titles = ({ value }: Begun<ReturnType<typeof rows>>) => value.rows.map(({ title }) => title)
  const change = (all: readonly string[], at: number) => {
    const { rows: own } = rows(all)
    return { rows: own.map((row, i) => (i === at ? { ...row, title: `${row.title}*` } : row)) }
  }

  it('takes rows without a name for what they say, wherever they stand', () => {
    const own = draft(1, rows(['A', 'B']), change(['A', 'B'], 1))
    expect(titles(laidOver(own, { revision: 2, initial: rows(['X', 'A', 'B']) }))).toEqual(['A', 'B*', 'X'])
    expect(titles(laidOver(own, { revision: 2, initial: rows(['B']) }))).toEqual(['B*'])
    const without = draft(1, rows(['A', 'B']), rows(['B']))
    expect(titles(laidOver(without, { revision: 2, initial: rows(['B', 'A']) }))).toEqual(['B'])
  })

  it('loses no row that its author has not touched, and keeps the own one', () => {
    const list = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 5 })
    fc.assert(
      fc.property(
        list.filter((all) => all.length > 0),
        list,
        fc.nat(),
        (before, now, pick) => {
          const at = pick % before.length
          const laid = titles(
            laidOver(draft(1, rows(before), change(before, at)), { revision: 2, initial: rows(now) }),
          )
          expect(laid).toContain(`${before[at]}*`)
          const touched = rows(before).rows[at]?.key
          for (const { key, title } of rows(now).rows) if (key !== touched) expect(laid).toContain(title)
        },
      ),
    )
  })

  it('keeps the interpreters of both, and what was taken out stays out', () => {
    const begun = { interpreters: { anna: ['en'], boris: ['en'] } as Record<string, string[]> }
    const own = draft(1, begun, { interpreters: { boris: ['en', 'ru'] } })
    const initial = { interpreters: { anna: ['en'], boris: ['en'], vera: ['ru'] } }
    expect(laidOver(own, { revision: 2, initial }).value).toEqual({
      interpreters: { boris: ['en', 'ru'], vera: ['ru'] },
    })
  })
})
