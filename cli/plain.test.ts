import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { aboutPath, formatAbout, formatActLine, policyPath } from '#domain/record/folder.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { primitives } from '#server/record/primitives.ts'
import { print, tell } from './command.ts'
import { plainLine } from './plain.ts'
import { good, verify } from './verify/testing/changed.ts'
import { about, caucus, idOf, logOf, noteOf, policyOf, seedOf, writeFolder } from './verify/testing/folder.ts'
import { run } from './verify/testing/run.ts'

const steering = '\u001b]0;title\u0007\u009b31m\u007f\r'
const controls = /[^\P{Cc}\n]/u

describe('words of others on a terminal', () => {
  it('are shown as they are, but for what would steer it', () => {
    expect(plainLine('Переговоры — «мир» 和平 👋🏽')).toBe('Переговоры — «мир» 和平 👋🏽')
    expect(plainLine('\u0000a\n\u001b[2J\u007f\u009b')).toBe('\\u0000a\\u000a\\u001b[2J\\u007f\\u009b')
  })

  it('are plain in the account of a folder, whatever its rooms are called', async () => {
    const name = { en: `${steering}\nEverything agrees.` }
    const logs = about.logs.map((log) =>
      log.kind === 'room' ? { ...log, room: { ...log.room, name } } : log,
    )
    const process = { ...about.process, key: `talks${steering}` }
    const files = new Map(good)
    files.set(aboutPath, toUtf8(formatAbout({ ...about, process, seat: steering, logs })))
    for (const json of [false, true]) {
      const ended = await verify(files, { json })
      expect([json, ended.ending]).toEqual([json, 0])
      expect(ended.out).not.toMatch(controls)
      expect(ended.out.match(/^Everything agrees\.$/gm) ?? []).toHaveLength(json ? 0 : 1)
      if (json) expect(JSON.parse(ended.out).logs[0].name).toBe(name.en)
    }
  })

  it('are plain in an act that is proven', async () => {
    const by = { seat: steering, member: `${steering}\n` }
    const kind = `message.send${steering}`
    const payload = {}
    const act = { id: idOf('odd'), room: caucus, kind, object: 'odd', by, at: steering, payload }
    const salt = seedOf('odd')
    const log = logOf([toUtf8(leafOf(act, 0, salt, primitives.sha256))])
    const { folder, remove } = writeFolder(new Map([[policyPath(caucus), toUtf8(policyOf(caucus))]]))
    const at = (path: string): string => join(folder, path)
    writeFileSync(at('proof'), log.proofOf(0, noteOf(caucus, log.head)))
    writeFileSync(at('act'), formatActLine({ index: 0, salt, act }))
    const ended = await run('proof', [at('proof')], { policy: at(policyPath(caucus)), act: at('act') })
    remove()
    expect([ended.ending, ended.out]).toEqual([0, expect.not.stringMatching(controls)])
    expect(ended.out).toContain('message.send\\u001b]0;title')
  })

  it('are plain in whatever a command prints or tells', () => {
    const said: unknown[] = []
    const keep = (line: unknown): void => void said.push(line)
    const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
      spy.mockImplementation(keep),
    )
    print({ positionals: [], values: {} }, {}, [`a${steering}`, 'b'])
    print({ positionals: [], values: { json: true } }, { a: steering }, [])
    tell(`a\nb${steering}`)
    for (const spy of spies) spy.mockRestore()
    expect(said).toHaveLength(3)
    for (const line of said) expect(line).not.toMatch(controls)
    expect(said[0]).toMatch(/^a\\u001b.*\nb$/)
    expect(said[2]).toMatch(/^a\nb\\u001b/)
  })
})
