/** Any two states of a text compared: frozen versions, the reader's last reading, the text as it is, a private draft. */
import { useQuery } from '@tanstack/react-query'
import type { TextAt } from '#contract/text-views.ts'
import { type Clause, newClause } from '#domain/text/clause.ts'
import type { VersionLine } from '#domain/text/negotiation.ts'
import { Pick } from '../elements/field.tsx'
import { Empty } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMySeat, useProcess } from '../process.tsx'
import { textAtQuery, textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { Comparison } from './comparison.tsx'
import { draftSeeds } from './draft-seeds.ts'
import { ProposeDifference } from './propose-difference.tsx'
import { useHead, useText } from './text-context.tsx'

/** A version remembers how many acts the log held when it was frozen. */
type Frozen = VersionLine & { readonly size?: number }

const sizeOf = (version: Frozen): number | undefined => version.size

/** The states there are to choose from, oldest first. */
const useStates = (): readonly { readonly key: string; readonly name: string; readonly size?: number }[] => {
  const say = useSay()
  const { room } = useText()
  const { view } = useHead()
  const versions = (view.text?.versions ?? []).flatMap((version) => {
    const size = sizeOf(version)
    const name = say('text.version', { number: version.number })
    return size === undefined ? [] : [{ key: `v${version.number}`, name, size }]
  })
  return [
    ...(room.kind === 'plenary' ? [] : [{ key: 'common', name: say('text.state.common') }]),
    ...versions,
    ...(view.read > 0 ? [{ key: 'read', name: say('text.state.read'), size: view.read }] : []),
    { key: 'now', name: say(room.kind === 'plenary' ? 'text.state.now' : 'text.state.draft') },
  ]
}

/** The clauses of a state, as a reading that may still be under way. */
const useClauses = (key: string, states: ReturnType<typeof useStates>) => {
  const { id, rooms } = useProcess()
  const { room } = useText()
  const { view } = useHead()
  const seat = useMySeat()
  const size = states.find((each) => each.key === key)?.size
  const common = rooms.find(({ kind }) => kind === 'plenary')
  const at = useQuery({ ...textAtQuery(id, room.id, size ?? 0), enabled: size !== undefined })
  const there = useQuery({
    ...textQuery(id, common?.id ?? ''),
    enabled: key === 'common' && common !== undefined,
    select: (text): TextAt => ({
      size: text.size,
      clauses: draftSeeds(text, seat.party ?? '').map((seed) => newClause(seed)),
    }),
  })
  return { at, there, now: key === 'now' ? view.clauses : null, isCommon: key === 'common' }
}

const Of = ({
  of: { at, there, now, isCommon },
  children,
}: {
  readonly of: ReturnType<typeof useClauses>
  readonly children: (clauses: readonly Clause[]) => React.ReactNode
}) => {
  if (now) return children(now)
  return <Shown query={isCommon ? there : at}>{({ clauses }) => children(clauses)}</Shown>
}

export const CompareView = () => {
  const say = useSay()
  const { search, turn, room } = useText()
  const states = useStates()
  const known = (key: string | undefined) => states.find((each) => each.key === key)?.key
  const from = known(search.from) ?? states[0]?.key ?? 'now'
  const to = known(search.to) ?? 'now'
  const [earlier, later] = [useClauses(from, states), useClauses(to, states)]
  if (states.length < 2) return <Empty>{say('text.compare.none')}</Empty>
  const intoProposals = room.kind === 'caucus' && from === 'common' && to === 'now'
  return (
    <>
      <div className="columns view-tools no-print">
        <Pick
          label={say('text.compare.from')}
          value={from}
          onChange={(key) => turn({ from: key })}
          among={states}
        />
        <Pick
          label={say('text.compare.to')}
          value={to}
          onChange={(key) => turn({ to: key })}
          among={states}
        />
      </div>
      {intoProposals && <p className="hint">{say('text.draft.into-proposals')}</p>}
      <Of of={earlier}>
        {(before) => (
          <Of of={later}>
            {(after) => (
              <Comparison
                earlier={before}
                later={after}
                {...(intoProposals ? { beside: (change) => <ProposeDifference change={change} /> } : {})}
              />
            )}
          </Of>
        )}
      </Of>
    </>
  )
}
