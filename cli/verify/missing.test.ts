import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromUtf8, toUtf8 } from '#domain/record/bytes.ts'
import {
  aboutPath,
  actsPath,
  filePath,
  formatAbout,
  parseActLine,
  policyPath,
} from '#domain/record/folder.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { primitives } from '#server/record/primitives.ts'
import { edited, good, lineOf, verify, withFile, wrong } from './testing/changed.ts'
import {
  about,
  anchor,
  caucus,
  type Files,
  makeFolder,
  plenary,
  policyOf,
  writeFolder,
} from './testing/folder.ts'
import type { Ended } from './testing/run.ts'

const paper = [...good.keys()].find((path) => path.startsWith(filePath(caucus, ''))) ?? ''
const withoutLine = (path: string, line: number): Files =>
  edited(path, (text) =>
    text
      .split('\n')
      .toSpliced(line - 1, 1)
      .join('\n'),
  )

const verifyUnder = async (logs: readonly string[], files: Files): Promise<Ended> => {
  const mine = writeFolder(new Map(logs.map((log) => [policyPath(log), toUtf8(policyOf(log))])))
  try {
    return await verify(files, { policy: mine.folder, replay: true })
  } finally {
    mine.remove()
  }
}

describe('a log that was left out', () => {
  const left = new Map(good)
  for (const path of [...left.keys()]) if (path.startsWith(caucus)) left.delete(path)
  left.set(aboutPath, toUtf8(formatAbout({ ...about, logs: about.logs.filter(({ log }) => log !== caucus) })))

  it('is found where a policy of it is held', async () => {
    const ended = await verifyUnder([plenary, caucus, anchor], left)
    expect([ended.ending, wrong(ended)]).toEqual([
      1,
      expect.stringContaining(`The log parley/log/${caucus} is not in this folder`),
    ])
  })

  it('is none where no policy of it is held, or one file is given', async () => {
    expect((await verifyUnder([plenary, anchor], left)).ending).toBe(0)
    const one = writeFolder(new Map([['policy', toUtf8(policyOf(caucus))]]))
    const odd = await verify(left, { policy: join(one.folder, 'policy') })
    const bare = await verify(left, { policy: one.folder })
    one.remove()
    for (const { ending, out } of [odd, bare]) {
      expect([ending, out]).toEqual([1, expect.stringContaining('is not among those you trust')])
      expect(out).not.toContain('is not in this folder')
    }
  })
})

describe('a paper', () => {
  it('is found when it is gone though an act names it', async () => {
    const ended = await verify(withFile(paper, () => undefined))
    expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(`The file ${paper} is missing`)])
  })

  it('is found when no act names it, though it is what its name says', async () => {
    const other = [...good.keys()].find((path) => path.startsWith(filePath(plenary, ''))) ?? ''
    const stray = other.replace(plenary, caucus)
    const ended = await verify(new Map(good).set(stray, good.get(other) ?? new Uint8Array()))
    expect([ended.ending, wrong(ended)]).toEqual([1, expect.stringContaining(`${stray} has no place`)])
  })

  it('is not called stray where the acts cannot be read to their end', async () => {
    const ended = await verify(edited(actsPath(caucus), (text) => lineOf(text, 2, () => '')))
    expect([ended.ending, ended.out]).toEqual([2, expect.not.stringContaining('has no place')])
    expect(ended.out).not.toContain(`${paper}`)
  })

  it('cannot be asked for by an act that does not say which', async () => {
    const broken = (text: string) => text.replace(/"files":\{.*?\}\}/, '"files":{"en":{"file":"../../x"}}')
    const acts = fromUtf8(good.get(actsPath(caucus)) ?? new Uint8Array()) ?? ''
    const line = parseActLine(broken(acts.split('\n')[1] ?? ''), '', 2)
    if (!line.ok) throw new Error('no act')
    const { act, index, salt } = line.value
    const files = makeFolder({
      leaves: (room, leaves) =>
        room === caucus ? leaves.with(1, leafOf(act, index, salt, primitives.sha256)) : leaves,
    })
    files.set(actsPath(caucus), toUtf8(broken(acts)))
    const ended = await verify(files)
    expect([ended.ending, wrong(ended)]).toEqual([
      1,
      expect.stringContaining(`The acts of ${act.object} cannot`),
    ])
    expect(ended.out).not.toContain('../../x')
  })
})

describe('an act that was left out', () => {
  it('is found where its proof was left behind', async () => {
    const ended = await verify(withoutLine(actsPath(caucus), 3), { replay: true })
    expect([ended.ending, wrong(ended)]).toEqual([
      1,
      expect.stringContaining(`${caucus}/proofs/2.tlog-proof: There is a proof of entry 2, but its act`),
    ])
  })

  it('is counted for every room', async () => {
    const ended = await verify(good)
    expect(ended.out).toContain('60 entries are not shown to this seat')
    expect(ended.out).toContain('1 entry is not shown to this seat')
    expect(ended.out.match(/not shown/g)).toHaveLength(4)
    const json = JSON.parse((await verify(good, { json: true })).out)
    expect(json.logs.map(({ unshown }: { unshown: unknown }) => unshown)).toEqual([60, 1, null])
    const gone = JSON.parse(
      (
        await verify(
          withFile(actsPath(caucus), () => undefined),
          { json: true },
        )
      ).out,
    )
    expect(gone.logs[1].unshown).toBeNull()
  })
})
