/** Papers: a file, or one document in two languages read clause by clause. */
import type { Translatable, Translation, Wording } from '#domain/language/wording.ts'
import type { Language } from '#domain/parties/localised.ts'
import type { Act, Actor } from '#domain/record/act.ts'
import type { Conveyable } from './message.ts'

/** The types of file a room takes; each is checked by its content. */
export const fileTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/xml',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
] as const
export type FileType = (typeof fileTypes)[number]

/** The largest file a room takes, in bytes. */
export const largestFile = 25 * 1024 * 1024

/** A file of the room: `file` is the SHA-256 of its bytes in hex, unique within its room and meaningless outside. */
export interface FileReference {
  readonly file: string
  readonly type: FileType
  readonly bytes: number
}

/** What `paper.submit` says. The wording is the paper's title. */
export interface SubmitPaper extends Wording {
  /** `bilingual`: Akoma Ntoso in every authentic language, read clause by clause. `file`: anything else. */
  readonly form: 'bilingual' | 'file'
  readonly files: Readonly<Record<Language, FileReference>>
  /** A document without author, letterhead or commitment. */
  readonly nonPaper: boolean
  readonly use?: Conveyable['use']
  readonly voice?: string | undefined
  readonly translations?: readonly PaperTranslation[] | undefined
}

/** A file as its room holds it: its address and the people's names found in its properties. */
export interface HeldFile extends FileReference {
  readonly names: readonly { readonly where: string; readonly name: string }[]
}

/** Every file of a paper: the author's and the interpreters'. */
export const filesOf = (paper: Pick<SubmitPaper, 'files' | 'translations'>): readonly FileReference[] => [
  ...Object.values(paper.files),
  ...(paper.translations ?? []).flatMap(({ file }) => (file ? [file] : [])),
]

/** The files that an act brings into its room: those of a paper that is submitted, of credentials, and of a rendering. */
export const filesBrought = ({ kind, payload }: Pick<Act, 'kind' | 'payload'>): readonly FileReference[] => {
  if (kind === 'paper.submit') return filesOf(payload as SubmitPaper)
  if (kind === 'credentials.lodge') {
    const { file } = payload as { readonly file?: FileReference }
    return file ? [file] : []
  }
  if (kind === 'evidence.lodge' || kind === 'evidence.receive')
    return [(payload as { readonly file: FileReference }).file]
  if (!kind.endsWith('.translate')) return []
  const { file } = payload as { readonly file?: FileReference }
  return file ? [file] : []
}

/** An interpreter's rendering of a paper: its title, and its file where there is one. */
export interface PaperTranslation extends Translation {
  readonly file?: FileReference | undefined
}

/** A paper in a room. A non-paper has no author, here or anywhere. */
export interface Paper extends SubmitPaper, Translatable, Conveyable {
  readonly translations: readonly PaperTranslation[]
  readonly author: Actor | null
  readonly at: string
}

/** The file to be read in this language: the author's, else the interpreter's. */
export const fileIn = (paper: Paper, language: Language): FileReference | undefined =>
  paper.files[language] ?? paper.translations.find((each) => each.language === language)?.file

/** A paper as it begins. */
export const openPaper = (submitted: SubmitPaper, author: Actor | null, at: string): Paper => ({
  ...submitted,
  translations: submitted.translations ?? [],
  author: submitted.nonPaper ? null : author,
  at,
  carried: [],
})
