/** Why a backup cannot be made, read or restored. */

/** The message says in a sentence what a person must put right. */
export class BackupRefused extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the disk takes no file so large',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not a folder',
  EIO: 'the disk is failing',
}

/** A fault of the file system as one sentence that begins with what was wanted; anything else as it is. */
export const plainly = (error: unknown, what: string): Error => {
  const { code, syscall, path, message } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return error as Error
  const where = path === undefined ? '' : ` (${path})`
  return new BackupRefused(`${what}: ${reasons[code] ?? message}${where}`)
}
