/** What conflicts, venues and spans of time are called in the reader's language. */
import { useMemo } from 'react'
import { createIntl } from 'react-intl'
import { conflictTellerOf } from '#contract/conflict-words.ts'
import en from '#contract/conflicts.en.json' with { type: 'json' }
import ru from '#contract/conflicts.ru.json' with { type: 'json' }
import type { MeetingsView } from '#contract/meetings-views.ts'
import type { Conflict } from '#domain/meetings/conflicts.ts'
import { localTime } from '#domain/meetings/local-time.ts'
import { useLanguageName } from '../elements/languages.ts'
import { useMoments } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'
import { useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'

/** The names of venues and entrances. */
export const usePlaces = ({ arrangements: { state } }: MeetingsView) => {
  const names = useNames()
  const venue = (key: string | null): string =>
    names.of(state.venues.find((each) => each.key === key)?.name ?? {})
  const entrance = (key: string): string =>
    names.of(state.entrances.find((each) => each.key === key)?.name ?? {})
  return { venue, entrance }
}

/** `10:00–11:30` by the clocks of a zone. */
export const useSpan = () => {
  const { clock } = useMoments()
  return ({ begin, end }: { readonly begin: string; readonly end: string }, timeZone: string): string =>
    `${clock(begin, timeZone)}–${clock(end, timeZone)}`
}

/** By how many days the clocks of another zone are ahead of those of the talks at a moment: -1, 0 or 1. */
export const daysAhead = (at: string, timeZone: string, of: string): number => {
  const [here, there] = [of, timeZone].map((zone) => Date.parse(localTime(zone, Date.parse(at)).day))
  return ((there ?? 0) - (here ?? 0)) / 86_400_000
}

/** The reason of a conflict in a sentence; `own` is the session beside which it stands. */
export const useConflictSentence = (view: MeetingsView): ((conflict: Conflict, own: string) => string) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { day } = useMoments()
  const languageName = useLanguageName()
  const { venue, entrance } = usePlaces(view)
  const { language } = usePreferences()
  const intl = useMemo(
    () => createIntl({ locale: language, messages: language === 'ru' ? ru : en }),
    [language],
  )
  const session = (id: string): string =>
    names.of(view.sessions.find(({ object }) => object === id)?.state.title ?? {}) ||
    say('meetings.this-session')
  return conflictTellerOf(
    {
      ...{ session, venue, entrance, day, listing },
      person: names.member,
      party: names.party,
      language: languageName,
    },
    (code, facts) => String(intl.formatMessage({ id: code }, { ...facts })),
  )
}
