/** The agreements of one loaded file, in the order of time and in the words of its source. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { LoadedOutside } from '#contract/outside-views.ts'
import type { OutsideAgreement } from '#domain/commitments/outside/agreements.ts'
import { LineField } from '../../elements/field.tsx'
import { Shown } from '../../elements/shown.tsx'
import { useMoments } from '../../moments.tsx'
import { useProcess } from '../../process.tsx'
import { outsideContentsQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'

/** As many as are told at once; words narrow them. */
const mostTold = 300

const Table = ({ agreements }: { readonly agreements: readonly OutsideAgreement[] }) => {
  const say = useSay()
  const { day } = useMoments()
  const [words, look] = useState('')
  const found = useMemo(() => {
    const asked = words.trim().toLowerCase()
    return agreements
      .filter(({ name, process = '', concerns = '' }) =>
        `${name} ${process} ${concerns}`.toLowerCase().includes(asked),
      )
      .toSorted((one, other) => (one.day < other.day ? -1 : 1))
  }, [agreements, words])
  const title = say('commitments.outside.agreements-found', { count: found.length })
  return (
    <div className="stack tight">
      <LineField label={say('commitments.outside.look')} value={words} onChange={look} />
      <p className="hint" role="status">
        {title} {found.length > mostTold && say('commitments.outside.first', { count: mostTold })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard. */}
      <section className="matrix-scroll" tabIndex={0} aria-label={title}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{say('commitments.outside.signed')}</th>
              <th scope="col">{say('commitments.outside.agreement')}</th>
              <th scope="col">{say('commitments.outside.process')}</th>
              <th scope="col">{say('commitments.outside.stage')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, mostTold).map(({ id, name, day: signed, process, concerns, stage, status }) => (
              <tr key={id}>
                <th scope="row">{day(signed)}</th>
                <td lang="en">{name}</td>
                <td lang="en">{process ?? concerns ?? '—'}</td>
                <td lang="en">{[stage, status].filter(Boolean).join(', ') || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

export const AgreementsOf = ({ of }: { readonly of: Pick<LoadedOutside, 'room' | 'object'> }) => {
  const { id } = useProcess()
  const query = useQuery(outsideContentsQuery(id, of.room, of.object))
  return <Shown query={query}>{({ agreements }) => <Table agreements={agreements} />}</Shown>
}
