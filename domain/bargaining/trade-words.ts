/** Packages and trades put into words, in a language of the talks: what the mediator begins with and may change. */
import { type Language, named } from '#domain/parties/localised.ts'
import { type Agenda, optionsOf, type Package } from './agenda.ts'
import { chosenIn } from './references.ts'

interface Said {
  readonly issue: string
  readonly to: string
  readonly from?: string | undefined
}

/** How a language says that an issue is settled so, or so instead of otherwise; others are told by a colon and an arrow. */
const sentences: Readonly<Record<Language, (said: Said) => string>> = {
  en: ({ issue, to, from }) => `On “${issue}”: “${to}”${from === undefined ? '' : ` instead of “${from}”`}.`,
  ru: ({ issue, to, from }) =>
    `По вопросу «${issue}»: «${to}»${from === undefined ? '' : ` вместо «${from}»`}.`,
}

const plainly = ({ issue, to, from }: Said): string =>
  from === undefined ? `${issue}: ${to}.` : `${issue}: ${from} → ${to}.`

/** The name of an option of an issue, in this language or the first it has; a number of a range with its unit. */
export const optionName = (agenda: Agenda, issue: string, option: string, language: Language): string => {
  const [chosen] = chosenIn(agenda, { [issue]: option })
  return chosen ? named(chosen.names.option, language) : ''
}

/** What a package says, a sentence for each issue that it names, in the order of the agenda. */
export const packageWords = (agenda: Agenda, chosen: Package, language: Language): readonly string[] =>
  chosenIn(agenda, chosen).map(({ names }) =>
    (sentences[language] ?? plainly)({
      issue: named(names.issue, language),
      to: named(names.option, language),
    }),
  )

/** What changes from one package to another, a sentence for each issue that is settled otherwise. */
export const tradeWords = (
  agenda: Agenda,
  from: Package,
  to: Package,
  language: Language,
): readonly string[] =>
  agenda.issues
    .filter((issue) => from[issue.id] !== to[issue.id] && optionsOf(issue).includes(to[issue.id] ?? ''))
    .map(({ id, name }) =>
      (sentences[language] ?? plainly)({
        issue: named(name, language),
        to: optionName(agenda, id, to[id] ?? '', language),
        from: from[id] === undefined ? undefined : optionName(agenda, id, from[id], language),
      }),
    )
