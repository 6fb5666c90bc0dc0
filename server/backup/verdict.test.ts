import { describe, expect, it } from 'vitest'
import { emptyFrontier } from '#domain/record/frontier.ts'
import { verifierKey } from '#domain/record/key.ts'
import type { Said } from '../record/asking.ts'
import { primitives } from '../record/primitives.ts'
import type { Finding } from './finding.ts'
import type { MirroredHead, Signed } from './mirror.ts'
import { everybody, type Settled, verdict as verdictOn } from './verdict.ts'

const headOf = (size: number): Signed => ({ size, root: new Uint8Array(32), text: '', signature: '' })

/** A log that ends at `now`, of which the backup had `had`. */
const log = (name: string, seats: readonly string[], had: number, now = had): Settled => {
  const own = headOf(had)
  const kind = name === 'anchor' ? 'anchor' : 'plenary'
  const row = { log: name, kind, seats, size: had, head: { size: had, note: '', policy: '' } }
  const newer: MirroredHead = {
    ...headOf(now),
    mirror: {
      folder: 'mirror',
      about: {
        process: { id: '', key: '', name: {}, exercise: true, languages: [] },
        seat: '',
        at: '',
        anchor: '',
        logs: [],
      },
    },
  }
  const mirrored = now > had ? [newer] : []
  return {
    log: { log: name, name, seats, row, own, mirrored, shown: [] },
    head: mirrored[0] ?? own,
    lacking: [],
    tiles: [],
    frontier: emptyFrontier,
    remade: 0,
    findings: [],
  }
}

const witness = (seat: string) => ({
  seat,
  key: verifierKey(seat, 'cosignature', new Uint8Array(32), primitives.sha256),
  url: 'https://witness.example/',
})
const cosigned = (name: string, seat: string): Said => ({
  log: name,
  witness: witness(seat),
  answer: { line: '', at: '' },
})
const trouble = (
  name: string,
  seat: string,
  what: Extract<Said['answer'], { trouble: unknown }>['trouble'],
  size?: number,
): Said => ({
  log: name,
  witness: witness(seat),
  answer: { trouble: what, ...(size === undefined ? {} : { size }) },
})

const verdict = (
  all: readonly Settled[],
  said: readonly Said[],
  without: readonly string[],
  anchored: readonly string[] = [],
): readonly Finding[] => verdictOn(all, said, without, new Set(anchored))

const inShort = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => `${finding.kind} ${'log' in finding ? finding.log.name : finding.seat}`)

const all = [log('anchor', ['us', 'ru'], 8), log('plenary', ['us', 'ru'], 5), log('office', ['mediator'], 3)]

describe('what the witnesses say amounts to', () => {
  it('nothing, when somebody vouches that the anchor log ends here: every head is in it', () => {
    expect(verdict(all, [cosigned('anchor', 'us'), cosigned('plenary', 'us')], [])).toEqual([])
  })

  it('that nobody knows, when nobody was asked', () => {
    expect(inShort(verdict(all, [], []))).toEqual(['unknown anchor'])
    expect(verdict(all, [], [everybody])).toEqual([])
  })

  it('that nobody knows of a room without witness or mirror, when the anchor log went on after the backup', () => {
    const later = [log('anchor', ['us', 'ru'], 8, 16), ...all.slice(1)]
    const said = [cosigned('anchor', 'us'), cosigned('plenary', 'us')]
    expect(inShort(verdict(later, said, []))).toEqual(['unknown office'])
    expect(verdict(later, said, ['mediator'])).toEqual([])
    expect(inShort(verdict(later, said, ['us']))).toEqual(['unknown office'])
  })

  it('nothing of a room without witness or mirror that stands in the last tick of the anchor log', () => {
    const later = [log('anchor', ['us', 'ru'], 8, 16), ...all.slice(1)]
    const said = [cosigned('anchor', 'us'), cosigned('plenary', 'us')]
    expect(verdict(later, said, [], ['office'])).toEqual([])
    expect(inShort(verdict(later, said, [], ['plenary']))).toEqual(['unknown office'])
    expect(inShort(verdict(all, [], [], ['office'])), 'an anchor log nobody speaks of').toEqual([
      'unknown anchor',
    ])
  })

  it('that more was seen, once for each log, with the most that anybody saw', () => {
    const said = [
      trouble('anchor', 'us', 'longer-history', 16),
      trouble('anchor', 'ru', 'longer-history', 24),
    ]
    const findings = verdict(all, said, [])
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'missing', here: 8, seen: 24, by: ['us', 'ru'] }),
    ])
    expect(verdict(all, said, [everybody]), 'nothing excuses a known fork').toEqual(findings)
  })

  it('that there is another history, whatever is accepted', () => {
    const said = [trouble('anchor', 'us', 'other-history'), trouble('plenary', 'us', 'other-history')]
    expect(inShort(verdict(all, said, [everybody]))).toEqual(['fork anchor', 'fork plenary'])
  })

  it('that a silent witness cannot be known, once, unless its seat is named', () => {
    const said = [
      trouble('anchor', 'us', 'silent'),
      trouble('plenary', 'us', 'silent'),
      cosigned('anchor', 'ru'),
      cosigned('plenary', 'ru'),
    ]
    expect(inShort(verdict(all, said, []))).toEqual(['silent us'])
    expect(inShort(verdict(all, said, ['ru']))).toEqual(['silent us'])
    expect(verdict(all, said, ['us'])).toEqual([])
  })

  it('the same for one that answers with another key', () => {
    const said = [trouble('anchor', 'us', 'bad-signature'), cosigned('anchor', 'ru')]
    expect(inShort(verdict(all, said, []))).toEqual(['silent us'])
  })

  it('nothing from a witness that does not know the log', () => {
    const said = [trouble('anchor', 'us', 'unknown-log')]
    expect(inShort(verdict(all, said, []))).toEqual(['unknown anchor'])
  })
})
