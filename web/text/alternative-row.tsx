/** One alternative of a bracket in every language, who stands behind it, and what the reader may do with it. */
import { type Alternative, isLive } from '#domain/text/bracket.ts'
import { untranslated } from '#domain/text/content.ts'
import { Button } from '../elements/button.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Moment } from '../moments.tsx'
import { useMay } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { ByChair, ByParty } from './alternative-acts.tsx'
import { useShortNames } from './concordance.tsx'
import { RoleInPackages } from './role-in-packages.tsx'
import type { Row } from './row.ts'
import { useText } from './text-context.tsx'
import { AlternativeWords, Columns, Sponsors } from './words.tsx'

interface Props {
  readonly row: Row
  readonly alternative: Alternative
}

const Standing = ({ alternative }: Pick<Props, 'alternative'>) => {
  const say = useSay()
  const listing = useListing()
  const short = useShortNames()
  if (!isLive(alternative)) return <span>{say(`text.alternative.${alternative.status}`)}</span>
  const behind = short(alternative.supporters)
  return (
    <span>
      {alternative.stood
        ? say('text.stood')
        : behind.length > 0
          ? say('text.supported-by', { who: listing(behind) })
          : say('text.no-support')}
      {alternative.lapsesAt && (
        <>
          {' · '}
          {say('text.lapses')} <Moment at={alternative.lapsesAt} />
        </>
      )}
    </span>
  )
}

const Translating = ({ row, alternative }: Props) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { room, desk } = useText()
  const may = useMay(room)
  if (!may('clause.translate')) return null
  return untranslated(alternative.passage).map((language) => (
    <Button
      key={language}
      look="text"
      onPress={() => desk.open(row.clause.id, { what: 'translate', language, alternative: alternative.id })}
    >
      {say('text.translate-into', { language: languageName(language) })}
    </Button>
  ))
}

/** `over` shows an alternative of a bracket that is closed: what it said and what became of it. */
export const AlternativeRow = ({ row, alternative, over = false }: Props & { readonly over?: boolean }) => {
  const { room, languages } = useText()
  const may = useMay(room)
  const live = isLive(alternative) && !over
  const { clause, named } = row
  return (
    <li className="alternative-row" data-over={!live && alternative.status !== 'adopted'}>
      <div className="alternative-who">
        <Sponsors of={alternative} language={languages[0] ?? 'en'} />
      </div>
      <Columns
        className="alternative-words"
        of={(language) => <AlternativeWords of={alternative} place={{ clause, language, named }} />}
      />
      <div className="alternative-acts small quiet">
        <Standing alternative={alternative} />
        {live && <RoleInPackages row={row} alternative={alternative} />}
        {live && may('clause.support') && !alternative.stood && (
          <ByParty row={row} alternative={alternative} />
        )}
        {live && may('clause.adopt') && <ByChair row={row} alternative={alternative} />}
        {live && <Translating row={row} alternative={alternative} />}
      </div>
    </li>
  )
}
