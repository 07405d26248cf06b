/** Which hosts a program names as servers of its author, and which only as samples. */
import { isPage } from '../program/pasted-page.ts'
import type { Program } from '../program/program.ts'
import { socketUrls } from '../highlight/socket-urls.ts'
import { isLoopback } from './live-url.ts'

/** Names that nobody has, for use in documents (RFC 2606, RFC 6761). */
const RESERVED = /(?:^|\.)(?:example|invalid|test|example\.(?:com|net|org))$/u

/** Echo servers that tutorials name: some are gone, all send back what they get. */
const ECHO_SERVERS: ReadonlySet<string> = new Set([
  'demo.piesocket.com',
  'demos.kaazing.com',
  'echo.websocket.events',
  'echo.websocket.in',
  'echo.websocket.org',
  'javascript.info',
  'websocket-echo.com',
  'ws.ifelse.io',
  'ws.postman-echo.com',
  'www.host.com',
  'www.websocket.org',
])

/** A page is no program of which the strings could be told. */
const URL_IN_PAGE = /\bwss?:\/\/[^\s"'`<>\\]+/giu

/**
 * The hosts, with their ports, that `client.js` means to connect to: no samples, and with a
 * `server.js` of its own no address of this machine, for that is where the server listens.
 *
 * @param siteUrl the base of relative URLs; its own host is not foreign
 */
export function foreignHosts(program: Program, siteUrl: string): readonly string[] {
  const source = program['client.js']
  const texts = isPage(source)
    ? [...source.matchAll(URL_IN_PAGE)].map(([text]) => text)
    : socketUrls(source).map(({ text }) => text)
  const own = new URL(siteUrl).host
  const hosts = texts.flatMap((text) => {
    if (!URL.canParse(text, siteUrl)) return []
    const { host, hostname, protocol } = new URL(text, siteUrl)
    const isSample = host === own || RESERVED.test(hostname) || ECHO_SERVERS.has(hostname)
    const isServer = program['server.js'] !== undefined && isLoopback(hostname)
    return isSample || isServer || !/^(?:wss?|https?):$/u.test(protocol) ? [] : [host]
  })
  return [...new Set(hosts)]
}
