import { expect, test } from 'vitest'
import { qrPath } from './qr.tsx'

/** The modules of a path, as rows of dark and light. */
const modulesOf = ({ size, path }: { size: number; path: string }): readonly string[] => {
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (dark.has(`${x} ${y}`) ? '#' : '.')).join(''),
  )
}

test('a code has its three finders inside a quiet zone of four modules', () => {
  const code = qrPath('parley/log/1\n47\nroot=\n\n\u2014 name signature\n')
  if (!code) throw new Error('no code')
  const rows = modulesOf(code)
  expect((code.size - 8 - 17) % 4).toBe(0)
  expect([...rows.slice(0, 4), ...rows.slice(-4)].join('')).not.toContain('#')
  for (const [x, y] of [
    [4, 4],
    [code.size - 11, 4],
    [4, code.size - 11],
  ] as const)
    expect(rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))).toEqual([
      '#######',
      '#.....#',
      '#.###.#',
      '#.###.#',
      '#.###.#',
      '#.....#',
      '#######',
    ])
})

test('a note of many witnesses still fits; what fits no code has none', () => {
  expect(qrPath('x'.repeat(2_900))).toBeDefined()
  expect(qrPath('x'.repeat(3_000))).toBeUndefined()
})
