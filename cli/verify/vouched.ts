/** The last head on which every witness agreed, beside the log it is of. */
import { collateHead } from '#domain/record/collation.ts'
import type { Head } from '#domain/record/tree.ts'
import { type Account, report } from './account.ts'
import type { Onlooker } from './audit.ts'
import { shorter } from './report.ts'
import { type AtSize, rootsAt } from './roots.ts'

const place = 'vouched'

/** Compares the head an account holds as vouched for with the log when it passes that size. */
export const vouchedAt =
  (account: Account): AtSize =>
  (size, root) => {
    const { vouched } = account
    if (vouched?.size !== size) return
    const same = collateHead(vouched, { size, root: root() })
    if (!same.ok) report(account, place, same.refusal)
  }

/** Says so if more was vouched for than the log holds. */
export const endVouched = (account: Account, head: Head): void => {
  const { vouched } = account
  if (vouched && vouched.size > head.size) report(account, place, shorter(vouched.size, head.size))
}

/** Both, for a log at whose other sizes nobody looks; nobody where nothing else was vouched for. */
export const vouchedIn = (account: Account, head: Head): readonly Onlooker[] => {
  const last: Onlooker = { see: () => undefined, end: () => endVouched(account, head) }
  return account.vouched ? [rootsAt([vouchedAt(account)]), last] : []
}
