import type { Route } from './client-world.ts'
import type { Hosts } from '../link/hosts.ts'
import type { Address } from '../link/transport.ts'

/** Routing: a name that already leads to an in-page server is not replaced. */
export function routeTo(url: URL, hosts: Hosts): Route {
  const isSecure = url.protocol === 'wss:' || url.protocol === 'https:'
  const address = { host: url.hostname, port: portOf(url, isSecure ? 443 : 80) }
  const listener = hosts.find(address)
  const endpoint = hosts.endpointOf(address)
  if (listener === undefined || listener.port === address.port) return { address, endpoint }
  if (listener.names.some(({ host, port }) => host === address.host && port === address.port)) {
    return { address, endpoint }
  }
  const routed = { host: 'localhost', port: listener.port }
  const scheme = url.protocol.startsWith('ws') ? 'ws' : 'http'
  return {
    address: routed,
    endpoint,
    routedTo: `${scheme}://${routed.host}:${String(routed.port)}${url.pathname}${url.search}`,
  }
}

/**
 * Reads the name of a server.
 *
 * @throws TypeError for what is not `host:port`. Without a port, it is 80.
 */
export function addressOf(name: string): Address {
  const url = URL.canParse(`ws://${name}`) ? new URL(`ws://${name}`) : undefined
  if (url === undefined || `${url.pathname}${url.search}${url.hash}${url.username}` !== '/') {
    throw new TypeError(`A server's name is host:port, not ${name}`)
  }
  return { host: url.hostname, port: portOf(url, 80) }
}

const portOf = (url: URL, normal: number) => (url.port === '' ? normal : Number(url.port))
