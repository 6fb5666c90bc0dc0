/** The export of a room: everything in it that this seat may read, as JSON or as a page to print. */
import type { ActLine } from '#contract/parties.ts'
import type { RoomView } from '#contract/rooms.ts'
import { escapedHtml } from '#domain/html.ts'
import { renderingIn } from '#domain/language/wording.ts'
import { named } from '#domain/parties/localised.ts'
import type { Member } from '#domain/parties/member.ts'
import type { Process } from '#domain/parties/process.ts'

/** What an export is made of. */
export interface Exported {
  readonly process: Process
  readonly view: RoomView
  readonly acts: readonly ActLine[]
  readonly members: readonly Member[]
}

/** The export as JSON. A non-paper has no author here either, because it has none in the room. */
export const exportJson = ({ process, view, acts, members }: Exported): string =>
  JSON.stringify(
    {
      format: 'parley room export 1',
      exercise: process.exercise,
      process: process.name,
      room: view.room,
      size: view.size,
      members: members.map(({ id, seat, name, function: role, title }) => ({
        id,
        seat,
        name,
        function: role,
        title,
      })),
      objects: view.objects,
      acts,
    },
    null,
    2,
  )

const who = (members: readonly Member[], id: string | undefined, language: string): string => {
  const member = members.find((each) => each.id === id)
  return member ? `${named(member.name, language)}, ${named(member.title, language)}` : ''
}

const passage = (language: string, words: string | undefined): string =>
  `<td lang="${escapedHtml(language)}">${words === undefined ? '—' : escapedHtml(words).replaceAll('\n', '<br>')}</td>`

const line = (exported: Exported, shown: RoomView['objects'][number], language: string): string => {
  if (shown.kind === 'conveyance') return ''
  const { state } = shown
  const party = exported.process.parties.find(({ key }) => 'voice' in state && key === state.voice)
  const author = party ? named(party.name, language) : who(exported.members, state.author?.member, language)
  const cells = exported.process.languages.map((each) => passage(each, renderingIn(state, each)?.words))
  const withdrawn = 'withdrawnAt' in state && state.withdrawnAt ? ' class="withdrawn"' : ''
  return `<tr${withdrawn}><th scope="row">${escapedHtml(author)}<br><time>${escapedHtml(state.at)}</time></th>${cells.join('')}</tr>`
}

const style = `body{font:11pt/1.45 Georgia,serif;margin:2cm}table{border-collapse:collapse;width:100%}
th,td{border-block-start:1px solid #ccc;padding:.4em .6em;text-align:start;vertical-align:top}
th{font:9pt/1.4 sans-serif;width:20%}.withdrawn td{text-decoration:line-through}time{color:#555}`

/** The export as one page without scripts, every language beside the others. */
export const exportHtml = (exported: Exported, language: string): string => {
  const { process, view } = exported
  const heads = process.languages
    .map((each) => `<th scope="col">${escapedHtml(each.toUpperCase())}</th>`)
    .join('')
  const names = process.languages.map((each) => escapedHtml(named(view.room.name, each))).join(' · ')
  const titles = process.languages.map((each) => escapedHtml(named(process.name, each))).join(' · ')
  const rows = view.objects.map((shown) => line(exported, shown, language)).join('\n')
  return `<!doctype html><html lang="${escapedHtml(language)}"><meta charset="utf-8"><title>${names}</title><style>${style}</style>
<h1>${names}</h1><p>${titles}</p><p><time>${escapedHtml(view.at)}</time></p>
<table><thead><tr><td></td>${heads}</tr></thead><tbody>
${rows}
</tbody></table></html>
`
}
