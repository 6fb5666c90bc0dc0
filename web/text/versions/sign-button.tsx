/** Initialling or signing: what it means, what exactly is signed, and the passkey that is asked for it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { VersionView } from '#contract/text-versions.ts'
import type { Room } from '#domain/parties/process.ts'
import { citeOf } from '#domain/text/version/record.ts'
import { type MarkKind, statementText } from '#domain/text/version/statement.ts'
import { useAct } from '../../acts.ts'
import { Refused, Unreachable } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { Confirm } from '../../elements/dialog.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { askPasskey, makePasskey, ownPasskeysQuery } from './passkey.ts'

interface Props {
  readonly room: Room
  readonly version: VersionView
  readonly kind: MarkKind
  readonly party: string
}

const MakePasskey = ({ mayMake }: { readonly mayMake: boolean }) => {
  const say = useSay()
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [stopped, setStopped] = useState(false)
  const make = async () => {
    setTrouble(null)
    setStopped(false)
    try {
      await makePasskey()
      await client.invalidateQueries({ queryKey: ownPasskeysQuery.queryKey })
    } catch (error) {
      if (error instanceof Refused || error instanceof Unreachable) setTrouble(error)
      else setStopped(true)
    }
  }
  return (
    <div className="stack tight">
      <p>{say(mayMake ? 'passkey.make.why' : 'passkey.none')}</p>
      {mayMake && (
        <div>
          <Button onPress={() => void make()}>{say('passkey.make')}</Button>
        </div>
      )}
      <Outcome trouble={trouble} done={stopped ? say('door.passkey.stopped') : null} />
    </div>
  )
}

/** Asks the passkey and posts the act; says whether it was done. */
const useSigning = ({ room, version, kind, party }: Props) => {
  const { me } = useProcess()
  const acting = useAct(room.id)
  const [stopped, setStopped] = useState(false)
  const own = useQuery(ownPasskeysQuery)
  const { hash, record } = version
  const statement = { kind, number: record.number, hash, party, member: me.id }
  const sign = async (): Promise<boolean> => {
    if (!own.data) return false
    setStopped(false)
    try {
      const assertion = await askPasskey(statement, own.data)
      const object = String(record.number)
      const payload = { hash, assertion }
      return (await acting.act({ kind: `version.${kind}`, object, base: null, payload })) !== null
    } catch {
      setStopped(true)
      return false
    }
  }
  return { acting, stopped, own: own.data, sign, statement }
}

export const SignButton = (props: Props) => {
  const say = useSay()
  const { kind, version } = props
  const { acting, stopped, own, sign, statement } = useSigning(props)
  const cite = citeOf(version.record.number)
  const ready = own !== undefined && own.passkeys.length > 0
  return (
    <Confirm
      label={say(`mark.do.${kind}`)}
      look={kind === 'initial' || kind === 'sign' ? 'main' : 'plain'}
      title={say('mark.title', { what: say(`mark.do.${kind}`), cite })}
      action={say(`mark.do.${kind}`)}
      confirm={sign}
      busy={acting.busy || !ready}
    >
      <p>{say(`mark.why.${kind}`)}</p>
      <details>
        <summary>{say('mark.statement')}</summary>
        <pre lang="zxx" dir="ltr" translate="no" className="statement">
          {statementText(statement)}
        </pre>
      </details>
      {own && own.passkeys.length === 0 && <MakePasskey mayMake={own.mayMake} />}
      {ready && <p className="small quiet">{say('mark.passkey')}</p>}
      <Outcome trouble={acting.trouble} done={stopped ? say('door.passkey.stopped') : null} />
    </Confirm>
  )
}
