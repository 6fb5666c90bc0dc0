/** The views of a text as one row of links, so that each can be opened, kept and sent; and the languages shown. */
import { Link } from '@tanstack/react-router'
import { capital, useLanguageName } from '../elements/languages.ts'
import { useMySeat } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useHead, useText } from './text-context.tsx'
import { type TextViewName, turned } from './text-search.ts'

const switchable = ['compilation', 'chair', 'open', 'since', 'compare', 'packages', 'side'] as const
/** A private draft has no sponsors and no chair. */
const inDrafts: readonly TextViewName[] = ['compilation', 'open', 'since', 'compare']

const Views = () => {
  const say = useSay()
  const { search, room } = useText()
  const { rows, view } = useHead()
  const seat = useMySeat()
  const open = rows.rows.filter(({ status }) => status === 'open' || status === 'bracketed').length
  const packages = view.text?.packages.length ?? 0
  const current = search.view ?? 'compilation'
  const facts: Partial<Record<TextViewName, number>> = { open, since: view.unread.length, packages }
  const here = room.kind === 'plenary' ? switchable : switchable.filter((each) => inDrafts.includes(each))
  return (
    <nav className="switches views" aria-label={say('text.views')}>
      {here.map((each) => (
        <Link
          key={each}
          to="."
          search={
            turned(search, {
              view: each === 'compilation' ? undefined : each,
              side: each === 'side' ? (search.side ?? seat.party) : undefined,
              from: undefined,
              to: undefined,
            }) as never
          }
          resetScroll={false}
          className="button"
          data-look="choice"
          aria-current={current === each ? 'true' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {say(`text.view.${each}`)}
          {facts[each] !== undefined && facts[each] > 0 && <span className="count"> {facts[each]}</span>}
        </Link>
      ))}
    </nav>
  )
}

/** Both languages, or one alone. */
export const LanguagesShown = () => {
  const say = useSay()
  const languageName = useLanguageName()
  const { search, languages } = useText()
  if (languages.length < 2) return null
  const ways = [undefined, ...languages]
  return (
    <nav className="switches" aria-label={say('text.languages')}>
      {ways.map((language) => (
        <Link
          key={language ?? 'all'}
          to="."
          search={turned(search, { language }) as never}
          resetScroll={false}
          className="button"
          data-look="choice"
          aria-current={search.language === language ? 'true' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {language === undefined ? say('text.languages.all') : capital(languageName(language))}
        </Link>
      ))}
    </nav>
  )
}

export const ViewsRow = () => (
  <div className="views-row no-print">
    <Views />
  </div>
)
