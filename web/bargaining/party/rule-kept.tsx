/** Checking from our own rooms' records that the rule of blind acceptance was kept towards us. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { SaltedAct } from '#contract/record.ts'
import type { CloseBallot, GiveAnswer, PutBallot } from '#domain/bargaining/ballot.ts'
import { blindRuleKept } from '#domain/bargaining/blind.ts'
import type { Outcome as Result } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { Refused } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { useMySeat, useProcess } from '../../process.tsx'
import { saltedActsQuery } from '../../queries.ts'
import { useTrouble } from '../../refusals.ts'
import { useSay } from '../../speech.tsx'
import { usePartyRooms } from './use-worth.ts'

const inOneAnswer = 500

/** Every act of a room on this object, from the room's log. */
const actsOn = async (
  client: QueryClient,
  process: string,
  room: string,
  object: string,
): Promise<readonly Act<unknown>[]> => {
  const found: SaltedAct['act'][] = []
  for (let from = 0; ; from += inOneAnswer) {
    const { acts } = await client.fetchQuery(saltedActsQuery(process, room, from))
    found.push(...acts.map(({ act }) => act).filter((act) => act.object === object))
    if (acts.length < inOneAnswer) return found as unknown as readonly Act<unknown>[]
  }
}

const useCheck = (ballot: string) => {
  const client = useQueryClient()
  const { id: process, adjournments } = useProcess()
  const { party = '' } = useMySeat()
  const { caucus, channel } = usePartyRooms()
  return async (): Promise<Result<void> | 'incomplete'> => {
    const [told, answered] = await Promise.all(
      [channel, caucus].map((room) => actsOn(client, process, room?.id ?? '', ballot)),
    )
    const put = told?.find(({ kind }) => kind === 'ballot.put') as Act<PutBallot> | undefined
    const close = told?.find(({ kind }) => kind === 'ballot.close') as Act<CloseBallot> | undefined
    const answers = (answered ?? []).filter(
      ({ kind }) => kind === 'answer.give',
    ) as readonly Act<GiveAnswer>[]
    if (!put || !close) return 'incomplete'
    return blindRuleKept({ party, ballot: put, answers, close, adjournments: adjournments ?? undefined })
  }
}

/** The button and its result in a plain sentence. */
export const RuleKept = ({ ballot }: { readonly ballot: BargainingView['ballots'][number] }) => {
  const say = useSay()
  const sentence = useTrouble()
  const { id } = useProcess()
  const check = useCheck(ballot.object)
  const [found, setFound] = useState<{ readonly kept: boolean; readonly words: string } | null>(null)
  const look = async () => {
    try {
      const result = await check()
      if (result === 'incomplete') setFound({ kept: false, words: say('blind.check.incomplete') })
      else if (result.ok) setFound({ kept: true, words: say('blind.check.kept') })
      else {
        const { code, facts } = result.refusal
        setFound({ kept: false, words: sentence(new Refused(409, code, facts)) })
      }
    } catch (trouble) {
      setFound({ kept: false, words: sentence(trouble as Error) })
    }
  }
  return (
    <section className="stack tight">
      <div className="no-print">
        <Button onPress={() => void look()}>{say('blind.check')}</Button>
      </div>
      <div aria-live="polite">
        {found && (
          <p className="notice" data-kind={found.kept ? undefined : 'trouble'}>
            {found.words}
          </p>
        )}
      </div>
      <p className="quiet small">
        {say('blind.check.how')}{' '}
        <Link to="/t/$process/record" params={{ process: id }}>
          {say('nav.record')}
        </Link>
      </p>
    </section>
  )
}
