import { describe, expect, it } from 'vitest'
import { aboutPath, actsPath, anchoringsPath, filePath, proofPath } from '#domain/record/folder.ts'
import { edited, good, lineOf, verify, withFile, wrong } from './testing/changed.ts'
import { caucus, plenary } from './testing/folder.ts'

describe('a file that cannot be read', () => {
  it.each([
    [actsPath(plenary), 3],
    [actsPath(caucus), 6],
    [anchoringsPath(plenary), 2],
    [anchoringsPath(caucus), 6],
  ])('is named with its line: %s, line %i', async (path, line) => {
    for (const edit of [(text: string) => text.slice(0, -1), () => '', (text: string) => ` ${text}`]) {
      const ended = await verify(edited(path, (text) => lineOf(text, line, edit)))
      expect(ended.ending).toBe(2)
      expect(wrong(ended)).toContain(`The file ${path} does not have the form it must have, in line ${line}.`)
    }
  })

  it('is named when its lines are out of order, when its last line has no end, when it is no UTF-8', async () => {
    const path = actsPath(caucus)
    const swapped = edited(path, (text) =>
      text
        .split('\n')
        .toSpliced(1, 1)
        .toSpliced(2, 0, text.split('\n')[1] ?? '')
        .join('\n'),
    )
    expect(wrong(await verify(swapped))).toContain('in line 3.')
    expect(wrong(await verify(edited(path, (text) => text.slice(0, -1))))).toContain('in line 6.')
    expect(wrong(await verify(withFile(path, (bytes) => bytes.with(300, 0xff))))).toContain('in line 1.')
  })

  it('is named when the system does not give it out', async () => {
    for (const path of [actsPath(plenary), filePath(caucus, '0'.repeat(64)), proofPath(caucus, 1)]) {
      const files = new Map(good)
      files.delete(path)
      const ended = await verify(files.set(`${path}/within`, new Uint8Array()))
      expect(ended).toEqual({ ending: 2, out: expect.stringMatching(/^[^\n]*: EISDIR[^\n]*$/) })
      expect(ended.out).toContain(path.slice(0, 36))
    }
  })

  it('is named when it is about.json', async () => {
    const ended = await verify(edited(aboutPath, (text) => text.replace('"seat": "us"', '"seat": us')))
    expect(ended.ending).toBe(2)
    expect(ended.out).toContain('The file about.json does not have the form it must have, in line 16.')
  })

  it('does not hide what else is wrong', async () => {
    const files = edited(actsPath(plenary), (text) => lineOf(text, 9, () => 'x'))
    files.delete(anchoringsPath(caucus))
    const ended = await verify(files)
    expect(ended.ending).toBe(1)
    expect(ended.out).toContain('in line 9.')
    expect(ended.out).toContain(`${anchoringsPath(caucus)} is missing`)
  })
})
