import type { Socket } from 'node:net'

/** The client's address and port, as a log line names them. */
export function addressOf(socket: Socket): string {
  const { remoteAddress, remotePort } = socket
  if (remoteAddress === undefined) return 'a client that has gone'
  const address = remoteAddress.replace(/^::ffff:/, '')
  return `${address.includes(':') ? `[${address}]` : address}:${remotePort ?? ''}`
}
