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

/** The object that words name when they are about the common text, of which `clause` then is the clause. */
export const commonText = 'text'

/** Where a clause of the common text is. Words about it stand in their own room; nothing is written in the plenary. */
const commonClauseRefs = (scene: Pick<Scene, 'rooms'>, clause: string | undefined): readonly Ref[] =>
  clause === undefined
    ? []
    : scene.rooms
        .filter(({ kind }) => kind === 'plenary')
        .map(({ id }) => ({ room: id, kind: 'clause', object: clause }))

/** What of the table's commitments words can be about, wherever the words stand: a side's own comments stay at home. */
const commitmentKinds = [
  'stipulation',
  'case',
  'finding',
  'report',
  'observation',
  'denial',
  'incident',
  'inspection',
]

const aboutRefs = (scene: Pick<Scene, 'rooms'>, room: string, about: Reference): readonly Ref[] =>
  about.object === commonText
    ? commonClauseRefs(scene, about.clause)
    : [
        ...['message', 'paper', 'silence'].map((kind) => ({ room, kind, object: about.object })),
        ...scene.rooms
          .filter(({ kind }) => kind === 'plenary')
          .flatMap(({ id }) => commitmentKinds.map((kind) => ({ room: id, kind, object: about.object }))),
      ]

/** Where the objects would be that words in this room refer to: in the same room, or in the common text. */
export const linkRefs = (
  scene: Pick<Scene, 'rooms'>,
  room: string,
  { about, answers }: Links,
): readonly Ref[] => [
  ...(about ? aboutRefs(scene, room, about) : []),
  ...(answers === undefined ? [] : [{ room, kind: 'message', object: answers }]),
]

/** What the words are about is in the room or in the common text, and what they answer is a question there. */
export const linksHold = (scene: Scene, room: string, links: Links): Outcome<void> => {
  const { about, answers } = links
  if (about && !aboutRefs(scene, room, about).some((ref) => scene.find(ref)))
    return refuse('message.about-unknown')
  if (answers === undefined) return done(undefined)
  const question = scene.find<Message>({ room, kind: 'message', object: answers })
  return question?.state.nature === 'question' ? done(undefined) : refuse('message.answer-to-nothing')
}
