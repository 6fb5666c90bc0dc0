import { describe, expect, it } from 'vitest'
import { openProgress } from './progress.ts'

const shown = (isTTY: boolean, patience: number, steps: number, total: number): readonly string[] => {
  const written: string[] = []
  const progress = openProgress(total, { isTTY, write: (text) => written.push(text) }, patience)
  for (let i = 0; i < steps; i += 1) progress.advance(1)
  progress.end()
  return written
}

describe('progress', () => {
  it('says every tenth in a plain line', () => {
    expect(shown(false, 0, 256, 256)).toEqual(
      [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((n) => `${n} %\n`),
    )
    expect(shown(false, 0, 3, 4)).toEqual(['20 %\n', '50 %\n', '70 %\n'])
  })

  it('draws a bar on a terminal and takes it away', () => {
    const written = shown(true, 0, 2, 4)
    expect(written[1]).toBe(`\r[${'='.repeat(20)}${' '.repeat(20)}] 50 % of 4 entries`)
    expect(written.at(-1)).toMatch(/^\r +\r$/)
    expect(written.at(-1)?.length).toBeGreaterThan(written[1]?.length ?? 0)
  })

  it('is silent over what takes no time, and over nothing', () => {
    expect(shown(false, 1000, 4, 4)).toEqual([])
    expect(shown(true, 1000, 4, 4)).toEqual([])
    expect(shown(false, 0, 0, 0)).toEqual([])
  })
})
