/** The name of a log: the first line of its checkpoints, and the name of its key. */

/** The origin of the log with this id, a UUID: a room's own id, or that of the process's anchor log. */
export const originOf = (log: string): string => `parley/log/${log}`
