import { afterAll, describe, expect, it } from 'vitest'
import { akoma } from '../testing/files.ts'
import { openReader, type Reader } from './reader.ts'
import { mostClauses, type WrittenIn } from './reader-work.ts'

const paper = (clauses: readonly string[], language = 'eng'): Uint8Array =>
  Buffer.from(`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="p"><meta>
<identification source="#none"><FRBRExpression><FRBRlanguage language="${language}"/></FRBRExpression></identification>
</meta><mainBody>${clauses.join('')}</mainBody></statement></akomaNtoso>`)
const clause = (i: number, key = `para_${i}`): string =>
  `<paragraph eId="${key}"><num>${i + 1}.</num><content><p>Words of paragraph ${i}</p></content></paragraph>`
const long = (count: number, key?: string): Uint8Array =>
  paper(Array.from({ length: count }, (_, i) => clause(i, key)))
// The same identifier a great many times takes very long to make unique.
const heavy = long(40_000, 'same')

const readers: Reader[] = []
const open = (limits?: Parameters<typeof openReader>[0]): Reader => {
  const reader = openReader(limits)
  readers.push(reader)
  return reader
}
afterAll(async () => void (await Promise.all(readers.map((reader) => reader.close()))))

/** How long this thread could not do anything else, at most, until the work was done. */
const longestSilence = async (work: Promise<unknown>): Promise<number> => {
  let [longest, last, done] = [0, performance.now(), false]
  void work.then(() => {
    done = true
  })
  while (!done) {
    await new Promise((go) => setTimeout(go, 5))
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  return longest
}
const loading = (...files: readonly WrittenIn[]) => {
  const calls = { count: 0 }
  const load = async () => {
    calls.count += 1
    return files
  }
  return { calls, load }
}

describe('the reader', () => {
  it('says what a file is and whom it names', async () => {
    const seat = open().of('seat')
    expect(await seat.examine(akoma('x', 'eng', '#ana'))).toEqual({
      ok: true,
      value: { type: 'application/xml', names: [{ where: 'akn.author', name: 'ana' }] },
    })
    expect(await seat.examine(Buffer.from('MZ'))).toMatchObject({ refusal: { code: 'paper.type' } })
  })

  it('reads a paper in any number of languages, none of them special', async () => {
    const { load } = loading(
      { language: 'fr', bytes: paper([clause(0, 'a'), clause(2, 'b')], 'fra') },
      { language: 'ar', bytes: paper([clause(0, 'a'), clause(1, 'b'), clause(2, 'c')], 'ara') },
      { language: 'ru', bytes: paper([clause(0, 'x'), clause(2, 'y')], 'rus') },
    )
    const read = await open().of('seat').read(['room', 'f'], load)
    if (!read.ok) throw new Error(read.refusal.code)
    expect(read.value.languages).toEqual(['fr', 'ar', 'ru'])
    expect(read.value.clauses.map(({ key, cells }) => [key, Object.keys(cells)])).toEqual([
      ['a', ['fr', 'ar', 'ru']],
      ['ar:b', ['ar']],
      ['b', ['fr', 'ar', 'ru']],
    ])
  })

  it('refuses a paper of too many clauses when it is taken and when it is read', async () => {
    const seat = open().of('seat')
    const refusal = { code: 'paper.too-long', facts: { clauses: mostClauses + 1, most: mostClauses } }
    const bytes = long(mostClauses + 1)
    expect(await seat.examine(bytes)).toEqual({ ok: false, refusal })
    const { load } = loading({ language: 'en', bytes })
    expect(await seat.read(['room', 'f'], load)).toEqual({ ok: false, refusal })
  })

  it('ends what takes too long, without ever holding up this thread, and serves the next', async () => {
    const seat = open({ seconds: 1, megabytes: 512 }).of('seat')
    await seat.examine(akoma('warm'))
    const began = performance.now()
    const examined = seat.examine(heavy)
    const silence = await longestSilence(examined)
    expect(await examined).toEqual({
      ok: false,
      refusal: { code: 'paper.too-heavy', facts: { seconds: 1, megabytes: 512 } },
    })
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(silence).toBeLessThan(1_000)
    expect(await seat.examine(akoma('next'))).toMatchObject({ ok: true })
  })

  it('ends what takes too much memory, and serves the next', async () => {
    const seat = open({ seconds: 60, megabytes: 48 }).of('seat')
    expect(await seat.examine(long(60_000))).toMatchObject({ refusal: { code: 'paper.too-heavy' } })
    expect(await seat.examine(akoma('next'))).toMatchObject({ ok: true })
  })

  it('remembers a reading for the seat that read it, and for no other', async () => {
    const reader = open()
    const { calls, load } = loading({ language: 'en', bytes: akoma('words') })
    const [one, two] = await Promise.all([1, 2].map(() => reader.of('us').read(['room', 'f'], load)))
    expect(calls.count).toBe(1)
    expect(one).toBe(two)
    expect(await reader.of('us').read(['room', 'f'], load)).toBe(one)
    expect(calls.count).toBe(1)
    for (const [role, address] of [
      ['ru', ['room', 'f']],
      ['us', ['other room', 'f']],
      ['us', ['room', 'g']],
    ] as const)
      expect(await reader.of(role).read(address, load)).not.toBe(one)
    expect(calls.count).toBe(4)
  })

  it('remembers that a paper was too heavy', async () => {
    const seat = open({ seconds: 1, megabytes: 512 }).of('seat')
    const { calls, load } = loading({ language: 'en', bytes: heavy })
    for (let i = 0; i < 3; i += 1)
      expect(await seat.read(['room', 'f'], load)).toMatchObject({ refusal: { code: 'paper.too-heavy' } })
    expect(calls.count).toBe(1)
  })

  it('serves one seat while another keeps it busy, and refuses what waits too much', async () => {
    const reader = open({ seconds: 2, megabytes: 512 })
    const greedy = Array.from({ length: 20 }, () => reader.of('greedy').examine(heavy))
    const served = await Promise.race([
      reader.of('other').examine(akoma('x')),
      Promise.all(greedy.slice(0, 2)).then(() => 'late'),
    ])
    expect(served).toMatchObject({ ok: true })
    await reader.close()
    const outcomes = await Promise.all(greedy)
    expect(outcomes.every((each) => !each.ok && each.refusal.code === 'installation.busy')).toBe(true)
  })

  it('asks nothing of a reader that is closed', async () => {
    const reader = open()
    await reader.close()
    expect(await reader.of('seat').examine(akoma('x'))).toMatchObject({
      refusal: { code: 'installation.busy' },
    })
  })
})
