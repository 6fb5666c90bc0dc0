/** Computes an analysis in a thread of its own: nothing is fetched, nothing is sent, and with the thread all of it ends. */
import { answerAny } from './answers.ts'
import type { Asked, Told } from './questions.ts'

const tell = (told: Told): void => postMessage(told)

const answer = (asked: Asked): Told => {
  const outcome = answerAny(asked, (share) => tell({ kind: 'progress', share }))
  return outcome.ok
    ? { kind: 'answer', answer: outcome.value }
    : { kind: 'refused', refusal: outcome.refusal }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => tell(answer(data)))
