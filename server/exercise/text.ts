/** The payloads of acts on the text of an exercise: its file says them in words, and here they are found in the text. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAkoma } from '#domain/text/akoma.ts'
import { passageHashes } from '#domain/text/canonical.ts'
import type { Clause } from '#domain/text/clause.ts'
import { compile } from '#domain/text/compile/compile.ts'
import { type Draft, draftOf } from '#domain/text/compile/draft.ts'
import type { Content, Passage } from '#domain/text/content.ts'
import type { ClauseSeed } from '#domain/text/laws.ts'
import type { TextState } from '#domain/text/negotiation.ts'
import { orderBetween } from '#domain/text/order.ts'
import type { MakeProposal, Proposal, Target } from '#domain/text/proposal.ts'
import { anchorageOf } from '#domain/text/text.ts'
import { freeze } from '#domain/text/version/freezing.ts'
import type { Version } from '#domain/text/version/version.ts'
import { parseXml } from '../xml.ts'

/** What these payloads are found in: the objects of the rooms, as the acting seat sees them. */
export interface TextStage {
  readonly folder: string
  readonly languages: readonly string[]
  readonly parties: readonly string[]
  /** The id of the room of the common text. */
  readonly plenary: string
  readonly all: <S>(
    room: string,
    kind: string,
  ) => Promise<readonly { readonly object: string; readonly state: S }[]>
}

type Payload = Readonly<Record<string, unknown>>
type InLanguages = Readonly<Record<string, string | null>>

const readDraft = async (folder: string, files: Readonly<Record<string, string>>): Promise<Draft> => {
  const readings = await Promise.all(
    Object.values(files).map(async (path) => {
      const xml = parseXml(await readFile(join(folder, path)))
      const reading = xml.ok ? readAkoma(xml.value) : xml
      if (!reading.ok) throw new Error(`${path}: ${reading.refusal.code}`)
      return reading.value
    }),
  )
  const draft = draftOf(readings)
  if (!draft.ok) throw new Error(draft.refusal.code)
  return draft.value
}

/** The clauses with which a text is opened: two rival drafts, compiled; or one, as it is. */
const compiled = async (stage: TextStage, drafts: Readonly<Record<string, Record<string, string>>>) => {
  const [one, other = ['', one?.[1] ?? {}] as const] = Object.entries(drafts)
  if (!one) throw new Error('a text is opened with a draft, or with two')
  const [first, second] = [await readDraft(stage.folder, one[1]), await readDraft(stage.folder, other[1])]
  const made = compile(first, second, [one[0], other[0]])
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.text.clauses.map(
    ({ id, parent, order, kind, passage, brackets, notes }): ClauseSeed => ({
      ...{ id, parent, order, kind },
      ...{ passage, brackets, notes },
    }),
  )
}

const clausesOf = async (stage: TextStage, room = stage.plenary): Promise<readonly Clause[]> =>
  (await stage.all<Clause>(room, 'clause')).map(({ state }) => state)

const clauseOf = async (stage: TextStage, id: string, room?: string): Promise<Clause> => {
  const found = (await clausesOf(stage, room)).find((clause) => clause.id === id)
  if (!found) throw new Error(`the text has no clause ${id}`)
  return found
}

const passageOf = (stage: TextStage, words: InLanguages): Passage =>
  Object.fromEntries(
    stage.languages.map((language): [string, Content | null] => {
      const said = words[language]
      return [language, said === null || said === undefined ? null : said === '' ? [] : [said]]
    }),
  )

/** The range in which these words stand in a content, once. */
const rangeOf = (content: Content | null, words: string) => {
  let at = 0
  for (const piece of content ?? []) {
    const found = typeof piece === 'string' ? piece.indexOf(words) : -1
    if (found >= 0) return { from: at + found, to: at + found + words.length }
    at += typeof piece === 'string' ? piece.length : 1
  }
  throw new Error(`“${words}” does not stand in the clause`)
}

interface On {
  readonly clause?: string
  readonly bracket?: string
  readonly words?: Readonly<Record<string, string>>
  readonly after?: string
}

const targetOf = async (stage: TextStage, on: On): Promise<Target> => {
  if (on.after !== undefined) {
    const after = await clauseOf(stage, on.after)
    const orders = (await clausesOf(stage))
      .filter(({ parent }) => parent === after.parent)
      .map(({ order }) => order)
      .toSorted()
    const next = orders.find((order) => order > after.order) ?? null
    return { on: 'place', parent: after.parent, order: orderBetween(after.order, next), kind: after.kind }
  }
  const clause = await clauseOf(stage, on.clause ?? '')
  if (on.bracket !== undefined) return { on: 'bracket', clause: clause.id, bracket: on.bracket }
  const ranges = Object.fromEntries(
    stage.languages.map((language) => {
      const words = on.words?.[language]
      return [language, words === undefined ? null : rangeOf(clause.passage[language] ?? null, words)]
    }),
  )
  return { on: 'words', clause: clause.id, wording: clause.wording, ranges }
}

const frozenHash = async (stage: TextStage, part: 'agreed' | undefined): Promise<string> => {
  const [text] = await stage.all<TextState>(stage.plenary, 'text')
  if (!text) throw new Error('there is no text to freeze')
  const last = text.state.versions.at(-1)
  const { plenary: room, languages, parties } = stage
  const clauses = await clausesOf(stage)
  const before = last ? { number: last.number, hash: last.hash } : null
  return freeze({ room, languages, parties, title: text.state.title, clauses }, before, part).hash
}

/** What is added to a payload of this kind, or stands in its place. */
type Finding = (
  stage: TextStage,
  payload: Payload,
  step: { readonly room: string; readonly object: string },
) => Promise<Payload>

const onClause =
  (find: (clause: Clause, all: readonly Clause[]) => Payload): Finding =>
  async (stage, payload, { object, room }) => ({
    ...payload,
    ...find(await clauseOf(stage, object, room), await clausesOf(stage, room)),
  })

const findings: Readonly<Record<string, Finding>> = {
  'text.open': async (stage, { drafts, ...payload }) => ({
    ...payload,
    clauses: await compiled(stage, drafts as Record<string, Record<string, string>>),
  }),
  'proposal.make': async (stage, { on, to, ...payload }) =>
    ({
      ...payload,
      target: await targetOf(stage, on as On),
      passage: passageOf(stage, to as InLanguages),
    }) satisfies MakeProposal,
  'proposal.enter': async (stage, payload, { object, room }) => {
    const found = (await stage.all<Proposal>(room, 'proposal')).find((each) => each.object === object)
    return { ...payload, target: found?.state.target }
  },
  'clause.alternative': async (stage, { id, to, bracket }) => ({
    bracket,
    alternative: { id, passage: passageOf(stage, to as InLanguages), sponsors: [], bridge: true },
  }),
  'clause.adopt': onClause(({ wording }) => ({ wording })),
  'clause.agree': onClause((clause, all) => ({
    wording: clause.wording,
    under: anchorageOf(clause, (id) => all.find((each) => each.id === id)),
  })),
  'clause.certify': onClause((clause) => ({ wording: clause.wording, hashes: passageHashes(clause) })),
  'version.freeze': async (stage, payload) => ({
    ...payload,
    hash: await frozenHash(stage, payload.part as 'agreed' | undefined),
  }),
  'version.initial': async (stage, payload, { object }) => {
    const found = (await stage.all<Version>(stage.plenary, 'version')).find((each) => each.object === object)
    return { ...payload, hash: found?.state.hash }
  },
}

/** The payload of an act of this kind, with what is to be found in the text added. */
export const foundInText = (
  stage: TextStage,
  kind: string,
  payload: Payload,
  step: { readonly room: string; readonly object: string },
): Promise<Payload> => {
  const finding = Object.hasOwn(findings, kind) ? findings[kind] : undefined
  return finding ? finding(stage, payload, step) : Promise.resolve(payload)
}
