/** What a mirror finds to be wrong, in sentences that say what to do. */
import type { Refusal } from '#domain/outcome.ts'
import { sentence } from '../input.ts'
import type { NamedLog } from './named.ts'

/** Something is wrong with what the server shows, or with the folder. */
export type Finding =
  /** A signed head is smaller than the one held, or does not continue it. `kept` is where both are. */
  | {
      readonly kind: 'contradiction'
      readonly log: NamedLog
      readonly refusal: Refusal
      readonly kept: string
    }
  /** The log has another key than the one that was seen first, or that was given. */
  | { readonly kind: 'other-key'; readonly log: NamedLog; readonly known: string; readonly shown: string }
  /** The process has another anchor log than the one held. */
  | { readonly kind: 'other-anchor'; readonly known: string; readonly shown: string }
  /** A log that is held is not shown any more. */
  | { readonly kind: 'gone'; readonly log: NamedLog; readonly size: number }
  /** What the server gives out does not fit together. `kept`: nor does its head show that it continues the one held. */
  | {
      readonly kind: 'unsound'
      readonly log: NamedLog
      readonly refusal: Refusal
      readonly kept: string | null
    }
  /** The folder is not as the mirror left it. */
  | { readonly kind: 'damaged'; readonly log: NamedLog; readonly refusal: Refusal }
  /** The server does not give out a paper, or gives other bytes. */
  | { readonly kind: 'paper'; readonly log: NamedLog; readonly file: string; readonly given: boolean }

type Sentences = { readonly [K in Finding['kind']]: (finding: Extract<Finding, { kind: K }>) => string }

const called = ({ name, origin }: NamedLog): string => `${name} (${origin})`

/** The words of a refusal, after the place they are about unless they name it themselves. */
const placed = (refusal: Refusal): string => {
  const words = sentence(refusal)
  const place = `${refusal.facts?.place ?? ''}`
  return place === '' || words.toLowerCase().includes(place.toLowerCase()) ? words : `${place}: ${words}`
}

const contradiction: Sentences['contradiction'] = ({ log, refusal, kept }) => {
  const { from, to } = { from: 0, to: 0, ...refusal.facts }
  const both = `Nothing was taken. Both signed heads are in ${kept}: keep them.`
  if (refusal.code === 'record.history-shorter')
    return `ROLLBACK of ${called(log)}: the server shows ${to} entries, and ${from} are held here. ${both} If the server was brought back from a backup, whoever runs it needs this folder (parley restore --mirror); if not, show both heads to the mediator and to the other seats.`
  return `FORK of ${called(log)}: the server signed a head of ${to} entries that does not continue the ${from} held here, so its history was changed. ${both} Show them to the mediator and to the other seats: their mirrors and witnesses can tell which history is theirs.`
}

const sentences: Sentences = {
  contradiction,
  'other-key': ({ log, known, shown }) =>
    `OTHER KEY for ${called(log)}: the server shows ${shown}, and ${known} is known here. Nothing was taken. Ask whoever runs the server, not by way of the server, why the key was changed.`,
  'other-anchor': ({ known, shown }) =>
    `OTHER ANCHOR LOG: the server shows ${shown}, and ${known} is held here. Nothing was taken. A process keeps its anchor log for ever: ask the other seats which one their mirrors hold.`,
  gone: ({ log, size }) =>
    `GONE: the server no longer shows ${called(log)}, of which ${size} entries are held here. They are kept. Ask whoever runs the server why.`,
  unsound: ({ log, refusal, kept }) => {
    const both = `Nor is it shown that the new head continues the one held: both signed heads are in ${kept}.`
    return `WRONG in ${called(log)}, ${placed(refusal)} Nothing of this log was taken, and what is held stays as it was. ${kept === null ? '' : `${both} `}If it is so again at the next round, ask whoever runs the server, and compare with the mirror of another seat.`
  },
  damaged: ({ log, refusal }) =>
    `DAMAGED here, ${called(log)}: ${placed(refusal)} Look at it with parley verify log; then move its folder away, keep it, and let the mirror fetch this log anew.`,
  paper: ({ log, file, given }) =>
    `PAPER of ${called(log)}: the server gives ${given ? 'other bytes than those of' : 'out no'} ${file}. It is asked for again at every round.`,
}

/** A finding in a sentence or a few, with what to do. */
export const say = (finding: Finding): string =>
  (sentences[finding.kind] as (finding: Finding) => string)(finding)

/** A finding for a machine. */
export const findingJson = (finding: Finding) => ({ ...finding, sentence: say(finding) })
