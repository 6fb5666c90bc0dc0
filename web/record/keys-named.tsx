/** The keys that the policy of a log names, for the reader to compare, and what has changed since the last check. */
import type { LogView } from '#contract/record.ts'
import { Button } from '../elements/button.tsx'
import { Code } from '../elements/code.tsx'
import { Side } from '../elements/side.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { CheckedHead } from './check.ts'
import { haveChanged } from './remembered.ts'

interface Named {
  readonly head: CheckedHead
  /** The room's log, whose witnesses are known by their seats. */
  readonly log: LogView
  /** Which log the keys are of, if not the room's. */
  readonly of?: string
  /** Takes other keys than those remembered for the right ones; undefined where that is not offered. */
  readonly confirm: ((head: CheckedHead) => void) | undefined
}

const Owner = ({ of, head, log }: Omit<Named, 'confirm' | 'of'> & { readonly of: string }) => {
  const say = useSay()
  const names = useNames()
  if (of === head.keys[0]) return say('verify.keys.log')
  const seat = log.witnesses.find(({ key }) => key === of)?.seat
  if (seat === undefined) return say('verify.keys.witness')
  return (
    <>
      <Side seat={seat} /> {names.seat(seat)}
    </>
  )
}

/** Every key in full, since a shortened one compares nothing. */
export const KeysNamed = ({ head, log, of, confirm }: Named) => {
  const say = useSay()
  const { recalled, keys } = head
  const isChanged = recalled !== null && haveChanged(recalled)
  return (
    <details className="keys-named" open={isChanged}>
      <summary>
        {of && `${of}: `}
        {say('verify.keys')}
      </summary>
      {isChanged && <p className="notice">{say('verify.keys.changed')}</p>}
      <p className="small quiet">{say('verify.keys.why')}</p>
      <ul className="plain-list">
        {keys.map((key) => (
          <li key={key}>
            <span>
              <Owner of={key} head={head} log={log} />
            </span>{' '}
            {recalled?.newKeys.includes(key) && <span className="tag solid">{say('verify.keys.new')}</span>}
            <Code>{key}</Code>
          </li>
        ))}
        {recalled?.goneKeys.map((key) => (
          <li key={key}>
            <span>{say('verify.keys.gone')}</span> <Code>{key}</Code>
          </li>
        ))}
      </ul>
      {isChanged && confirm && (
        <Button onPress={() => confirm(head)}>
          {say('verify.keys.confirm')}
          {of && <span className="unseen"> {of}</span>}
        </Button>
      )}
    </details>
  )
}
