/** What a reader should know of how a file was read: whose it is, what was not carried over, which cells are odd. */
import type { ReactNode } from 'react'
import type { OutsideFile } from '#domain/commitments/outside/outside-file.ts'
import { sourceNotes } from '#domain/commitments/outside/sources.ts'
import { useSay } from '../../speech.tsx'
import type { ReadFile } from './read-outside.ts'
import { SourceLine } from './source-line.tsx'

const mostTold = 12

/** The words of the file itself, at most so many of them. */
const Named = ({ names }: { readonly names: readonly string[] }) => {
  const say = useSay()
  const more = names.length - mostTold
  return (
    <>
      <code lang="zxx">{names.slice(0, mostTold).join(', ')}</code>
      {more > 0 && ` ${say('commitments.outside.more', { more })}`}
    </>
  )
}

type Line = readonly [title: string, names: readonly string[]]

const useLines = (): ((file: OutsideFile) => readonly Line[]) => {
  const say = useSay()
  const at = (line: number, name: string, cell: string) =>
    `${line}, ${name}: ${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}`
  return (file) => {
    if (file.kind === 'base-rates') {
      const { matched, unknown, odd } = file.coding
      const guessed = matched.filter(({ exact }) => !exact)
      return [
        [
          say('commitments.outside.guessed'),
          guessed.map(({ name, stem, role }) => `${name} → ${stem}_${role}`),
        ],
        [say('commitments.outside.unknown'), unknown],
        [say('commitments.outside.odd'), odd.map(({ line, name, cell }) => at(line, name, cell))],
      ]
    }
    const { left, unknown, odd, repeated } = file.read
    return [
      [say('commitments.outside.left'), left],
      [say('commitments.outside.unknown'), unknown],
      [say('commitments.outside.odd'), odd.map(({ line, name, cell }) => at(line, name, cell))],
      [
        say('commitments.outside.repeated'),
        repeated.map(({ line, first, id, same }) => `${line} ${same ? '=' : '≠'} ${first} (${id})`),
      ],
    ]
  }
}

export const WhatWasRead = ({ read }: { readonly read: ReadFile }): ReactNode => {
  const say = useSay()
  const lines = useLines()(read.file).filter(([, names]) => names.length > 0)
  const count =
    read.file.kind === 'events'
      ? say('commitments.outside.read.events', { count: read.file.read.events.length })
      : read.file.kind === 'agreements'
        ? say('commitments.outside.read.agreements', { count: read.file.read.agreements.length })
        : say('commitments.outside.read.rows', {
            rows: read.file.coding.years.length,
            provisions: read.file.coding.stems.length,
          })
  return (
    <div className="stack tight" role="status">
      <SourceLine from={{ source: read.file.source, licence: sourceNotes[read.file.source].licence }} />
      <p>{count}</p>
      {lines.length > 0 && (
        <ul className="bullets small">
          {lines.map(([title, names]) => (
            <li key={title}>
              {title} <Named names={names} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
