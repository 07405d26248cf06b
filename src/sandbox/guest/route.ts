/** Where the sockets of a program go that talks to a server outside of the page. */
import { markedUrl } from '../../core/trace/wiretap/address.ts'
import type { SandboxEndpoint } from '../messages.ts'

export type OutsideEndpoint = Exclude<SandboxEndpoint, { kind: 'built-in' }>

/** Where a socket goes; on a lab server, marked so that it is recorded. */
export function routeTo({
  url,
  wiretap: token,
}: OutsideEndpoint): (connectionId: string) => string {
  return (connectionId) =>
    (token === undefined ? null : markedUrl(url, { token, connectionId })) ?? url
}
