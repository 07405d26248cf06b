/** The URL that a routed socket connects to on a real network. */
import { markedUrl } from '../../core/trace/wiretap/address.ts'
import type { SandboxEndpoint } from '../messages.ts'

type OutsideEndpoint = Exclude<SandboxEndpoint, { kind: 'built-in' }>

/** The parts used of the URL that the program names. */
type NamedUrl = Pick<URL, 'pathname' | 'search'>

/** A scenario of a lab server, without a path below it. */
const SCENARIO_ALONE = /\/lab\/[^/?]+$/

/**
 * A live endpoint's own URL is used whole. A scenario of a lab server sees the path and query that
 * the program names, as on the built-in endpoint; the wiretap's token is added if there is one.
 */
export function routeTo({
  kind,
  url,
  wiretap: token,
}: OutsideEndpoint): (connectionId: string, named: NamedUrl) => string {
  return (connectionId, { pathname, search }) => {
    const below = (pathname === '/' ? '' : pathname) + search
    const target = kind === 'lab' && SCENARIO_ALONE.test(url) ? url + below : url
    return marked(target, token, connectionId)
  }
}

function marked(url: string, token: string | undefined, connectionId: string): string {
  return (token === undefined ? null : markedUrl(url, { token, connectionId })) ?? url
}
