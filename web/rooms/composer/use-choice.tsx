/** What the sender lets the mediator do with words from a channel, each way explained by what the other side will see. */
import { type AuthorisedUse, authorisedUses } from '#domain/rooms/message.ts'
import { Choice, Tick } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'

export const UseChoice = ({
  use,
  setUse,
  askFirst,
  setAskFirst,
}: {
  readonly use: AuthorisedUse | null
  readonly setUse: (use: AuthorisedUse) => void
  readonly askFirst?: boolean
  readonly setAskFirst?: (askFirst: boolean) => void
}) => {
  const say = useSay()
  return (
    <div className="stack tight">
      <Choice
        label={say('use')}
        value={use}
        onChange={setUse}
        ways={authorisedUses.map((key) => ({ key, name: say(`use.${key}`), hint: say(`use.${key}.why`) }))}
      />
      {setAskFirst && (use === 'paraphrase' || use === 'as-mediator') && (
        <Tick
          label={say('ask-first')}
          hint={say('ask-first.why')}
          value={askFirst ?? false}
          onChange={setAskFirst}
        />
      )}
    </div>
  )
}
