/** `parley text compare`: what changed from one version of a text to another. */
import { type ClauseChange, compareTexts, type Run } from '#domain/text/compare/compare.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { readText } from './read.ts'

const marked = ({ kind, words }: Run): string =>
  kind === 'removed' ? `[-${words}-]` : kind === 'added' ? `{+${words}+}` : words

const sign: Readonly<Record<ClauseChange['what'], string>> = {
  same: ' ',
  changed: '~',
  added: '+',
  removed: '-',
}

const headOf = ({ numbers, what, moved }: ClauseChange): string => {
  const number = numbers.after ?? numbers.before
  const was = numbers.before !== null && numbers.after !== null && numbers.before !== numbers.after
  return [
    moved && what === 'same' ? '>' : sign[what],
    number ?? '',
    was ? `(was ${numbers.before})` : '',
    moved ? '(moved)' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const linesOf = (change: ClauseChange, languages: readonly string[]): readonly string[] => {
  const said = change.what === 'same' ? languages.slice(0, 1) : languages
  return said.map((language, i) => {
    const runs = change.runs[language] ?? []
    const words =
      change.what === 'changed' ? runs.map(marked).join('') : runs.map((run) => run.words).join('')
    return `${i === 0 ? headOf(change) : ' '} ${languages.length > 1 ? `${language}: ` : ''}${words}`
  })
}

/** Compares two files; ends with 1 when something has changed. */
export const compareFiles = async (call: Call): Promise<Ending> => {
  const [first, second] = call.positionals
  if (first === undefined || second === undefined) throw new BadUsage('give two texts: V1.json V2.json')
  const [before, after] = [await readText(first), await readText(second)]
  const wanted = textOf(call, 'lang')
  const languages: readonly string[] = wanted === undefined ? after.languages : [wanted]
  const missing = languages.find(
    (language) => !before.languages.includes(language) || !after.languages.includes(language),
  )
  if (missing !== undefined) throw new BadUsage(`the two texts are not both in "${missing}"`)
  const { changes } = compareTexts({ ...before, languages }, { ...after, languages })
  const shown = changes.filter(({ what, moved }) => what !== 'same' || moved)
  const count = (kind: ClauseChange['what']): number => changes.filter(({ what }) => what === kind).length
  const counts = {
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    moved: changes.filter(({ moved }) => moved).length,
    same: count('same'),
  }
  print(call, { languages, counts, changes: shown }, [
    ...shown.flatMap((change) => linesOf(change, languages)),
    Object.entries(counts)
      .map(([kind, n]) => `${kind} ${n}`)
      .join(', '),
  ])
  return shown.length > 0 ? 1 : 0
}
