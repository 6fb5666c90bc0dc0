/** The line under something that is being written: saving it, or settling what a colleague has saved meanwhile. */
import type { Acting } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Overtaken } from '../elements/overtaken.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'
import type { Form } from '../use-form.ts'

/** `mayNot` says why the reader cannot save; what they write is then kept in their tab alone. */
export const SaveLine = ({
  draft,
  acting,
  save,
  label,
  mayNot,
  unready = false,
  isOutdated = false,
}: {
  readonly draft: Pick<Form<object>, 'isChanged' | 'isOvertaken' | 'news' | 'clear' | 'goOn'>
  readonly acting: Acting
  readonly save: () => Promise<unknown>
  readonly label: string
  readonly mayNot?: string | undefined
  readonly unready?: boolean
  /** What was saved fits no longer, and can be saved anew as it is now shown. */
  readonly isOutdated?: boolean
}) => {
  const say = useSay()
  const { isChanged, isOvertaken } = draft
  return (
    <div className="save-line stack tight no-print">
      <Overtaken form={draft} />
      {mayNot !== undefined && <p className="quiet small">{mayNot}</p>}
      <div className="line">
        {mayNot === undefined && (
          <Button
            look="main"
            isDisabled={(!isChanged && !isOutdated) || isOvertaken || unready || acting.busy}
            onPress={() => void save()}
          >
            {label}
          </Button>
        )}
        {isChanged && (
          <Button look="text" onPress={draft.clear}>
            {say('bargaining.discard')}
          </Button>
        )}
        <span className="quiet small" role="status">
          {say(isChanged ? 'bargaining.unsaved' : 'bargaining.saved')}
        </span>
      </div>
      <Outcome
        trouble={acting.trouble}
        done={acting.last && !isChanged ? say('bargaining.saved.now') : null}
      />
    </div>
  )
}
