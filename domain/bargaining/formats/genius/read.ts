/** A case out of the files of a GENIUS domain. */
import type { Outcome } from '#domain/outcome.ts'
import type { BargainingCase } from '../../case.ts'
import { Misread, reading, twice } from '../misread.ts'
import { inFileOrder, stemOf } from '../names.ts'
import { agendaOf, domainName, geniusIssues } from './agenda.ts'
import { type GeniusDocument, roleOf } from './document.ts'
import { profileWorth } from './profile.ts'

/**
 * One domain and its profiles, in any order; what is neither is passed over. Without a domain the issues are those of the
 * first profile. Parties come in the order of their files' names, `util2` before `util10`, and are called by them.
 */
export const readGenius = (documents: readonly GeniusDocument[]): Outcome<BargainingCase> =>
  reading(() => {
    const sorted = [...documents].sort((a, b) => inFileOrder(a.file, b.file))
    const profiles = sorted.filter((each) => roleOf(each) === 'profile')
    const [domain = profiles[0], other] = sorted.filter((each) => roleOf(each) === 'domain')
    if (!domain)
      throw new Misread('bargaining.file-kind', { file: sorted[0]?.file ?? '', line: 1, column: 1 })
    if (other) throw twice(other.at(other.root), `<${other.root.name}>`)
    const issues = geniusIssues(domain)
    return {
      name: domainName(domain) ?? stemOf(domain.file).replace(/[-_]domain$/i, ''),
      agenda: agendaOf(issues),
      worths: profiles.map((profile) => profileWorth(profile, issues)),
    }
  })
