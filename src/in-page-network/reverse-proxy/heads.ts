/** The heads that a proxy writes: to the server in the client's name, and to the client. */
import type { HeaderField } from '../../core/protocol/index.ts'
import type { RequestHead } from '../server/http/request-parser.ts'
import { STATUS_CODES } from '../server/http/status-codes.ts'
import type { Location, Pass, ProxyConfig } from './proxy-config.ts'
import { fillIn, type ValueOf, type Variable } from './template.ts'

/** What is known of a request besides its head. */
export interface Circumstances {
  readonly config: ProxyConfig
  readonly clientAddress: string
  readonly clientPort: number
  readonly port: number
  readonly isSecure: boolean
}

export interface ForwardedRequest {
  readonly method: string
  readonly target: string
  readonly version: string
  readonly headers: readonly HeaderField[]
  /** It asks the server for the change of protocol that the client asked for. */
  readonly asksForUpgrade: boolean
}

/**
 * Fields of the client that go no further unless the configuration says so: hop-by-hop fields
 * (RFC 9110 §7.6.1), and those that nginx writes itself.
 */
const NOT_PASSED_ON = new Set([
  ...['host', 'connection', 'keep-alive', 'te', 'transfer-encoding', 'upgrade', 'expect'],
  'content-length',
])
/** Fields of the server that nginx doesn't pass on, or writes itself. */
const NOT_PASSED_BACK =
  /^(?:date|server|connection|keep-alive|transfer-encoding|x-pad|x-accel-.*|content-type|content-length)$/iu

function valueIn(headers: readonly HeaderField[], name: string): string {
  const values = headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value)
  return values.join(', ')
}

/** The value of `name=value`, as it was written. */
function pairIn(pairs: readonly string[], name: string): string {
  const found = pairs.find((pair) => pair.toLowerCase().startsWith(`${name.toLowerCase()}=`))
  return found?.slice(name.length + 1) ?? ''
}

const hasToken = (value: string, token: string): boolean =>
  value.split(',').some((one) => one.trim().toLowerCase() === token)

export function asksForWebSocket(headers: readonly HeaderField[]): boolean {
  return valueIn(headers, 'upgrade') !== '' && hasToken(valueIn(headers, 'connection'), 'upgrade')
}

/** The location whose path is the longest that the request's begins with. */
export function locationOf({ locations }: ProxyConfig, target: string): Location | undefined {
  const [path = ''] = target.split('?')
  const exact = locations.find((one) => one.isExact && one.path === path)
  if (exact !== undefined) return exact
  let longest: Location | undefined
  for (const location of locations)
    if (
      !location.isExact &&
      path.startsWith(location.path) &&
      location.path.length > (longest?.path.length ?? -1)
    )
      longest = location
  return longest
}

/** The request that the server gets. */
export function forwardedRequest(
  head: RequestHead,
  body: Uint8Array,
  location: Location,
  pass: Pass,
  valueOf: ValueOf,
): ForwardedRequest {
  const fields: (readonly [string, string])[] = location.headers.map(({ name, value }) => [
    name,
    fillIn(value, valueOf),
  ])
  const named = new Set(fields.map(([name]) => name.toLowerCase()))
  const add = (name: string, value: string) => {
    if (!named.has(name.toLowerCase())) fields.push([name, value])
  }
  add('Host', valueOf('proxy_host'))
  add('Connection', 'close')
  if (body.length > 0) fields.push(['Content-Length', String(body.length)])
  for (const [name, value] of head.headers)
    if (!NOT_PASSED_ON.has(name.toLowerCase())) add(name, value)
  // A field without a value is not sent.
  const headers = fields.filter(([, value]) => value !== '')
  return {
    method: head.method,
    target: targetOf(head.url, location, pass),
    version: location.version,
    headers,
    asksForUpgrade: asksForWebSocket(headers),
  }
}

function targetOf(target: string, location: Location, { path }: Pass): string {
  return path === null ? target : path + target.slice(location.path.length)
}

/** Values of variables, of which all are known to exist. */
export function variablesOf(head: RequestHead, pass: Pass, circumstances: Circumstances): ValueOf {
  const { config, clientAddress, clientPort, port, isSecure } = circumstances
  const [uri = '', args = ''] = head.url.split(/\?(.*)/su)
  const host = valueIn(head.headers, 'host')
  const forwarded = valueIn(head.headers, 'x-forwarded-for')
  const isUsual = pass.port === 80
  const values: Readonly<Record<Variable, string>> = {
    args,
    query_string: args,
    is_args: args === '' ? '' : '?',
    host: host.replace(/:\d+$/u, '').toLowerCase() || config.serverName,
    proxy_host: isUsual ? pass.host.replace(/:80$/u, '') : pass.host,
    proxy_port: String(pass.port),
    proxy_add_x_forwarded_for: forwarded === '' ? clientAddress : `${forwarded}, ${clientAddress}`,
    remote_addr: clientAddress,
    remote_port: String(clientPort),
    request_method: head.method,
    request_uri: head.url,
    scheme: isSecure ? 'https' : 'http',
    server_addr: '127.0.0.1',
    server_name: config.serverName,
    server_port: String(port),
    server_protocol: `HTTP/${head.httpVersion}`,
    uri,
  }
  const valueOf = (name: string): string => {
    const map = config.maps.get(name)
    if (map !== undefined) {
      const value = fillIn(map.source, valueOf)
      const entry = map.entries.find(({ matches }) => matches(value))
      return fillIn(entry?.value ?? map.otherwise, valueOf)
    }
    if (name.startsWith('http_'))
      return valueIn(head.headers, name.slice('http_'.length).replaceAll('_', '-'))
    if (name.startsWith('arg_')) return pairIn(args.split('&'), name.slice('arg_'.length))
    if (name.startsWith('cookie_'))
      return pairIn(valueIn(head.headers, 'cookie').split(/;\s*/u), name.slice('cookie_'.length))
    // Any other was refused when the configuration was read.
    return values[name as Variable]
  }
  return valueOf
}

const encoder = new TextEncoder()

export function octetsOfHead(first: string, headers: readonly HeaderField[]): Uint8Array {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`), '', '']
  return encoder.encode(lines.join('\r\n'))
}

export const octetsOfRequest = ({ method, target, version, headers }: ForwardedRequest) =>
  octetsOfHead(`${method} ${target} HTTP/${version}`, headers)

/** What goes back to the client of a server's head. */
export function passedBack(
  headers: readonly HeaderField[],
  connection: 'upgrade' | 'keep-alive',
  date: string,
): HeaderField[] {
  const type = valueIn(headers, 'content-type')
  const length = valueIn(headers, 'content-length')
  const isFramed = length !== '' || connection === 'upgrade'
  return [
    ['Server', 'nginx'],
    ['Date', date],
    ...(type === '' ? [] : [['Content-Type', type] as const]),
    ...(length === '' ? [] : [['Content-Length', length] as const]),
    ...(isFramed ? [] : [['Transfer-Encoding', 'chunked'] as const]),
    ['Connection', connection],
    ...headers.filter(([name]) => !NOT_PASSED_BACK.test(name)),
  ]
}

/** The answer that a proxy gives by itself. */
export function ownAnswer(status: number, date: string): Uint8Array {
  const words = `${String(status)} ${STATUS_CODES[status] ?? ''}`
  const page = `<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>\r\n`
  const head = octetsOfHead(`HTTP/1.1 ${words}`, [
    ['Server', 'nginx'],
    ['Date', date],
    ['Content-Type', 'text/html'],
    ['Content-Length', String(page.length)],
    ['Connection', 'keep-alive'],
  ])
  const answer = new Uint8Array(head.length + page.length)
  answer.set(head)
  answer.set(encoder.encode(page), head.length)
  return answer
}
