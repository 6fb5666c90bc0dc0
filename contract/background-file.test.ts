import fc from 'fast-check'
import { expect, it } from 'vitest'
import { event } from '#domain/background/testing/events.ts'
import { backgroundFile, readBackgroundFile } from './background-file.ts'

it('comes back from its file as it was', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 5 }), (made) => {
      const read = readBackgroundFile(JSON.stringify(backgroundFile(made)))
      // Words are kept in one form (NFC), and hidden characters have no place in them.
      if (!read.ok) expect(read.refusal.code).toBe('background.not-so')
      else expect(read.value).toEqual(JSON.parse(JSON.stringify(made).normalize('NFC')))
    }),
  )
})

it('says where a file is wrong', () => {
  const refusal = (text: string) => {
    const read = readBackgroundFile(text)
    return read.ok ? null : read.refusal
  }
  expect(refusal('{')?.code).toBe('background.not-json')
  const file = { format: 'parley-background-1', events: [{ when: 'soon' }] }
  expect(refusal(JSON.stringify(file))).toMatchObject({ code: 'background.not-so' })
  expect(String(refusal(JSON.stringify(file))?.facts?.at)).toMatch(/^\/events\/0\//)
})
