import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import {
  actsPath,
  anchoringsPath,
  checkpointPath,
  filePath,
  policyPath,
  proofPath,
  statePath,
} from '#domain/record/folder.ts'
import { edited, flipped, good, lineOf, verify, withFile, wrong } from './testing/changed.ts'
import {
  anchor,
  caucus,
  idOf,
  logOf,
  type Making,
  makeFolder,
  noteOf,
  plenary,
  policyOf,
  seedOf,
  writeFolder,
} from './testing/folder.ts'
import { type Ended, run } from './testing/run.ts'

const made = (change: Partial<Making>): Promise<Ended> => verify(makeFolder(change))

describe('a folder that is as it was given out', () => {
  it('passes, and says whose keys were asked', async () => {
    const ended = await verify(good, { replay: true })
    expect(ended.ending).toBe(0)
    expect(ended.out).toContain('300 entries, 240 acts, 6 anchorings, 8 proofs, 1 file, 240 objects replayed')
    expect(ended.out).toContain('its own, which came with it')
    expect(ended.out).toContain('witness.example/us at 2026-09-21T14:13:20Z')
    expect(ended.out).toContain('Everything agrees.')
  })

  it('passes under policies that were got another way, and says so', async () => {
    const logs = [plenary, caucus, anchor]
    const mine = writeFolder(new Map(logs.map((log) => [policyPath(log), toUtf8(policyOf(log))])))
    const ended = await verify(good, { policy: mine.folder })
    mine.remove()
    expect(ended.ending).toBe(0)
    expect(ended.out).toContain(join(mine.folder, plenary, 'policy'))
    expect(ended.out).not.toContain('its own')
  })

  it('passes without what may be missing: acts a seat may not read, proofs, states', async () => {
    const some = edited(actsPath(plenary), (text) => lineOf(text, 7, () => '').replace('\n\n', '\n'))
    for (const path of [...some.keys()]) if (/proofs|state/.test(path)) some.delete(path)
    const ended = await verify(some, { replay: true })
    expect(ended.ending).toBe(0)
    expect(ended.out).toContain('300 entries, 239 acts, 6 anchorings, 1 file, 239 objects replayed')
    expect(ended.out).toContain('61 entries are not shown to this seat')
    expect(ended.out).toContain('1 entry is not shown to this seat')
    expect(ended.out).toContain('the folder states no state')
  })

  it('passes at every size of its logs', async () => {
    for (const size of [0, 1, 256, 257]) {
      const ended = await made({ sizes: { [plenary]: size, [caucus]: 0 } })
      expect([size, ended.ending]).toEqual([size, 0])
    }
  })

  it('is told to a machine as JSON', async () => {
    const json = JSON.parse((await verify(good, { json: true })).out)
    expect(json).toMatchObject({ ok: true, logs: [{ name: 'Plenary', findings: [] }, {}, {}] })
    expect(json.logs[0]).toMatchObject({
      policy: { from: 'own' },
      head: { size: 300, vouchedAt: '2026-09-21T14:13:20Z' },
      lookedAt: { entries: 300, acts: 240, anchorings: 6, proofs: 8, files: 1 },
    })
  })
})

describe('a log of a folder', () => {
  it.each([
    ['a flipped bit of an entry', `${plenary}/tile/entries/001.p/44`, flipped(2), 'Entry 256 is not the one'],
    ['a flipped bit of a leaf hash', `${plenary}/tile/0/001.p/44`, flipped(33), 'Entry 257 is not the one'],
    ['a flipped bit of an upper tile', `${plenary}/tile/1/000.p/1`, flipped(3), 'tile/1/000.p/1 does not'],
    ['a flipped bit of the head', checkpointPath(plenary), flipped(50), 'signature of parley/log'],
    ['a truncated tile', `${plenary}/tile/0/000`, (it: Uint8Array) => it.slice(0, -1), 'tile/0/000 does not'],
    ['a truncated bundle', `${caucus}/tile/entries/000.p/7`, (it: Uint8Array) => it.slice(9), 'bundle'],
    ['a tile that is gone', `${plenary}/tile/0/000`, () => undefined, 'tile/0/000 is missing'],
    ['a bundle that is gone', `${plenary}/tile/entries/000`, () => undefined, 'tile/entries/000 is missing'],
    ['a head that is gone', checkpointPath(caucus), () => undefined, 'checkpoint is missing'],
    ['a policy that is gone', policyPath(caucus), () => undefined, 'policy is missing'],
    ['a flipped bit of its policy', policyPath(caucus), flipped(60), 'policy'],
    ['a flipped bit of the anchor', `${anchor}/tile/entries/000.p/12`, flipped(40), 'Entry 0 is not the one'],
  ])('is found with %s', async (_, path, change, said) => {
    const ended = await verify(withFile(path, change))
    expect(ended.ending).toBe(1)
    expect(wrong(ended)).toContain(said)
  })

  it('is found when its size was edited, and when the edited one was signed', async () => {
    const ended = await verify(edited(checkpointPath(plenary), (text) => text.replace('\n300\n', '\n299\n')))
    expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining('The note is refused')])
    const signed = await made({
      signed: (log, head) => (log === plenary ? { ...head, size: 301 } : head),
    })
    expect([signed.ending, wrong(signed)]).toEqual([
      1,
      expect.stringContaining('tile/entries/001.p/45 is missing'),
    ])
  })

  it('is found when a cosignature is missing, and names whose', async () => {
    const ended = await made({ cosigners: (log) => (log === caucus ? ['us'] : ['us', 'mediator']) })
    expect(ended.ending).toBe(1)
    expect(wrong(ended)).toContain('Missing: witness.example/mediator')
    expect(wrong(ended)).toContain(`Caucus (parley/log/${caucus})`)
  })

  it('is looked at to its end when a cosignature is missing', async () => {
    const files = makeFolder({ cosigners: () => ['us'] })
    const json = JSON.parse((await verify(files, { json: true })).out)
    expect(json.logs).toMatchObject([
      { lookedAt: { entries: 300, acts: 240, anchorings: 6, proofs: 8 }, head: { vouchedAt: null } },
      { lookedAt: { entries: 7 } },
      { lookedAt: { entries: 12 } },
    ])
    const codes = json.logs.flatMap(({ findings }: { findings: { code: string }[] }) =>
      findings.map(({ code }) => code),
    )
    expect(codes).toEqual(Array(3).fill('record.quorum-missing'))
    const bundle = `${plenary}/tile/entries/001.p/44`
    const changed = await verify(
      new Map(files).set(bundle, flipped(2)(files.get(bundle) ?? new Uint8Array())),
    )
    expect(changed.out).toContain('Entry 256 is not the one')
    expect(changed.out).toContain('Missing: witness.example/mediator')
    const { folder, remove } = writeFolder(files)
    const one = await run('log', [join(folder, plenary)])
    remove()
    expect(one).toEqual({ ending: 1, out: expect.stringContaining('looked at  300 entries') })
  })

  it('is found when two entries were swapped, in the files or before they were signed', async () => {
    const swap = (leaves: readonly string[]) => leaves.toSpliced(2, 2, leaves[3] ?? '', leaves[2] ?? '')
    const swapped = makeFolder({ leaves: (_, leaves) => swap(leaves) })
    const bundle = `${caucus}/tile/entries/000.p/7`
    const files = await verify(withFile(bundle, () => swapped.get(bundle)))
    expect([files.ending, wrong(files)]).toEqual([1, expect.stringContaining('Entry 2 is not the one')])
    const signed = await verify(swapped)
    expect([signed.ending, wrong(signed)]).toEqual([
      1,
      expect.stringContaining('Entry 2 of this log was made to be entry 3'),
    ])
  })

  it('is found when a leaf was dropped before it was signed', async () => {
    const ended = await made({ leaves: (_, leaves) => leaves.toSpliced(4, 1) })
    expect([ended.ending, wrong(ended)]).toEqual([
      1,
      expect.stringContaining('Entry 4 of this log was made to be entry 5'),
    ])
    expect(ended.out).toContain('There is no entry 6 in a log of 6')
  })

  it('is found when a leaf is of another room or is none', async () => {
    const ended = await made({
      leaves: (room, leaves) =>
        room === caucus ? leaves.map((leaf) => leaf.replace(room, plenary)) : leaves,
    })
    expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining('was made for another room')])
    const odd = await made({ leaves: (_, leaves) => leaves.with(1, 'words') })
    expect([odd.ending, wrong(odd)]).toEqual([1, expect.stringContaining('entry 1: This is not a leaf')])
  })

  it('is found when it is another log than the folder says', async () => {
    const files = new Map(good)
    for (const [path, bytes] of good)
      if (path.startsWith(caucus)) files.set(path.replace(caucus, plenary), bytes)
    files.set(policyPath(plenary), toUtf8(policyOf(caucus)))
    const ended = await verify(files)
    expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(`not to parley/log/${plenary}`)])
  })

  it('is found when it is not by the keys of the policy that was given', async () => {
    const mine = writeFolder(new Map([['policy', toUtf8(policyOf(plenary))]]))
    const ended = await verify(good, { policy: join(mine.folder, 'policy') })
    mine.remove()
    expect(ended.ending).toBe(1)
    expect(wrong(ended)).toContain('Caucus')
    expect(wrong(ended)).toContain('is not among those you trust')
    expect(ended.out).not.toContain('WRONG      Plenary')
    const one = writeFolder(new Map([[policyPath(plenary), toUtf8(policyOf(plenary))]]))
    const few = await verify(good, { policy: one.folder })
    one.remove()
    expect([few.ending, wrong(few)]).toEqual([1, expect.stringContaining(`log/${caucus} is not among`)])
  })
})

describe('what lies beside a log', () => {
  it.each([
    ['a changed act', actsPath(plenary), 'Article 3 ', 'Article 4 ', 'entry 3 of this log commits'],
    ['a changed actor', actsPath(plenary), '"seat":"us"', '"seat":"ru"', 'entry 0 of this log commits'],
    ['a changed salt', actsPath(caucus), /"salt":"../, '"salt":"00', 'entry 0 of this log commits'],
    ['an act of another room', actsPath(caucus), `"room":"${caucus}"`, `"room":"${plenary}"`, 'entry 0'],
    ['an act beyond the log', actsPath(caucus), '"index":6', '"index":7', 'no entry 7 in a log of 7'],
    ['a changed size of an anchoring', anchoringsPath(plenary), '"size":90', '"size":91', 'two histories'],
    ['a changed root of an anchoring', anchoringsPath(plenary), '"root":"', '"root":"A', undefined],
    ['a changed moment of an anchoring', anchoringsPath(plenary), /:\d\d\.000Z/, ':59.000Z', 'anchor log'],
    ['a changed salt of an anchoring', anchoringsPath(caucus), /"salt":"../, '"salt":"00', 'anchor log'],
    ['an anchoring moved to another leaf', anchoringsPath(plenary), '"index":10', '"index":11', 'anchor log'],
    ['an anchoring beyond the anchor log', anchoringsPath(caucus), '"index":11', '"index":12', 'no entry 12'],
  ])('is found with %s', async (_, path, from, to, said) => {
    const ended = await verify(edited(path, (text) => text.replace(from, to)))
    expect(ended.ending).toBe(said === undefined ? 2 : 1)
    if (said !== undefined) expect(ended.out).toContain(said)
  })

  it('names a head that was anchored and is not the log’s', async () => {
    const ended = await made({
      anchored: (room, head, tick) =>
        room === plenary && tick === 3 ? { ...head, root: seedOf('another history') } : head,
    })
    expect(ended.ending).toBe(1)
    expect(wrong(ended)).toContain('anchoring 6: A head of 270 entries was given out that is not this log’s')
  })

  it('names a log that was longer once', async () => {
    const cut = makeFolder({ sizes: { [plenary]: 250, [caucus]: 7 } })
    const files = new Map(cut)
    for (const path of [anchoringsPath(plenary), actsPath(plenary)])
      files.set(path, good.get(path) ?? new Uint8Array())
    for (const [path, bytes] of good) if (path.startsWith(anchor)) files.set(path, bytes)
    const ended = await verify(files)
    expect(ended.ending).toBe(1)
    expect(ended.out).toContain('The later log has 250 entries, fewer than the earlier 270')
    expect(ended.out).toContain('no entry 250 in a log of 250')
  })

  it('names anchorings of which a later one has the shorter log', async () => {
    const ended = await made({
      anchored: (room, head, tick) =>
        room === caucus && tick === 4 ? { size: 0, root: seedOf('nothing') } : head,
    })
    expect([ended.ending, wrong(ended)]).toEqual([
      1,
      expect.stringContaining('anchoring 9: The later log has 0 entries, fewer than the earlier 6'),
    ])
  })

  it('names a newest head that is not anchored', async () => {
    const ended = await verify(
      edited(anchoringsPath(plenary), (text) => text.split('\n').slice(0, 4).join('\n').concat('\n')),
    )
    expect([ended.ending, wrong(ended)]).toEqual([
      1,
      expect.stringContaining('not the newest that was anchored'),
    ])
  })

  it('names a proof that is of another entry, another history, or no entry at all', async () => {
    const five = good.get(proofPath(plenary, 5)) ?? new Uint8Array()
    const other = await verify(withFile(proofPath(plenary, 6), () => five))
    expect([other.ending, wrong(other)]).toEqual([1, expect.stringContaining('entry 5, not of entry 6')])
    const beyond = await verify(new Map(good).set(proofPath(plenary, 300), five))
    expect([beyond.ending, wrong(beyond)]).toEqual([1, expect.stringContaining('no entry 300')])
    const entries = [...Array(7).keys()].map((i) => toUtf8(`entry ${i}`))
    const forked = logOf(entries)
    const proof = toUtf8(forked.proofOf(2, noteOf(caucus, forked.head)))
    const fork = await verify(withFile(proofPath(caucus, 2), () => proof))
    expect([fork.ending, wrong(fork)]).toEqual([1, expect.stringContaining('does not show entry 2')])
  })

  it('names a proof under a head that this log never had', async () => {
    const leaves: string[] = []
    const keep = (room: string, all: readonly string[]) => {
      if (room === caucus) leaves.push(...all)
      return all
    }
    const files = makeFolder({ leaves: keep })
    const entries = leaves.map(toUtf8)
    for (const [fork, said] of [
      [entries.with(6, toUtf8('another')), 'A head of 7 entries was given out'],
      [[...entries, toUtf8('more')], 'has 7 entries, fewer than the earlier 8'],
      [entries.slice(0, 4).with(3, toUtf8('another')), 'A head of 4 entries was given out'],
    ] as const) {
      const log = logOf(fork)
      files.set(proofPath(caucus, 2), toUtf8(log.proofOf(2, noteOf(caucus, log.head))))
      const ended = await verify(files)
      expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(said)])
      expect(wrong(ended)).toContain('proofs/2.tlog-proof')
    }
    const earlier = logOf(entries.slice(0, 4))
    files.set(proofPath(caucus, 2), toUtf8(earlier.proofOf(2, noteOf(caucus, earlier.head))))
    expect((await verify(files)).ending).toBe(0)
  })

  it('names a file that is not its hash, and files that have no place', async () => {
    const paper = [...good.keys()].find((path) => path.startsWith(filePath(caucus, ''))) ?? ''
    const ended = await verify(withFile(paper, flipped(0)))
    expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(`${paper} is not the one`)])
    for (const stray of [filePath(caucus, 'agenda.pdf'), `${caucus}/proofs/007.tlog-proof`]) {
      const found = await verify(new Map(good).set(stray, new Uint8Array()))
      expect([found.ending, wrong(found)]).toEqual([1, expect.stringContaining(`${stray} has no place`)])
    }
    expect((await verify(new Map(good).set(filePath(caucus, '.DS_Store'), new Uint8Array()))).ending).toBe(0)
  })

  it('names acts or anchorings that are gone', async () => {
    for (const path of [actsPath(plenary), anchoringsPath(plenary)]) {
      const ended = await verify(withFile(path, () => undefined))
      expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(`${path} is missing`)])
    }
  })
})

describe('a replay', () => {
  it('names an object whose stated state does not follow from its acts', async () => {
    const object = `message/${idOf(`message ${caucus} 3`)}`
    const files = edited(statePath(caucus), (text) => text.replace(/(: ")./, '$1#').replace('#', 'x'))
    expect((await verify(files)).ending).toBe(0)
    const state = (hash: string) => withFile(statePath(caucus), () => toUtf8(`{"${object}": "${hash}"}\n`))
    const ended = await verify(state('0'.repeat(64)), { replay: true })
    expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(object)])
    const odd = await verify(state('x'), { replay: true })
    expect(odd).toMatchObject({
      ending: 2,
      out: expect.stringContaining('state.json does not have the form'),
    })
  })

  it('is for whole folders', async () => {
    const { folder, remove } = writeFolder(good)
    const ended = await run('log', [join(folder, plenary)], { replay: true })
    remove()
    expect(ended).toEqual({ ending: 2, out: '--replay wants a whole folder with about.json' })
  })
})
