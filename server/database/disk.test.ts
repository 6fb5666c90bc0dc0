import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freeBytes, watchDisk } from './disk.ts'

test('free space is a count of bytes', async () => {
  expect(await freeBytes(tmpdir())).toBeGreaterThan(0)
})

test('a disk below the minimum is told of once, with what is left', async () => {
  const told: [string, number][] = []
  const onChange = (state: string, free: number): void => void told.push([state, free])
  const stop = watchDisk({ folder: tmpdir(), minimumBytes: Number.MAX_SAFE_INTEGER, everyMs: 5, onChange })
  await sleep(80)
  stop()
  expect(told).toEqual([['nearly full', expect.any(Number)]])
})

test('a disk with room, and a folder that is not there, are not told of', async () => {
  const told: string[] = []
  const onChange = (state: string): void => void told.push(state)
  const stops = ['/nowhere at all', tmpdir()].map((folder) =>
    watchDisk({ folder, minimumBytes: 1, everyMs: 5, onChange }),
  )
  await sleep(50)
  for (const stop of stops) stop()
  expect(told).toEqual([])
})
