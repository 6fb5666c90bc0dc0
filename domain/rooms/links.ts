/** What must hold of words before they enter a room: their languages, and what they refer to. */
import type { Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import type { Ref, Scene } from '#domain/record/rule.ts'
import type { Message, Reference } from './message.ts'

/** What words refer to, as objects of the room they are in. */
export interface Links {
  readonly about?: Reference | undefined
  readonly answers?: string | undefined
}

/** Every language must be one of the process. */
export const inLanguagesOf = (scene: Scene, given: readonly Language[]): Outcome<void> => {
  const foreign = given.find((language) => !scene.process.languages.includes(language))
  return foreign === undefined ? done(undefined) : refuse('wording.language', { language: foreign })
}

/** A wording has its original, and no language foreign to the process. */
export const wellWorded = (scene: Scene, wording: Wording): Outcome<void> =>
  wording.words[wording.original] === undefined
    ? refuse('wording.original', { language: wording.original })
    : inLanguagesOf(scene, Object.keys(wording.words))

/** Where the objects would be that words in this room refer to. */
export const linkRefs = (room: string, { about, answers }: Links): readonly Ref[] => [
  ...(about ? ['message', 'paper', 'silence'].map((kind) => ({ room, kind, object: about.object })) : []),
  ...(answers === undefined ? [] : [{ room, kind: 'message', object: answers }]),
]

/** What the words are about is in the room, and what they answer is a question there. */
export const linksHold = (scene: Scene, room: string, links: Links): Outcome<void> => {
  const { about, answers } = links
  const found = linkRefs(room, links).filter((ref) => scene.find(ref))
  if (about && !found.some((ref) => ref.object === about.object)) return refuse('message.about-unknown')
  if (answers === undefined) return done(undefined)
  const question = scene.find<Message>({ room, kind: 'message', object: answers })
  return question?.state.nature === 'question' ? done(undefined) : refuse('message.answer-to-nothing')
}
