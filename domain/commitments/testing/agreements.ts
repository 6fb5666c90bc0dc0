/** Rows made up for tests, in the columns of PA-X; no row of theirs. */
import { type Named, rowOf } from './events.ts'

/** Some of the columns of a PA-X file: those that tell of an agreement, and a few of what it speaks of. */
export const paxAgreementHead: readonly string[] = [
  ...['Con', 'Contp', 'PP', 'PPName', 'Reg', 'AgtId', 'Ver', 'Agt', 'Dat', 'Status', 'Lgt', 'N_characters'],
  ...['Agtp', 'Stage', 'StageSub', 'Part', 'ThrdPart', 'OthAgr', 'GCh', 'Ce', 'ImUN'],
]

/** A row of it; what is not named is as in an agreement of a country that does not exist. */
export const paxAgreementRow = (cells: Named): readonly string[] =>
  rowOf(paxAgreementHead, {
    ...{ Con: 'Norland', PPName: 'Norland: Lakes process', Reg: 'Lakes', AgtId: '1', Ver: '1' },
    ...{ Agt: 'Agreement of the Lakes', Dat: '2031-04-05', Status: 'Multiparty signed/agreed' },
    ...{ Agtp: 'Intra', Stage: 'SubComp', GCh: '1', Ce: '2' },
    ...cells,
  })
