/** The keys of a seat's mirrors: who made them, when they were last used, making one, ending one. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MirrorKey } from '#contract/record.ts'
import { isSteward } from '#domain/parties/member.ts'
import { end, post } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { Empty } from '../elements/page.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { recordIndexQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { CopiedText } from './copied-text.tsx'

/** Does something about the mirrors, then reads the record again. */
const useMirrors = () => {
  const { id: process } = useProcess()
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const attempt = async <T,>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true)
    try {
      const done = await work()
      setTrouble(null)
      await client.invalidateQueries({ queryKey: recordIndexQuery(process).queryKey })
      return done
    } catch (error) {
      setTrouble(error as Error)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { base: `/processes/${process}/mirrors`, attempt, trouble, busy }
}

const EndMirror = ({ mirror }: { readonly mirror: MirrorKey }) => {
  const say = useSay()
  const { base, attempt, trouble, busy } = useMirrors()
  return (
    <Confirm
      label={say('mirrors.end')}
      look="text"
      title={say('mirrors.end.title')}
      action={say('mirrors.end')}
      confirm={async () => (await attempt(() => end(`${base}/${mirror.id}`))) !== null}
      busy={busy}
    >
      <p>{say('mirrors.end.why')}</p>
      <Outcome trouble={trouble} />
    </Confirm>
  )
}

const MakeMirror = () => {
  const { id: process } = useProcess()
  const say = useSay()
  const { base, attempt, trouble, busy } = useMirrors()
  const [key, setKey] = useState<string | null>(null)
  const make = async () => {
    const made = await attempt(() => post<{ readonly key: string }>(base, {}))
    if (made) setKey(made.key)
  }
  const command = `./parley mirror ${location.origin} --process ${process} --key-file FILE FOLDER`
  if (key === null)
    return (
      <div className="line">
        <Button isDisabled={busy} onPress={() => void make()}>
          {say('mirrors.make')}
        </Button>
        <Outcome trouble={trouble} />
      </div>
    )
  return (
    <div className="panel" role="status">
      <p>{say('mirrors.once')}</p>
      <CopiedText label={say('mirrors.key')} text={key} action={say('mirrors.key.copy')} />
      <CopiedText label={say('mirrors.command')} text={command} action={say('mirrors.command.copy')} />
      <div>
        <Button look="text" onPress={() => setKey(null)}>
          {say('mirrors.kept')}
        </Button>
      </div>
    </div>
  )
}

export const Mirrors = ({ mirrors }: { readonly mirrors: readonly MirrorKey[] }) => {
  const { me } = useProcess()
  const say = useSay()
  const names = useNames()
  const steward = isSteward(me)
  return (
    <section className="stack tight" aria-labelledby="mirrors">
      <h2 id="mirrors">{say('mirrors')}</h2>
      <p>{say('mirrors.why')}</p>
      {mirrors.length === 0 && <Empty>{say('mirrors.none')}</Empty>}
      <ul className="lines">
        {mirrors.map((mirror) => (
          <li key={mirror.id} className="line spread">
            <span>
              {say('mirrors.made', { name: names.member(mirror.member) })} <Moment at={mirror.madeAt} />
              <span className="quiet">
                {' · '}
                {mirror.seenAt === null ? (
                  say('mirrors.unseen')
                ) : (
                  <>
                    {say('mirrors.seen')} <Moment at={mirror.seenAt} />
                  </>
                )}
              </span>
            </span>
            {steward && <EndMirror mirror={mirror} />}
          </li>
        ))}
      </ul>
      {steward ? <MakeMirror /> : <p className="small quiet">{say('mirrors.stewards')}</p>}
    </section>
  )
}
