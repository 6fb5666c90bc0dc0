/** `parley badge check`, as it is called at a door. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { badgeText } from '#domain/meetings/accreditation.ts'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { signatureLine } from '#domain/record/note.ts'
import { signingKey } from '#server/record/primitives.ts'
import { called } from '../testing/called.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-badge-'))
afterAll(() => rm(folder, { recursive: true }))

const seed = (byte: number) => signingKey('parley.test/channel', 'note', new Uint8Array(32).fill(byte))
const [log, other] = [seed(1), seed(2)]
const person = {
  id: '11111111-1111-4111-8111-111111111111',
  ...{ name: { en: 'Gordon Pike', ru: 'Гордон Пайк' }, title: { en: 'Driver', ru: 'Водитель' } },
  category: 'technical' as const,
}
const words = badgeText('talks', 'us', person, { from: '2026-11-20', until: '2026-12-20' })
const signed = (text: string, { key, sign } = log) => `${text}\n${signatureLine(key, sign(toUtf8(text)))}\n`
const check = async (scanned: string, day: string, ...rest: readonly string[]) => {
  const path = join(folder, 'scanned.txt')
  await writeFile(path, scanned)
  return called(['badge', 'check', path, '--key', formatVerifierKey(log.key), '--day', day, ...rest])
}

it('tells for whom a badge is and whether its days are running', async () => {
  const good = await check(signed(words).replaceAll('\n', '\r\n'), '2026-11-27')
  expect([good.code, good.out]).toEqual([
    0,
    expect.stringMatching(/^Genuine, valid on 2026-11-27: Gordon Pike/),
  ])
  const told = async (day: string) => {
    const { code, out } = await check(signed(words), day, '--json')
    return [code, JSON.parse(out).term]
  }
  expect(await told('2026-11-19')).toEqual([1, 'ahead'])
  expect(await told('2026-12-20')).toEqual([0, 'running'])
  expect(await told('2026-12-21')).toEqual([1, 'over'])
})

it('takes no other words, no other key, no other note of the log, and no other usage', async () => {
  for (const scanned of [
    signed(words).replace('Gordon', 'Gerald'),
    signed(words, other),
    signed('parley.test/channel\n7\nAAAA\n'),
    'hello',
  ]) {
    const { code, out } = await check(scanned, '2026-11-27')
    expect([code, out]).toEqual([1, expect.stringMatching(/^Not genuine\. /)])
  }
  expect((await check(signed(words), 'today')).code).toBe(2)
  expect((await called(['badge', 'check', join(folder, 'scanned.txt')])).code).toBe(2)
})
