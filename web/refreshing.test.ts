/** What must hold when a screen is told faster than it can read. */
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { refresh } from './refreshing.ts'

const wait = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))

it('shows something meanwhile, reads once at a time, and ends with what was told last', async () => {
  const client = new QueryClient()
  let [told, atOnce, most, reads] = [0, 0, 0, 0]
  const queryFn = async (): Promise<number> => {
    const found = told
    atOnce += 1
    reads += 1
    most = Math.max(most, atOnce)
    await wait(20)
    atOnce -= 1
    return found
  }
  const shown: number[] = []
  const observer = new QueryObserver<number>(client, { queryKey: ['text'], queryFn, retry: false })
  const stop = observer.subscribe(({ data }) => {
    if (data !== undefined && data !== shown.at(-1)) shown.push(data)
  })
  await wait(40)
  most = 0
  const asked: Promise<void>[] = []
  for (let n = 1; n <= 50; n += 1) {
    told = n
    asked.push(refresh(client, ['text']))
    await wait(2)
  }
  await Promise.all(asked)
  stop()
  expect(most).toBe(1)
  expect(reads).toBeLessThan(20)
  expect(shown.length).toBeGreaterThan(2)
  expect(client.getQueryData(['text'])).toBe(50)
})

it('keeps its promise only when a reading that began after it is there', async () => {
  const client = new QueryClient()
  let value = 1
  const queryFn = async (): Promise<number> => {
    const found = value
    await wait(10)
    return found
  }
  const stop = new QueryObserver(client, { queryKey: ['a'], queryFn }).subscribe(() => undefined)
  await wait(20)
  const first = refresh(client, ['a'])
  await wait(2)
  value = 2
  await refresh(client, ['a'])
  expect(client.getQueryData(['a'])).toBe(2)
  await first
  stop()
})
