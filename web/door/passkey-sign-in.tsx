/** Signing in with a passkey, for members who have accepted an invitation. */
import { startAuthentication } from '@simplewebauthn/browser'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SignedIn } from '#contract/door.ts'
import { post, Refused, Unreachable } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'

export const PasskeySignIn = () => {
  const say = useSay()
  const navigate = useNavigate()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [stopped, setStopped] = useState(false)
  const signIn = async () => {
    setTrouble(null)
    setStopped(false)
    try {
      const optionsJSON = await post<never>('/door/passkey/options', {})
      const response = await startAuthentication({ optionsJSON })
      const { process } = await post<SignedIn>('/door/passkey', { response })
      await navigate({ to: '/t/$process', params: { process } })
    } catch (error) {
      if (error instanceof Refused || error instanceof Unreachable) setTrouble(error)
      else setStopped(true)
    }
  }
  return (
    <section className="card door-passkey" aria-labelledby="passkey">
      <div className="stack tight">
        <h2 id="passkey">{say('door.passkey')}</h2>
        <p className="quiet">{say('door.passkey.why')}</p>
      </div>
      <div>
        <Button look="main" onPress={() => void signIn()}>
          {say('door.passkey.go')}
        </Button>
      </div>
      <Outcome trouble={trouble} done={stopped ? say('door.passkey.stopped') : null} />
    </section>
  )
}
