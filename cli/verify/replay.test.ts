import { describe, expect, it } from 'vitest'
import { replay } from '#domain/acts.ts'
import type { Act } from '#domain/record/act.ts'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatState, stateHash, statePath } from '#domain/record/folder.ts'
import { primitives } from '#server/record/primitives.ts'
import { openReplay, type Replayed } from './replay.ts'
import { caucus, idOf, writeFolder } from './testing/folder.ts'

const act = (object: string, kind: string, payload: unknown): Act => ({
  id: idOf(`${object} ${kind}`),
  room: caucus,
  kind,
  object,
  by: { seat: 'us', member: idOf('head') },
  at: '2026-09-20T10:00:00.000Z',
  payload,
})
const send = act('a', 'message.send', { nature: 'statement', original: 'en', words: { en: 'yes' } })
const withdraw = act('a', 'message.withdraw', {})
const marks = act('b', 'marks.move', { read: 1, delivered: 1 })
const all = [send, marks, withdraw]

/** Replays acts beside a folder that states this, and says what was found. */
const replayed = (
  acts: readonly Act[],
  stated: ReadonlyMap<string, string> | undefined,
  isWhole = true,
): Replayed & { readonly found: readonly string[] } => {
  const files = stated ? [[statePath(caucus), toUtf8(formatState(stated))] as const] : []
  const { folder, remove } = writeFolder(new Map(files))
  const found: string[] = []
  const room = openReplay(folder, caucus, (_, { code, facts }) => found.push(`${code} ${facts?.object}`))
  for (const each of acts) room.take(each)
  const result = room.compare(isWhole)
  remove()
  return { ...result, found }
}

const objects = replay(all)
const stated = new Map(
  objects.ok ? [...objects.value].map(([key, kept]) => [key, stateHash(kept, primitives.sha256)]) : [],
)

describe('a replay of a room', () => {
  it('arrives at the state that was stated, or says that none was', () => {
    expect([...stated.keys()]).toEqual(['message/a', 'marks/b'])
    expect(replayed(all, stated)).toEqual({ objects: 2, isStated: true, found: [] })
    expect(replayed(all, undefined)).toEqual({ objects: 2, isStated: false, found: [] })
  })

  it('names an object of which an act is missing: the first, or a later one', () => {
    expect(replayed([marks, withdraw], stated).found).toEqual(['record.object-unplayable message/a'])
    expect(replayed([send, marks], stated).found).toEqual(['record.object-differs message/a'])
    expect(replayed([withdraw, send], stated).found).toContain('record.object-unplayable message/a')
  })

  it('leaves alone an object whose acts this seat may not read, unless every act is there', () => {
    expect(replayed([send, withdraw], stated, false).found).toEqual([])
    expect(replayed([send, withdraw], stated, true).found).toEqual(['record.object-differs marks/b'])
  })

  it('names an act of a kind that there is not', () => {
    expect(replayed([...all, act('c', 'nothing.at-all', {})], stated).found).toEqual([
      'record.object-unplayable nothing/c',
    ])
  })
})
