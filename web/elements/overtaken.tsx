/** What a form says when what it was begun on has changed meanwhile: nothing is lost, and its author decides. */
import { useRef } from 'react'
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
  const place = useRef<HTMLDivElement>(null)
  // The buttons go with the notice: whoever pressed one goes on from here, and not from the top of the page.
  const settle = (how: () => void) => () => {
    place.current?.focus()
    how()
  }
  return (
    <div ref={place} tabIndex={-1} aria-live="polite" className="said">
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
            <Button onPress={settle(form.goOn)}>{say('draft.overtaken.mine')}</Button>
            <Button onPress={settle(form.clear)}>{say('draft.overtaken.anew')}</Button>
          </div>
        </div>
      )}
    </div>
  )
}
