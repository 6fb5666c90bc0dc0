/** Calls a command as the command line does, within the test: what it ended with, and what it printed. */
import { vi } from 'vitest'
import { callParley } from '../calling.ts'

/** How a command ended and what it said. */
export interface Called {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Calls `parley` with these words. One call after the other: what is printed meanwhile is taken for its own. */
export const called = async (words: readonly string[]): Promise<Called> => {
  const [out, err]: [string[], string[]] = [[], []]
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => void out.push(`${line}\n`)),
    vi.spyOn(console, 'error').mockImplementation((line) => void err.push(`${line}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation((words) => out.push(String(words)) > 0),
  ]
  try {
    const code = await callParley(words)
    return { code, out: out.join(''), err: err.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
