/** Notes that are nearly right: true ones put together at random from odd parts, and touched byte by byte. */
import { concat, toBase64, toUtf8, writeUint64 } from '../bytes.ts'
import { origin } from './log.ts'
import { lineBy, type Signer } from './platform.ts'

/** A number from 0 up to and without `below`, the same ones in every run with the same seed (mulberry32). */
export type Chance = (below: number) => number

export const chanceOf = (seed: number): Chance => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const oneOf = <T>(chance: Chance, list: readonly T[]): T => {
  const found = list[chance(list.length)]
  if (found === undefined) throw new RangeError('nothing to choose from')
  return found
}

const hash = toBase64(new Uint8Array(32).fill(7))
const sizes = [
  '0',
  '1',
  '300',
  '9007199254740991',
  '9007199254740992',
  '9223372036854775807',
  '9223372036854775808',
]
const oddSizes = [
  ...sizes,
  '00',
  '01',
  '+1',
  '-1',
  ' 1',
  '1 ',
  '1e3',
  '0x1',
  '',
  '1_0',
  '\u0661',
  '-0',
  '1.0',
]
const hashes = [
  hash,
  hash.replace('Bwc=', 'Bwd='),
  hash.slice(0, -1),
  `${hash}=`,
  'AAAA',
  '',
  `${hash} `,
  hash.replace('B', '-'),
]
const spaces = [
  ' ',
  '\t',
  '\u00a0',
  '\u0085',
  '\u2003',
  '\u3000',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\u1680',
  '\u180e',
  '\r',
  '\u000b',
]
const dashes = ['\u2014', '\u2014', '\u2014', '-', '\u2013', '\u2014\u2014', ' \u2014', '']
const pieces = [
  '\n',
  '\n\n',
  '\u2014 ',
  '=',
  '+',
  ' ',
  '\0',
  '\u007f',
  '\u001f',
  '\u00e9',
  '\u{10ffff}',
  '\ufffd',
  ...spaces,
]
const raw = [
  [0x80],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x80],
  [0xff],
  [0xf0, 0x80, 0x80, 0x80],
]

const textOf = (chance: Chance): string => {
  const rare = chance(3) === 0
  const lines = [
    chance(20) === 0 ? oneOf(chance, ['', 'other', ' ', '\u2014 x']) : origin,
    oneOf(chance, rare ? oddSizes : sizes),
    oneOf(chance, rare ? hashes : [hash]),
    ...Array.from({ length: chance(3) }, () => oneOf(chance, ['ext', 'ext', '', '\u2014 x AAAAAAA='])),
  ]
  return `${lines.slice(0, chance(15) === 0 ? chance(4) : lines.length).join('\n')}\n`
}

const oddLine = (chance: Chance, signers: readonly Signer[]): string => {
  const { key } = oneOf(chance, signers)
  const id = chance(2) === 0 ? key.id : chance(2 ** 32)
  const signature = new Uint8Array(oneOf(chance, [0, 1, 8, 63, 64, 65, 72, 73])).fill(chance(256))
  const encoded = toBase64(concat(writeUint64(id).subarray(4), signature))
  const touched = oneOf(chance, [
    encoded,
    encoded,
    encoded,
    encoded.slice(1),
    `${encoded}=`,
    `${encoded} `,
    encoded.replace('=', ''),
  ])
  const space = chance(4) === 0 ? oneOf(chance, spaces) : ' '
  const name =
    chance(6) === 0 ? oneOf(chance, ['', 'a+b', `a${oneOf(chance, spaces)}b`, 'имя', '\ufffd']) : key.name
  return `${chance(4) === 0 ? oneOf(chance, dashes) : '\u2014'}${space}${name} ${touched}`
}

const touch = (chance: Chance, bytes: Uint8Array): Uint8Array => {
  const at = chance(bytes.length + 1)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const kind = chance(6)
  if (kind === 0 && after.length > 0) return bytes.with(at, (bytes[at] ?? 0) ^ (1 << chance(8)))
  if (kind === 1) return concat(before, toUtf8(oneOf(chance, pieces)), after)
  if (kind === 2) return concat(before, Uint8Array.from(oneOf(chance, raw)), after)
  if (kind === 3) return concat(before, after.subarray(1 + chance(3)))
  if (kind === 4) return concat(before, after.subarray(0, 1 + chance(80)), after)
  return chance(4) === 0 ? before : bytes
}

/** A text and, for each signer, true lines beneath it; signing is slow, so a few texts serve many notes. */
interface Source {
  readonly text: string
  readonly lines: readonly string[]
}

const sourceOf = (chance: Chance, signers: readonly Signer[]): Source => {
  const text = textOf(chance)
  return { text, lines: signers.map((by) => lineBy(by, text, chance(2 ** 31))) }
}

/** Makes one case after another: notes by some of these signers, more or less wrong. */
export const nearlyNotes = (chance: Chance, signers: readonly Signer[]): (() => Uint8Array) => {
  const sources = Array.from({ length: 1_500 }, () => sourceOf(chance, signers))
  return () => {
    const { text, lines } = oneOf(chance, sources)
    const under = chance(30) === 0 ? oneOf(chance, sources).lines : lines
    const count = chance(40) === 0 ? 95 + chance(10) : 1 + chance(3)
    const beneath = Array.from({ length: count }, () =>
      chance(4) === 0 ? oddLine(chance, signers) : oneOf(chance, under),
    )
    let bytes = toUtf8(`${text}\n${beneath.join('\n')}\n`)
    for (let times = chance(3); times > 0; times -= 1) bytes = touch(chance, bytes)
    return bytes
  }
}
