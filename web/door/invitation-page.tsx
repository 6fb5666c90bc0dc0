/** Accepting an invitation: the reader sees whose seat it is, and makes the passkey that opens it from now on. */
import { startRegistration } from '@simplewebauthn/browser'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { InvitationView, SignedIn } from '#contract/door.ts'
import { named } from '#domain/parties/localised.ts'
import { post, Refused, Unreachable } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { usePreferences } from '../preferences.tsx'
import { Hall } from '../shell/hall.tsx'
import { useSay } from '../speech.tsx'

const Accept = ({ token, invitation }: { readonly token: string; readonly invitation: InvitationView }) => {
  const say = useSay()
  const { language } = usePreferences()
  const navigate = useNavigate()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [stopped, setStopped] = useState(false)
  const accept = async () => {
    setTrouble(null)
    setStopped(false)
    try {
      const optionsJSON = await post<never>('/door/invitation/options', { token })
      const response = await startRegistration({ optionsJSON })
      const { process } = await post<SignedIn>('/door/invitation/accept', { token, response })
      await navigate({ to: '/t/$process', params: { process }, replace: true })
    } catch (error) {
      if (error instanceof Refused || error instanceof Unreachable) setTrouble(error)
      else setStopped(true)
    }
  }
  const expires = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <div className="card stack">
      <p className="serif">
        {say('invitation.for', {
          name: named(invitation.member, language),
          title: named(invitation.title, language),
          process: named(invitation.process, language),
        })}
      </p>
      <p className="quiet">{say('invitation.passkey')}</p>
      <p className="quiet">
        {say('invitation.expires', { at: expires.format(new Date(invitation.expires)) })}
      </p>
      <div>
        <Button look="main" onPress={() => void accept()}>
          {say('invitation.accept')}
        </Button>
      </div>
      <Outcome trouble={trouble} done={stopped ? say('door.passkey.stopped') : null} />
    </div>
  )
}

export const InvitationPage = () => {
  const say = useSay()
  const [token] = useState(() => location.hash.slice(1))
  const query = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => post<InvitationView>('/door/invitation/look', { token }),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Hall>
      <div className="stack hall-text">
        <PageTitle>{say('invitation')}</PageTitle>
        {token === '' ? (
          <p>{say('invitation.none')}</p>
        ) : (
          <Shown query={query}>{(invitation) => <Accept token={token} invitation={invitation} />}</Shown>
        )}
      </div>
    </Hall>
  )
}
