import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, toUtf8 } from './bytes.ts'
import { formatCheckpoint } from './checkpoint.ts'
import { formatVerifierKey, verifierKey } from './key.ts'
import { formatNote } from './note.ts'
import { isMet, openWitnessed, parsePolicy, type Quorum, vouchedTime } from './policy.ts'
import { log, origin, policyOf, policyText, witnesses } from './testing/log.ts'
import { lineBy, noteBy, platform, sha256, signer } from './testing/platform.ts'

const crowd = Array.from({ length: 9 }, (_, i) => signer(`w${i}`, 'cosignature').key)
const [w0, w1, w2] = crowd.map(formatVerifierKey)
const vlog = formatVerifierKey(log.key)
const text = formatCheckpoint({ origin, size: 5, root: sha256(toUtf8('root')) })

const quorum: fc.Arbitrary<Quorum> = fc.letrec<{ quorum: Quorum }>((tie) => ({
  quorum: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...crowd).map((key): Quorum => ({ kind: 'witness', key })),
    fc
      .tuple(fc.array(tie('quorum'), { minLength: 1, maxLength: 4 }), fc.nat())
      .map(([members, n]): Quorum => ({ kind: 'group', members, threshold: 1 + (n % members.length) })),
  ),
})).quorum

describe('a quorum', () => {
  const some = fc.subarray(crowd)
  const met = (one: Quorum, by: readonly unknown[]): boolean => isMet(one, (key) => by.includes(key))

  test('is met by everyone together and, unless it is nobody, never by no one', () => {
    fc.assert(
      fc.property(quorum, (one) => {
        expect(met(one, crowd)).toBe(true)
        expect(met(one, [])).toBe(false)
      }),
    )
    expect(met({ kind: 'none' }, [])).toBe(true)
  })

  test('is never lost by one witness more', () => {
    fc.assert(
      fc.property(quorum, some, fc.constantFrom(...crowd), (one, by, more) => {
        expect(!met(one, by) || met(one, [...by, more])).toBe(true)
      }),
    )
  })

  test('of any is one of them, of all is each of them, and a higher number is never easier', () => {
    fc.assert(
      fc.property(fc.array(quorum, { minLength: 1, maxLength: 5 }), some, (members, by) => {
        const group = (threshold: number): boolean => met({ kind: 'group', members, threshold }, by)
        expect(group(1)).toBe(members.some((member) => met(member, by)))
        expect(group(members.length)).toBe(members.every((member) => met(member, by)))
        for (let k = 2; k <= members.length; k += 1) expect(!group(k) || group(k - 1)).toBe(true)
      }),
    )
  })
})

describe('a policy file', () => {
  test('is read as in the specification\u2019s example: two of three here and one of three there', () => {
    const keys = crowd.map(formatVerifierKey)
    const file = [
      '# comment',
      `log ${vlog} https://log.example/`,
      ...['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'].map((name, i) => ` witness\t${name}  ${keys[i]} \t`),
      '',
      'group X-witnesses 2 X1 X2 X3',
      'group Y-witnesses any Y1 Y2 Y3',
      'group X-and-Y all X-witnesses Y-witnesses',
      'quorum X-and-Y',
      '',
    ].join('\n')
    const policy = parsePolicy(file, sha256)
    if (!policy.ok) throw new Error(policy.refusal.code)
    expect(policy.value.logs).toEqual([log.key])
    expect(policy.value.witnesses).toEqual(crowd.slice(0, 6))
    expect([...policy.value.urls.values()]).toEqual(['https://log.example/'])
    const by = (...names: readonly number[]): boolean =>
      isMet(policy.value.quorum, (key) => names.some((at) => crowd[at]?.name === key.name))
    expect([by(0, 1, 3), by(0, 2, 4, 5), by(0, 1), by(0, 3), by(3, 4, 5)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('may ask for nobody, for one witness, and name things in any octets', () => {
    expect(parsePolicy('quorum none', sha256)).toMatchObject({
      ok: true,
      value: { logs: [], quorum: { kind: 'none' } },
    })
    const strange = concat(
      toUtf8('witness '),
      Uint8Array.of(0xff, 0x80),
      toUtf8(` ${w0}\nquorum `),
      Uint8Array.of(0xff, 0x80, 10),
    )
    expect(parsePolicy(strange, sha256)).toMatchObject({ ok: true, value: { quorum: { kind: 'witness' } } })
    const kelvin = `witness K ${w0}\nquorum \u212a\n`
    expect(parsePolicy(kelvin, sha256)).toMatchObject({
      refusal: { code: 'record.policy-name', facts: { line: 2 } },
    })
    const russian = formatVerifierKey(
      verifierKey('свидетель', 'cosignature', new Uint8Array(32).fill(7), sha256),
    )
    expect(parsePolicy(`witness свидетель ${russian}\nquorum свидетель\n`, sha256)).toMatchObject({
      ok: true,
      value: { witnesses: [{ name: 'свидетель' }] },
    })
  })

  test.each([
    ['record.policy-malformed', 1, 'trust everyone\n'],
    ['record.policy-malformed', 1, 'log\n'],
    ['record.policy-malformed', 1, `log ${vlog} url more\n`],
    ['record.policy-malformed', 1, `witness a ${w0} url more\n`],
    ['record.policy-malformed', 1, `witness ${w0}\n`],
    ['record.policy-malformed', 1, `log ${vlog}\r\n`],
    ['record.policy-malformed', 2, `witness a ${w0}\ngroup g any\n`],
    ['record.policy-malformed', 2, `witness a ${w0}\ngroup g 0 a\n`],
    ['record.policy-malformed', 2, `witness a ${w0}\ngroup g 2 a\n`],
    ['record.policy-malformed', 2, `witness a ${w0}\ngroup g 01 a\n`],
    ['record.policy-malformed', 2, `witness a ${w0}\ngroup g most a\n`],
    ['record.policy-malformed', 1, 'quorum\n'],
    ['record.policy-malformed', 1, 'quorum none none\n'],
    ['record.policy-malformed', 2, 'quorum none\nquorum none\n'],
    ['record.policy-name', 1, `quorum a\nwitness a ${w0}\n`],
    ['record.policy-name', 1, `group g any a\nwitness a ${w0}\n`],
    ['record.policy-name', 2, `witness a ${w0}\ngroup g any g\n`],
    ['record.policy-name', 2, `witness a ${w0}\nwitness a ${w1}\n`],
    ['record.policy-name', 2, `witness a ${w0}\ngroup a any a\n`],
    ['record.policy-name', 2, `witness a ${w0}\ngroup g any none\n`],
    ['record.policy-name', 1, `witness none ${w0}\n`],
    ['record.policy-name', 2, `witness a ${w0}\ngroup g 2 a a\n`],
    ['record.policy-name', 3, `witness a ${w0}\ngroup g any a\ngroup h any a\n`],
    ['record.policy-duplicate', 2, `witness a ${w0}\nwitness b ${w0}\n`],
    ['record.policy-duplicate', 2, `log ${vlog}\nlog ${vlog}\n`],
    ['record.key-use', 1, `log ${w0}\n`],
    ['record.key-use', 1, `witness a ${vlog}\n`],
    ['record.key-malformed', 2, `\nlog ${origin}\n`],
    ['record.policy-no-quorum', undefined, `log ${vlog}\nwitness a ${w2}\n`],
  ])('is refused with %s at line %s: %j', (code, line, file) => {
    const found = parsePolicy(file, sha256)
    expect(found.ok || [found.refusal.code, found.refusal.facts?.line]).toEqual([code, line])
  })

  test('does not accept one public key as two witnesses under two names', () => {
    const key = crowd[0]
    if (!key) throw new Error('no witness')
    const again = formatVerifierKey(verifierKey('another-name', 'cosignature', key.publicKey, sha256))
    expect(parsePolicy(`witness a ${w0}\nwitness b ${again}\n`, sha256)).toMatchObject({
      refusal: { code: 'record.policy-duplicate' },
    })
  })
})

describe('a checkpoint under a policy', () => {
  test('needs its quorum, and says who is missing', () => {
    for (const [rule, needed] of [
      ['any', 1],
      ['2', 2],
      ['all', 3],
    ] as const)
      for (let present = 0; present <= 3; present += 1) {
        const found = openWitnessed(
          noteBy(text, log, ...witnesses.slice(0, present)),
          policyOf(rule),
          platform,
        )
        expect(found.ok).toBe(present >= needed)
        if (!found.ok) {
          const missing = witnesses
            .slice(present)
            .map(({ key }) => key.name)
            .join(', ')
          expect(found.refusal).toEqual({ code: 'record.quorum-missing', facts: { present, missing } })
        }
      }
  })

  test('does not count witnesses the policy does not know, nor one witness twice', () => {
    const stranger = signer('stranger.example', 'cosignature')
    expect(openWitnessed(noteBy(text, log, stranger, stranger), policyOf('any'), platform).ok).toBe(false)
    const [first] = witnesses
    if (!first) throw new Error('no witness')
    const lines = [lineBy(log, text), lineBy(first, text, 1), lineBy(first, text, 2), lineBy(first, text, 3)]
    expect(openWitnessed(formatNote(text, lines), policyOf('2'), platform).ok).toBe(false)
  })

  test('is as old as its quorum says, whatever one clock says', () => {
    const at = (rule: string, ...times: readonly number[]): number | undefined => {
      const lines = witnesses.slice(0, times.length).map((by, i) => lineBy(by, text, times[i]))
      const found = openWitnessed(formatNote(text, [lineBy(log, text), ...lines]), policyOf(rule), platform)
      return found.ok ? vouchedTime(found.value) : undefined
    }
    expect(at('2', 10, 20, 9_000_000)).toBe(20)
    expect(at('all', 10, 20, 9_000_000)).toBe(10)
    expect(at('any', 10, 20)).toBe(20)
    const nobody = parsePolicy(policyText('any').replace('quorum g', 'quorum none'), sha256)
    if (!nobody.ok) throw new Error(nobody.refusal.code)
    const found = openWitnessed(noteBy(text, log, ...witnesses), nobody.value, platform)
    expect(found.ok && vouchedTime(found.value)).toBeUndefined()
  })
})
