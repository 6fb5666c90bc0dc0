/** Which addresses of the network are open to everybody, and which lead into somebody's own. */
import { BlockList, isIP } from 'node:net'

const listOf = (type: 'ipv4' | 'ipv6', blocks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const block of blocks) {
    const [network = '', bits] = block.split('/')
    list.addSubnet(network, Number(bits), type)
  }
  return list
}

/** Everything that the IANA registry of special IPv4 addresses does not hold to be reachable from everywhere, and multicast. */
const inner4 = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
])

/** The only IPv6 addresses that are given out to the public (RFC 4291, 2.4). */
const global6 = listOf('ipv6', ['2000::/3'])

/** Among them: what stands for an IPv4 address (Teredo, 6to4), what is for tests, and what is for examples. */
const inner6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])

const loopback = listOf('ipv4', ['127.0.0.0/8'])
loopback.addAddress('::1', 'ipv6')

/** Whether an address can be reached from everywhere; whatever is in doubt is not. */
export const isPublic = (address: string): boolean => {
  const kind = isIP(address)
  if (kind === 4) return !inner4.check(address, 'ipv4')
  return kind === 6 && global6.check(address, 'ipv6') && !inner6.check(address, 'ipv6')
}

/** Whether an address is this very machine. */
export const isLoopback = (address: string): boolean => {
  const kind = isIP(address)
  return kind !== 0 && loopback.check(address, kind === 4 ? 'ipv4' : 'ipv6')
}
