/** What it means that a state is stable, and what opponents may do about somebody who leaves it. */

/**
 * Why a decider stays in a state. With *improvement* a move of its own to a state it prefers:
 * * `Nash`: it has no improvement (Nash 1950);
 * * `GMR`: opponents can answer every improvement so that it is no better off, at whatever cost to themselves (Howard 1971);
 * * `SMR`: as GMR, and it cannot mend that by one more move of its own (Howard 1971);
 * * `SEQ`: as GMR, but every move of the answer is an improvement of the one who makes it (Fraser & Hipel 1979);
 * * `SIM`: opponents that improve their lot from the same state at the same moment leave it no better off (Fraser & Hipel 1984).
 */
export type Notion = 'Nash' | 'GMR' | 'SMR' | 'SEQ' | 'SIM'

/** The notions, in the order in which they are told. */
export const notions: readonly Notion[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SIM']

/**
 * What opponents may do as an answer, a setting that every result carries:
 * * `textbook`: any legal sequence of their moves, in which nobody moves twice in succession (Fang, Hipel & Kilgour 1993);
 * * `once`: a sequence in which each of them moves at most once;
 * * `single`: one move of one of them.
 * With two deciders the three are the same.
 */
export type Meaning = 'textbook' | 'once' | 'single'

/** The meanings; the first is meant when none is named. */
export const meanings: readonly Meaning[] = ['textbook', 'once', 'single']
