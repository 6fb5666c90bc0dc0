/** The keys that the policy of a log names, for the reader to compare, and what has changed since the last check. */
import type { LogView } from '#contract/record.ts'
import { Side } from '../elements/side.tsx'
import { Moment } from '../moments.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { CheckedHead } from './check.ts'
import { Code } from './code.tsx'

const Owner = ({ of, log }: { readonly of: string; readonly log: LogView }) => {
  const say = useSay()
  const names = useNames()
  if (of === log.key) return say('verify.keys.log')
  const seat = log.witnesses.find(({ key }) => key === of)?.seat
  if (seat === undefined) return say('verify.keys.witness')
  return (
    <>
      <Side seat={seat} /> {names.seat(seat)}
    </>
  )
}

/** Every key in full, since a shortened one compares nothing. */
export const KeysNamed = ({ head, log }: { readonly head: CheckedHead; readonly log: LogView }) => {
  const say = useSay()
  const { recalled, keys } = head
  const isChanged = recalled !== null && recalled.newKeys.length + recalled.goneKeys.length > 0
  return (
    <details className="keys-named" open={isChanged}>
      <summary>{say('verify.keys')}</summary>
      {isChanged && <p className="notice">{say('verify.keys.changed')}</p>}
      <p className="small quiet">{say('verify.keys.why')}</p>
      <ul className="plain-list">
        {keys.map((key) => (
          <li key={key}>
            <span>
              <Owner of={key} log={log} />
            </span>{' '}
            {recalled?.newKeys.includes(key) && <span className="tag solid">{say('verify.keys.new')}</span>}
            <Code>{key}</Code>
          </li>
        ))}
        {recalled?.goneKeys.map((key) => (
          <li key={key}>
            <span>
              {say('verify.keys.gone')} <Moment at={recalled.at} />
            </span>
            <Code>{key}</Code>
          </li>
        ))}
      </ul>
    </details>
  )
}
