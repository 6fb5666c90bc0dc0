/** What a check found wrong, a sentence each. */
import { Refused } from '../api.ts'
import { useTrouble } from '../refusals.ts'
import { type Phrase, useSay } from '../speech.tsx'
import type { Flaw } from './flaw.ts'

const most = 20

/** The flaws of a log; `where` names the log if it is not the room's. */
export const Flaws = ({ flaws, where }: { readonly flaws: readonly Flaw[]; readonly where?: string }) => {
  const say = useSay()
  const sentence = useTrouble()
  const wordsOf = ({ code, facts }: Flaw): string =>
    code.startsWith('flaw.') ? say(code as Phrase, facts) : sentence(new Refused(422, code, facts))
  return (
    <ul className="plain-list flaws">
      {flaws.slice(0, most).map((flaw) => (
        <li key={`${flaw.code} ${JSON.stringify(flaw.facts)}`}>
          {where && `${where}: `}
          {wordsOf(flaw)}
        </li>
      ))}
      {flaws.length > most && <li>{say('flaws.more', { count: flaws.length - most })}</li>}
    </ul>
  )
}
