/** `parley text verify`: whether a version is what it says it is, from its file alone. */
import { readVersionFile, type VersionFile } from '#contract/text-versions.ts'
import type { Refusal } from '#domain/outcome.ts'
import { fromUtf8 } from '#domain/record/bytes.ts'
import { keyThumbprint, originOfAssertion } from '#domain/text/version/assertion.ts'
import { citeOf } from '#domain/text/version/record.ts'
import { type CheckedMark, verifyVersion } from '#domain/text/version/verify.ts'
import { versionPrimitives } from '#server/text/passkey-primitives.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { bytesOf, sentence } from '../input.ts'

/** The words of what was put to a version, as they are printed. */
const named: Readonly<Record<CheckedMark['mark']['kind'], string>> = {
  initial: 'initialled',
  'sign-ad-referendum': 'signed ad referendum',
  sign: 'signed',
  confirm: 'confirmed the signature',
}

/** A version that was taken home; a clear word when the file is none. */
const readVersion = async (file: string): Promise<VersionFile> => {
  const source = fromUtf8(await bytesOf(file))
  const version = source === undefined ? { wrong: 'is not JSON: it is not UTF-8' } : readVersionFile(source)
  if ('wrong' in version) throw new BadUsage(`${file} ${version.wrong}`)
  return version
}

const told = ({ mark, flaw }: CheckedMark): string => {
  const who = `${mark.party} ${named[mark.kind]} at ${mark.at}, member ${mark.by.member}`
  return flaw === null
    ? `good  ${who}, passkey used at ${originOfAssertion(mark.assertion)}, key ${keyThumbprint(mark.key, versionPrimitives.sha256)}`
    : `WRONG ${who}: ${sentence(flaw)}`
}

const wrong = (call: Call, refusal: Refusal): Ending => {
  print(call, { verified: false, code: refusal.code, facts: refusal.facts ?? {} }, [
    `NOT verified: ${sentence(refusal)}`,
  ])
  return 1
}

/** Verifies a file; ends with 1 when the words, the hash or any mark is not good. */
export const verifyFile = async (call: Call): Promise<Ending> => {
  const [path] = call.positionals
  if (path === undefined) throw new BadUsage('say which version: VERSION.json')
  const expected = textOf(call, 'hash')
  if (expected !== undefined && !/^[0-9a-fA-F]{64}$/.test(expected))
    throw new BadUsage('--hash is 64 hexadecimal digits')
  const file = await readVersion(path)
  const found = verifyVersion(file, versionPrimitives, { hash: expected, log: textOf(call, 'key') })
  if (!found.ok) return wrong(call, found.refusal)
  const { hash, marks } = found.value
  const good = marks.every(({ flaw }) => flaw === null)
  const { number, clauses, languages, previous, corrects, title } = file.record
  print(
    call,
    {
      verified: good,
      hash,
      record: file.record,
      marks: marks.map(({ mark: { kind, party }, flaw }) => ({ kind, party, flaw })),
    },
    [
      `${citeOf(number)} ${title[languages[0] ?? ''] ?? ''}`,
      `words verified: ${clauses} clauses in ${languages.join(', ')}`,
      `sha256 ${hash}`,
      previous === null ? 'the first version' : `after ${previous}`,
      ...(corrects === undefined ? [] : [`corrects ${corrects}`]),
      ...marks.map(told),
      ...file.objections.map(({ party, at }) => `${party} objected at ${at}`),
      `log key ${file.log}`,
    ],
  )
  return good ? 0 : 1
}
