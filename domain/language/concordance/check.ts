/** Concordance: whether the English and the Russian of a clause say the same, as far as rules can tell. */
import { bracketFindings } from './brackets.ts'
import { figureFindings } from './figure-findings.ts'
import { checks, type Finding } from './finding.ts'
import { forceFindings, type Register } from './force.ts'
import { letterFindings } from './letters.ts'
import { listFindings } from './lists.ts'
import { negationFindings } from './negation.ts'
import { passageOf } from './passage.ts'
import { untranslatedFindings } from './untranslated.ts'
import { type Named, partyFindings, termFindings } from './vocabulary.ts'

/** The same clause in both languages. */
export interface LanguagePair {
  readonly en: string
  readonly ru: string
}

/** What the checks are told about the text a clause is from. */
export interface CheckOptions {
  /** Read off the clause itself when it is not given. */
  readonly register?: Register | undefined
  readonly parties?: readonly Named[] | undefined
  readonly terms?: readonly Named[] | undefined
}

/**
 * Every finding on a pair, in the order of `checks`. The same pair always has the same findings. A language that is
 * empty, as in a proposal to delete, is compared with nothing.
 */
export const checkPair = (pair: LanguagePair, options: CheckOptions = {}): readonly Finding[] => {
  if (pair.en.trim() === '' || pair.ru.trim() === '') return []
  const [en, ru] = [passageOf('en', pair.en), passageOf('ru', pair.ru)]
  const found = [
    ...figureFindings(en, ru),
    ...listFindings(en, ru),
    ...bracketFindings(en, ru),
    ...forceFindings(en, ru, options.register),
    ...negationFindings(en, ru),
    ...partyFindings(en, ru, options.parties ?? []),
    ...termFindings(en, ru, options.terms ?? []),
    ...letterFindings(en, ru),
    ...untranslatedFindings(en, ru),
  ]
  return found.toSorted((one, other) => checks.indexOf(one.check) - checks.indexOf(other.check))
}
