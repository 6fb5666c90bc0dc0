/** The words by which a clause binds, allows, recommends or announces, in both languages. */
import type { Cited } from './finding.ts'
import { oneOf } from './one-of.ts'
import { cite, type Passage } from './passage.ts'

/** How strong a statement is. A prohibition is an obligation that is denied; the check of negation looks at it too. */
export type Force = 'obligation' | 'prohibition' | 'recommendation' | 'permission' | 'intention'

/** One expression of force, where it stands. */
export interface Modal {
  readonly force: Force
  readonly cited: Cited
}

type Rules = readonly (readonly [Force, RegExp])[]

// The first rule that fits a place holds there: "shall not" is no "shall", "shall have the right to" none either.
const english: Rules = [
  [
    'permission',
    oneOf`
      (?:shall |will )?(?:be |is |are )?(?:entitled|permitted|allowed|authori[sz]ed|free) to|
      (?:shall )?ha(?:ve|s) the right
    `,
  ],
  [
    'prohibition',
    oneOf`
      (?:shall|must|may|can)(?: \p{L}+ly)? not|cannot|(?:is|are|be) (?:strictly )?prohibited
    `,
  ],
  [
    'recommendation',
    oneOf`
      (?:should|ought to)|(?:is|are) (?:encouraged|recommended|advised|invited) to
    `,
  ],
  [
    'obligation',
    oneOf`
      (?:shall|must)|(?:is|are|be) (?:required|obliged|obligated|bound) to|undertakes? to|
      ha(?:ve|s) to
    `,
  ],
  ['intention', /\bintends? to\b|\bplans? to\b|\b(?:is|are) (?:prepared|ready) to\b/gu],
  ['permission', /\b(?:may|can|could|might)\b/gu],
]

const russian: Rules = [
  // «Каждый человек должен обладать всеми правами»: the Universal Declaration's "is entitled to".
  ['permission', /(?<!\p{L})долж(?:ен|на|но|ны) обладать (?:всеми )?(?:правами|правом)/gu],
  [
    'prohibition',
    oneOf`
      не (?:долж(?:ен|на|но|ны)|мо[жг]\p{L}+|вправе|име\p{L}+ права|допуска(?:ет|ют)ся|разреша(?:ет|ют)ся|обязан\p{L}*)|
      запреща(?:ет|ют)ся|нельзя
    `,
  ],
  [
    'recommendation',
    oneOf`
      следует|следовало бы|рекомендуется|рекомендовано|желательно|долж(?:ен|на|но|ны) был[аио]? бы|
      целесообразно
    `,
  ],
  [
    'obligation',
    oneOf`
      долж(?:ен|на|но|ны)|обязан(?:а|о|ы)?|обязу(?:ет|ют)ся|надлежит|подлеж(?:ит|ат)
    `,
  ],
  [
    'intention',
    oneOf`
      намерен(?:а|о|ы)?|намерева(?:ет|ют)ся|планиру(?:ет|ют)|готов(?:а|о|ы)?
    `,
  ],
  [
    'permission',
    oneOf`
      может|могут|мог(?:ла|ло|ли)? бы|вправе|име(?:ет|ют) право|разреша(?:ет|ют)ся|допуска(?:ет|ют)ся|
      можно
    `,
  ],
]

/** The expressions of force in a passage. A month that is called May is none. */
export const modalsIn = (passage: Passage): readonly Modal[] => {
  let left =
    passage.language === 'en'
      ? passage.lower.replace(/\bmay\b/gu, (may, at: number) => (passage.plain[at] === 'M' ? '···' : may))
      : passage.lower
  const modals: Modal[] = []
  for (const [force, pattern] of passage.language === 'en' ? english : russian)
    left = left.replace(pattern, (found, at: number) => {
      modals.push({ force, cited: cite(passage, at, at + found.length) })
      return '·'.repeat(found.length)
    })
  return modals.toSorted((one, other) => one.cited.from - other.cited.from)
}

// What may say the same in other words: it answers an expression of force in the other language and is none itself.
const near: Readonly<Record<Passage['language'], Readonly<Record<Force, RegExp>>>> = {
  en: {
    obligation: oneOf`
      shall|must|need\p{L}*|requir\p{L}*|oblig\p{L}*|necess\p{L}*|undert\p{L}*|commit\p{L}*|
      pledg\p{L}*|bound|dut(?:y|ies)|mandat\p{L}*|essential|imperative|ha(?:ve|s) to|responsib\p{L}*|
      (?:is|are|was|were) to|subject to|demand\p{L}*
    `,
    prohibition: /\b(?:not|no|never|none|prohib\p{L}*|refrain\p{L}*)\b/gu,
    recommendation: oneOf`
      should|ought|recommend\p{L}*|encourag\p{L}*|advis\p{L}*|desirab\p{L}*|appropriate|expedient|
      need|needs|to be|important|importance|advocat\p{L}*|guid\p{L}*|follow\p{L}*|necess\p{L}*|
      essential|must be|considers?|would
    `,
    permission: oneOf`
      may|can|could|might|able|ability|possib\p{L}*|enabl\p{L}*|allow\p{L}*|permit\p{L}*|
      permissib\p{L}*|entitl\p{L}*|right|authori[sz]\p{L}*|likely|potential\p{L}*|capab\p{L}*|
      capacit\p{L}*|eligib\p{L}*|cannot|unable|inability|impossib\p{L}*|inadmissib\p{L}*|feasib\p{L}*|
      opportunit\p{L}*|threaten\p{L}*|would|risk\p{L}*|posed?|option\p{L}*|\p{L}+able|as appropriate
    `,
    intention: oneOf`
      intend\p{L}*|intention\p{L}*|intent|plan\p{L}*|will|ready|readiness|prepar\p{L}*|determin\p{L}*|
      willing\p{L}*|aim\p{L}*|seek\p{L}*|resolv\p{L}*|expect\p{L}*|scheduled|wish\p{L}*|finished|
      complete\p{L}*|purpose
    `,
  },
  ru: {
    obligation: oneOf`
      долж\p{L}+|обяза\p{L}+|обязу\p{L}+|надлеж\p{L}+|подлеж\p{L}+|необходим\p{L}*|треб\p{L}+|
      нужн\p{L}*|следует
    `,
    prohibition: /(?<!\p{L})(?:не|ни|нельзя|запре\p{L}+|воздерж\p{L}+)(?!\p{L})/gu,
    recommendation: oneOf`
      следует|следовало|стрем\p{L}+|рекоменд\p{L}+|желательн\p{L}*|целесообразн\p{L}*|долж\p{L}+|
      призв\p{L}+|надлеж\p{L}+|необходим\p{L}*|нужн\p{L}*|нужда\p{L}*|важн\p{L}*|надо|треб\p{L}+|бы|
      чтобы|предлаг\p{L}+|поощр\p{L}+|призыва\p{L}+|предполага\p{L}+|предусм\p{L}+|прос\p{L}+|
      обязан\p{L}*|подлеж\p{L}*|нельзя|если
    `,
    permission: oneOf`
      может|могут|могло|мог\p{L}{0,3}|мочь|сможет|смогут|смог\p{L}*|вправе|право|права|разреш\p{L}+|
      допус\p{L}+|можно|возможн\p{L}*|невозможн\p{L}*|способ\p{L}*|позвол\p{L}+|уполномоч\p{L}+|бы|
      чтобы|потенциал\p{L}*|удается|удастся|состоянии|вероятн\p{L}*|чреват\p{L}*|доступн\p{L}*|нельзя|
      санкцион\p{L}*|дать|дает|дают|дающ\p{L}*|призван\p{L}*|удалось|поддающ\p{L}*|
      \p{L}+ем(?:ый|ая|ое|ые|ого|ой|ых|ыми?|ому)|если|тех или иных|иной|иного|иных|либо|любы\p{L}*|
      любо\p{L}*|какой-либо|кто-либо|имеющ\p{L}*|предусматр\p{L}*|при\p{L}* необходимости|угро\p{L}+|
      риск\p{L}*
    `,
    intention: oneOf`
      намер\p{L}+|планир\p{L}+|план|планы|готов\p{L}*|стрем\p{L}+|решим\p{L}+|будет|будут|
      предполага\p{L}+|хот\p{L}+|жела\p{L}+|целью|чтобы|подготов\p{L}+|решил\p{L}*
    `,
  },
}

/** How often a passage says, in whatever words, something of this force. */
export const nearly = ({ language, lower }: Passage, force: Force): number =>
  [...lower.matchAll(near[language][force])].length
