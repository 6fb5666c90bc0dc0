/** Checks a room's record in a thread of its own, so that the page stays alive while ten thousand entries are hashed. */
import { readFile, Unreachable } from '../api.ts'
import { hasEd25519, webPrimitives } from '../web-primitives.ts'
import { type Asked, checkRoom, type Progress, type Verdict } from './check.ts'

/** Why there is no verdict. */
export type Hindrance = 'no-ed25519' | 'unreachable' | 'unreadable'

/** What the worker tells the page. */
export type Told =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'hindered'; readonly by: Hindrance }

const tell = (told: Told): void => postMessage(told)

const check = async (asked: Asked): Promise<Told> => {
  if (!(await hasEd25519())) return { kind: 'hindered', by: 'no-ed25519' }
  try {
    const platform = { fetch: readFile, primitives: webPrimitives }
    const verdict = await checkRoom(platform, asked, (progress) => tell({ kind: 'progress', progress }))
    return { kind: 'verdict', verdict }
  } catch (error) {
    return { kind: 'hindered', by: error instanceof Unreachable ? 'unreachable' : 'unreadable' }
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void check(data).then(tell))
