/** What a form says when what it was begun on has changed meanwhile: nothing is lost, and its author decides. */
import { useIsActing } from '../acts.ts'
import { usePreferences } from '../preferences.tsx'
import { useSay } from '../speech.tsx'
import type { Form } from '../use-form.ts'
import { Button } from './button.tsx'

/** A form as far as this notice needs it; its button is off as long as it is overtaken. */
export type Overtakable = Pick<Form<object>, 'isOvertaken' | 'news' | 'clear' | 'goOn'>

/** Nothing while the form stands on what stands now. */
export const Overtaken = ({ form }: { readonly form: Overtakable }) => {
  const say = useSay()
  const { language } = usePreferences()
  const isActing = useIsActing()
  return (
    <div aria-live="polite" className="said">
      {form.isOvertaken && !isActing && (
        <div className="notice stack tight">
          <p>{say('draft.overtaken')}</p>
          {form.news.length > 0 && (
            <>
              <p className="small quiet">{say('draft.overtaken.news')}</p>
              <ul className="bullets">
                {form.news.map((words) => {
                  const shown = words[language] === undefined ? (Object.keys(words)[0] ?? language) : language
                  return (
                    <li key={JSON.stringify(words)} className="words" lang={shown} dir="auto">
                      {words[shown]}
                    </li>
                  )
                })}
              </ul>
            </>
          )}
          <div className="line">
            <Button onPress={form.goOn}>{say('draft.overtaken.mine')}</Button>
            <Button onPress={form.clear}>{say('draft.overtaken.anew')}</Button>
          </div>
        </div>
      )}
    </div>
  )
}
