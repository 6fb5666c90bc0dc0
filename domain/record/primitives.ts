/** What a platform hands in: a hash and a signature check. Nothing in this folder reaches for either. */
import { toHex } from './bytes.ts'

/** SHA-256 of these bytes: 32 bytes of its own. It must not keep what it was given, which is written over. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Whether an Ed25519 signature (RFC 8032) of this message was made with the key; the key is 32 bytes, the signature 64. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** The primitives of a platform that answers at once, such as `node:crypto`. */
export interface Primitives {
  readonly sha256: Sha256
  readonly verifyEd25519: VerifyEd25519
}

/** The primitives of a platform that answers signature checks in its own time, such as WebCrypto. */
export interface SlowPrimitives {
  readonly sha256: Sha256
  readonly verifyEd25519: (...asked: Parameters<VerifyEd25519>) => Promise<boolean>
}

/** A question a piece of work may put, and how it is answered. */
export interface Asking<Question, Answer> {
  /** The same text for the same question, and for no other. */
  readonly key: (question: Question) => string
  readonly answer: (question: Question) => Promise<Answer>
  /** What stands in for an answer that is not there yet. Nothing computed from it is ever returned. */
  readonly meanwhile: Answer
}

/**
 * Does pure work that puts questions which take time: runs it, answers what it asked, and runs it again until it
 * asks nothing new. What it returns was computed from true answers alone. Rejects if a question cannot be answered.
 */
export const eventually = async <Question, Answer, T>(
  asking: Asking<Question, Answer>,
  work: (ask: (question: Question) => Answer) => T,
): Promise<T> => {
  const answers = new Map<string, Answer>()
  for (;;) {
    const open = new Map<string, Question>()
    const result = attempt(() =>
      work((question) => {
        const key = asking.key(question)
        if (answers.has(key)) return answers.get(key) as Answer
        open.set(key, question)
        return asking.meanwhile
      }),
    )
    if (open.size === 0) return result()
    const found = [...open].map(async ([key, question]) => [key, await asking.answer(question)] as const)
    for (const [key, answer] of await Promise.all(found)) answers.set(key, answer)
  }
}

/** The result of work, or its error, to be looked at later: work on a stand-in may fail and still be done again. */
const attempt = <T>(work: () => T): (() => T) => {
  try {
    const result = work()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** Verifies with primitives that take time: `await verifySlowly(primitives, (now) => verify(proof, leaf, policy, now))`. */
export const verifySlowly = <T>(slow: SlowPrimitives, work: (now: Primitives) => T): Promise<T> =>
  eventually<Parameters<VerifyEd25519>, boolean, T>(
    {
      key: (asked) => asked.map(toHex).join(' '),
      answer: (asked) => slow.verifyEd25519(...asked),
      meanwhile: false,
    },
    (ask) => work({ sha256: slow.sha256, verifyEd25519: (...asked) => ask(asked) }),
  )
