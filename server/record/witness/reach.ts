/** Where a log may go to ask a witness, so that an address somebody entered never leads into somebody's own network. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { isLoopback, isPublic } from './address.ts'

/** Where a log may go. Without any of these: over https, to addresses that everybody can reach. */
export interface ReachOptions {
  /** Hosts, each as `host` or `host:port`, that may be asked over plain http too, and at addresses inside a network. */
  readonly allowedHosts?: readonly string[]
  /** Whether a witness on this machine may be asked, over plain http too. */
  readonly allowLoopback?: boolean
  /** Finds the addresses of a host; the system's own way when nothing is said. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>
}

/**
 * Why a witness said nothing that counts: its address may not be asked, its name leads nowhere, nobody answers there,
 * not in time, or what came is no answer of a witness.
 */
export type Why = 'forbidden' | 'unresolved' | 'unreachable' | 'late' | 'malformed'

/** No answer, and why. */
export class Silence extends Error {
  readonly why: Why

  constructor(why: Why) {
    super(why)
    this.why = why
  }
}

/** Where to post, below a submission prefix. Throws a `Silence` for what is no plain web address. */
export const targetOf = (prefix: string): URL => {
  const target = URL.canParse(prefix) ? new URL(prefix) : undefined
  const isWeb = target?.protocol === 'http:' || target?.protocol === 'https:'
  if (!target || !isWeb || target.username !== '' || target.password !== '') throw new Silence('forbidden')
  target.search = ''
  target.hash = ''
  target.pathname = `${target.pathname.replace(/\/+$/, '')}/add-checkpoint`
  return target
}

const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const systemLookup = (host: string): Promise<readonly LookupAddress[]> => lookup(host, { all: true })

/** The addresses of the target. Throws a `Silence` when there are none, or when one of them may not be asked. */
export const addressesOf = async (target: URL, options: ReachOptions): Promise<readonly LookupAddress[]> => {
  const isNamed = [target.hostname, target.host].some((host) => options.allowedHosts?.includes(host))
  const found = await (options.resolve ?? systemLookup)(bareHost(target)).catch(() => [])
  if (found.length === 0) throw new Silence('unresolved')
  const isHere = options.allowLoopback === true && found.every(({ address }) => isLoopback(address))
  const isOpen = target.protocol === 'https:' && found.every(({ address }) => isPublic(address))
  if (!isNamed && !isHere && !isOpen) throw new Silence('forbidden')
  return found
}

/** A look-up that gives the addresses found before, so that a name cannot lead elsewhere in between. */
export const only =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_, { all }, found) => {
    const [first] = addresses
    if (all) found(null, [...addresses])
    else found(null, first?.address ?? '', first?.family ?? 0)
  }
