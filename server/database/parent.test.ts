import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watchParent } from './parent.ts'

test('a parent that lives is not reported, one that is gone is reported once', async () => {
  const told: string[] = []
  const stop = watchParent(() => told.push('living'))
  watchParent(() => told.push('gone'), 999_999_999)
  await sleep(1_200)
  stop()
  expect(told).toEqual(['gone'])
})
