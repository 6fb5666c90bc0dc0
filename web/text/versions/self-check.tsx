/** Checks a version in this browser, and says in a sentence what was found. */
import { useState } from 'react'
import type { VersionFile } from '#contract/text-versions.ts'
import { Refused, read } from '../../api.ts'
import { Button } from '../../elements/button.tsx'
import { useTrouble } from '../../refusals.ts'
import { useSay } from '../../speech.tsx'
import { checkVersion } from './check.ts'

type Found = { readonly good: boolean; readonly sentence: string }

export const SelfCheck = ({ file, hash }: { readonly file: string; readonly hash: string }) => {
  const say = useSay()
  const sentence = useTrouble()
  const [found, setFound] = useState<Found | null>(null)
  const [busy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    setFound(await judge())
    setBusy(false)
  }
  const judge = async (): Promise<Found> => {
    try {
      const checked = await checkVersion(await read<VersionFile>(file.replace(/^\/api/, '')), hash)
      if (!checked.ok)
        return {
          good: false,
          sentence: sentence(new Refused(422, checked.refusal.code, checked.refusal.facts)),
        }
      const { marks } = checked.value
      const wrong = marks.find(({ flaw }) => flaw !== null)?.flaw
      return wrong
        ? { good: false, sentence: sentence(new Refused(422, wrong.code, wrong.facts)) }
        : { good: true, sentence: say('version.good', { n: marks.length }) }
    } catch (error) {
      return { good: false, sentence: sentence(error as Error) }
    }
  }
  return (
    <>
      <Button isDisabled={busy} onPress={() => void check()}>
        {say('version.check')}
      </Button>
      <span aria-live="polite" className={found?.good ? 'verified' : 'small'}>
        {found?.sentence}
      </span>
    </>
  )
}
