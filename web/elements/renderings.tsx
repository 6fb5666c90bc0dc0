/** People's words in every language they can be read in: the reader's first, each saying how far it can be relied on. */
import { type Rendering, renderingIn, type Translatable } from '#domain/language/wording.ts'
import { usePreferences } from '../preferences.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useLanguageName } from './languages.ts'

/** The languages in which something is shown: the reader's, then the original, then the others of the process. */
export const readingOrder = (
  reader: string,
  original: string,
  languages: readonly string[],
): readonly string[] => [
  ...new Set([...(languages.includes(reader) ? [reader] : []), original, ...languages]),
]

const Standing = ({ rendering }: { readonly rendering: Rendering }) => {
  const say = useSay()
  const names = useNames()
  const by = rendering.by === undefined ? '' : names.member(rendering.by)
  return <>{say(`standing.${rendering.standing}`, { by })}</>
}

/** Words with their translations. `title` sets them as a title, for papers and proposals. */
export const Renderings = ({
  text,
  title = false,
}: {
  readonly text: Translatable
  readonly title?: boolean
}) => {
  const { process } = useProcess()
  const { language } = usePreferences()
  const say = useSay()
  const languageName = useLanguageName()
  const order = readingOrder(language, text.original, process.languages)
  const first = order.find((each) => renderingIn(text, each) !== undefined)
  return (
    <div className="renderings" data-title={title}>
      {order.map((each) => {
        const rendering = renderingIn(text, each)
        return rendering ? (
          <div key={each} className="rendering" data-first={each === first}>
            <div className="words" lang={each} dir="auto">
              {rendering.words}
            </div>
            <span className="standing" data-standing={rendering.standing}>
              {languageName(each)} · <Standing rendering={rendering} />
            </span>
          </div>
        ) : (
          <p key={each} className="standing" data-standing="missing">
            {say('standing.missing', { language: languageName(each) })}
          </p>
        )
      })}
    </div>
  )
}
