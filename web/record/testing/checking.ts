/** Runs the check of a served record, and spoils what is served. */
import { formatVerifierKey } from '#domain/record/key.ts'
import type { Signer } from '#domain/record/testing/platform.ts'
import { type Asked, checkRoom, type Verdict } from '../check.ts'
import { process, room, type Served, serving } from './served.ts'

/** What is asked of a check when nothing else is said. */
export const asked: Asked = { process, room, receipts: [], remembered: {} }

export const check = (
  served: Served,
  more: Partial<Asked> = {},
  touch?: Parameters<typeof serving>[1],
): Promise<Verdict> => checkRoom(serving(served, touch), { ...asked, ...more }, () => undefined)

/** Changes one bit of one file. */
export const flipping =
  (path: string, place: number) =>
  (asked: string, bytes: Uint8Array | undefined): Uint8Array | undefined =>
    asked === path ? bytes?.map((byte, i) => (i === place ? byte ^ 1 : byte)) : bytes

export const codes = ({ flaws, anchorFlaws }: Verdict): readonly string[] =>
  [...flaws, ...anchorFlaws].map(({ code }) => code)

export const keyText = ({ key }: Signer): string => formatVerifierKey(key)
