/** The English words by which a draft demands, allows, declares or only speaks well. */
import { oneOf } from '#domain/language/concordance/one-of.ts'
import type { Wording } from './wording.ts'

const agents =
  'part(?:y|ies)|sides?|states?|governments?|ministr(?:y|ies)|ministers?|missions?|commissions?|committees?|councils?|presidents?|parliaments?|courts?|tribunals?|authorit(?:y|ies)|organi[sz]ations?|agenc(?:y|ies)|representatives?|command|commands|commanders?|signator(?:y|ies)|delegations?|secretariat|secretar(?:y|ies)(?:-general)?|guarantors?|observers?|monitors?|verifiers?|experts?|inspectors?|members?|groups?|police|army|armies|troops|banks?|leaders?|participants?|coordinators?|mediators?|forces?|personnel|institutions?|bod(?:y|ies)|cent(?:re|er)s?|assembly|conference|federation|republic|kingdom|administrations?|units|formations|movements?|factions?|board|partners?|officials?|teams?|panels?|bureau|office|directors?|chair(?:person|man)?|ambassadors?|envoys?|union|donors|combatants|everyone|persons?|companies|operators?|chancellor|head|heads|chiefs?|judges?|arbitrators?|speaker|fund|association|alliance|front|militias?|opposition|contractors?'

const verbs =
  'abandon|abolish|accelerate|accept|adopt|agree|allocate|allow|amend|appoint|apply|approve|arrange|assist|begin|build|call|cancel|carry out|cease|clear|close|collect|commence|complete|compile|conclude|conduct|consult|convene|continue|cooperate|coordinate|create|deactivate|declare|define|deliver|demilitari[sz]e|demine|demobili[sz]e|deploy|designate|destroy|determine|develop|disarm|disband|disclose|dismantle|dissolve|distribute|draft|elect|eliminate|enable|enact|end|enforce|engage|enhance|ensure|establish|evacuate|exchange|exclude|execute|expand|expedite|explore|extend|facilitate|finalize|finalise|finance|form|freeze|fund|grant|guarantee|halt|hand over|harmoni[sz]e|hold|identify|implement|improve|inform|initiate|inspect|institute|install|intensify|introduce|investigate|issue|keep|launch|lift|limit|maintain|make|mark|meet|monitor|move|negotiate|notify|observe|open|organi[sz]e|oversee|pay|perform|permit|place|prepare|present|preserve|prevent|prohibit|promote|prosecute|protect|provide|publish|pull back|pursue|put|ratify|reach|reduce|refer|refrain|regulate|reinstate|release|relocate|remove|renounce|reopen|repair|repeal|report|resolve|respect|restore|restrict|resume|return|review|safeguard|secure|separate|set up|seek|achieve|work|contribute|comply|abide|fulfil|fulfill|act|help|join|give|bring|avoid|support|strive|endeavour|consider|compensate|honour|host|locate|map|deliver|dispatch|draw up|appoint|assign|assume|record|register|store|unseal|seal|station|redeploy|reconstruct|rebuild|rehabilitate|reintegrate|integrate|settle|share|sign|start|stop|strengthen|submit|supervise|surrender|suspend|take|terminate|train|transfer|transmit|transport|undertake|unblock|update|use|verify|vacate|withdraw'

const deeds =
  'access|admission|ban|ceasefire|cease-fire|cessation|clearance|closure|compliance|consultations|control|creation|declaration|delivery|disclosure|elections|end|exchange|halt|handover|hand-over|inspections?|introduction|amnesty|pardon|payment|provision|pullback|pull-back|pull-out|ratification|reform|release|removal|repeal|resumption|return|reunification|review|submission|surrender|suspension|transfer|training|truce|withdrawals?|freeze|lifting|use|support|search|departure|assistance|respect|appeal|renunciation|non-use'

/** The English wording of drafts. */
export const english: Wording = {
  agents,
  speaks: oneOf`
    (?:\p{L}+ly )?(?:recogni[sz]ing|acknowledging|affirming|reaffirming|recalling|noting|emphasi[sz]ing|stressing|underlining|
    underscoring|expressing|welcoming|considering|convinced|mindful|conscious|aware|concerned|determined|desiring|desirous|
    wishing|seeking|striving|guided|inspired|bearing in mind|taking (?:note|into (?:account|consideration))|having|deploring|
    condemning|reiterating|appreciating|believing|hoping|commending|encouraged|alarmed|committed|proceeding from|confirming|
    reali[sz]ing|whereas|resolved|persuaded|cognizant|acting|paying tribute|mourning|urging|calling (?:up)?on|requesting|inviting|demanding|insisting|saluting|observing that|honouring|honoring)
  `,
  rhetoric: oneOf`
    (?:reaffirm|affirm|recogni[sz]e|acknowledge|recall|note|emphasi[sz]e|stress|welcome|express|condemn|deplore|appreciate|
    reiterate|proclaim|regret|endorse|commend|implore|underline|underscore|believe|hope|consider|value|confirm|aspire|
    support|understand|declare|share|oppose|favou?r|reject|deem)s?(?= (?:that|their|its|all|any|the|in|to the|on the|a|an|with|full\p{L}*|and|also|once|again)(?!\p{L}))|
    expresses|reiterates|emphasi[sz]es|look(?:s)? forward|take(?:s)? (?:note|into account)|attach(?:es)? (?:great |particular )?importance|
    (?:is|are|remains?|be)(?: \p{L}+ly)? (?:committed|convinced|determined|mindful|of the (?:view|opinion)|guided by|resolved|dedicated)|
    (?:hold|have|holds|has) the (?:view|conviction)|commit(?:s)? (?:themselves|itself)? ?to (?:the|a|an) |stand(?:s)? (?:for|by)
  `,
  rules: [
    [
      'declaration',
      'formula',
      oneOf`decides to remain (?:actively )?seized|agrees? (?:on|upon|as follows)|have agreed (?:on|upon|as follows)`,
    ],
    [
      'prohibition',
      'formula',
      oneOf`
        (?:agrees?|undertakes?|commits?|pledges?|promises?)(?: themselves| itself)? not to|renounces?|
        (?:agrees?|undertakes?|commits?|pledges?)(?: themselves| itself)? to (?:refrain|abstain|desist)
      `,
    ],
    [
      'prohibition',
      'future',
      oneOf`will(?: \p{L}+ly)? (?:not|never|refrain)|won't|(?:is|are) (?:\p{L}+ly )?not to|(?:is|are) forbidden`,
    ],
    [
      'prohibition',
      'indicative',
      oneOf`(?<!(?:to|not|shall|will|must|should) )(?:refrains? from|abstains? from|desists? from)`,
    ],
    [
      'recommendation',
      'formula',
      oneOf`
        calls? (?:up)?on|urges?|requests?|encourages?|invites?|appeals? to|recommends?|asks?|exhorts?|
        (?:endeavou?rs?|strives?|seeks?) to|makes? (?:every|all) (?:possible )?efforts?
      `,
    ],
    [
      'obligation',
      'formula',
      oneOf`demands?|requires?|decides? (?:that|to)|insists? (?:on|that)|instructs?|mandates?`,
    ],
    [
      'obligation',
      'formula',
      oneOf`
        (?:have |has )?agree(?:s|d)? to|commits?(?: themselves| itself)? to|commits? (?:themselves|itself)|pledges? to|promises? to|
        (?:is|are) responsible for|(?:assumes?|bears?|takes?)(?: the| full)? responsibility|guarantees?|needs? to
      `,
    ],
    [
      'permission',
      'formula',
      oneOf`authori[sz]es?|reserves? the right|retains? the right|empowers?|permits?`,
    ],
    [
      'intention',
      'formula',
      oneOf`aims? to|expects? to|hopes? to|(?:is|are) willing to|(?:stand|stands) ready|wish(?:es)? to`,
    ],
    [
      'obligation',
      'future',
      oneOf`(?:is|are) to(?! (?:the|a|an|this|these)(?!\p{L}))|(?<!(?<!\p{L})(?:political|free|good|the|of|common|joint|popular|their|its|a) )will`,
    ],
  ],
  refrains:
    /^(?: (?:also|further|\p{L}+ly|,))* (?:refrain|abstain|desist)(?!\p{L})|^ (?:in no (?:case|event|way)|under no circumstances|never)(?!\p{L})/u,
  tries:
    /^(?: (?:also|further|\p{L}+ly))* (?:endeavou?r|strive|seek|aim|attempt|try|make (?:every|all|their best|its best)|do (?:their|its) (?:best|utmost)|use (?:their|its|all) (?:best )?(?:efforts|endeavou?rs|influence)|exert|consider|explore)(?!\p{L})/u,
  settles:
    /^(?: (?:also|not|only|then|further|provisionally|\p{L}+ly))* (?:enter into force|remain (?:in (?:force|effect)|open)|mean(?!s of)|be (?:deemed|construed|interpreted|understood|known|called|open|equally authentic|without prejudice|binding)|apply|take effect|constitute|comprise|consist|affect|prejudice|prejudge|have the (?:following )?meaning|come into force|form an integral|expire|be composed)(?!\p{L})/u,
  passive:
    /^(?: (?:also|only|then|further|not|thereafter|always|possibly|first|jointly|immediately|to|\p{L}+ly))* (?:to )?(?:have )?be(?:en)?(?: (?:also|only|then|first|jointly|\p{L}+ly))* (?:\p{L}+ed|done|made|held|taken|given|put|set|kept|met|paid|sent|built|brought|drawn|begun|shown|written|chosen|drafted|found|sought|undertaken|withdrawn|handed|laid|led|agreed|known|left|let|lost|read|seen|spent|torn|split|cut|shut|overseen|borne|dealt|run|sold|won)(?!\p{L})/u,
  // "by the Parties", "by both sides", "by OSCE/ODIHR"; never "by 31 December", "by equal distances".
  agentBefore: /(?:^| )by (?:(?:the|both|all|each|a|an|either|any) )?$/u,
  complement:
    /(?:agree[sd]?|decide[sd]?|undertakes?|demands?|determined|stipulated?|insists?|require[sd]?|provided for|understood) $/u,
  subordinate:
    /(?<!\p{L})(?:which|who|whom|whose|where|whereby|if|unless|until|when|whenever|whether|because|so that|in order that|that|once|provided|lest|should (?=\p{L}+ (?:fail|be)))(?!\p{L})/gu,
  coordinate: /(?:,? (?:and|or|but|while|whereas|nor)|,? as well as|[,:])(?= )/gu,
  plainly:
    /^(?: ?(?:also|then|further|thereafter|immediately|jointly|hereby|therefore|thereby|both|each|all|,|possibly|\p{L}+ly))* ?$/u,
  imperative: new RegExp(
    String.raw`^(?:(?:\p{L}+ly|further|also|then|to|not|do not|never|in order to|immediately) )*(?:${verbs})(?!\p{L}|-)(?! (?:of|by|is|are|was|shall|will|may|must|should|has|have|in) )`,
    'u',
  ),
  negated: /^(?:(?:to )?not|do not|never|refrain|prohibit|to refrain)(?!\p{L})/u,
  nominal: new RegExp(
    String.raw`^(?:(?:the|a|an|all|no|any|full|\p{L}+ly|\p{L}+(?:ate|ive|al|ous|ed|ic|ful|ent|able|ual|ible|ar|ect|ry|ete)|new|free|safe|joint|swift|prompt|early|fair|further|rapid|mutual|and|or|non|simultaneous|entire|local|direct|timely|all-for-all),? )*(?:(?:[\p{L}-]+ )?(?:${deeds})|[\p{L}-]+(?:tion|sion|ment|ance|ence|val|sal|dal|ling|ening|ishing|ining|iding|cising|enting|ering|ating|orting|ying|uing|ssing|ring|king|hing|ding|ning|ving|sing|ting|ging))(?!\p{L})`,
    'u',
  ),
  nominalGoesOn:
    /^(?:,? (?:and|or|,) [\p{L}-]+(?: [\p{L}-]+)?| [\p{L}-]+)?(?: (?:of|by|to|for|from|in|into|between|on|with|out|through|under|within|a|an|the|all|as|that|over|at|permanent|new|their|its|no|up|after|full|safe|mutual)(?!\p{L})|[.,;:]|$)/u,
  stated: new RegExp(
    String.raw`^(?: (?:also|then|further|hereby|not|do not|does not|jointly|\p{L}+ly))* (?:${verbs.replaceAll(' ', 's? ')})(?:e?s)?(?!\p{L}|-)`,
    'u',
  ),
  statedNot: /^(?: \p{L}+ly)* (?:do|does) not(?!\p{L})/u,
  goesOn:
    /^(?:it(?! is (?:agreed|prohibited|forbidden|understood|decided))|they|these|those|this|such|the (?:said|above|same)|the (?:\p{L}+ )?(?:process|exercise|operation)|the [^,;]{0,60}(?:specified|described|mentioned|referred to) above)(?!\p{L})/u,
  fragment: /^(?:for|from|to the|to (?=\p{Lu})|in the case of|at|on|in|within|along|with|under)(?!\p{L})/u,
  following: /(?:the )?following|as follows|these (?:measures|steps)/u,
}
