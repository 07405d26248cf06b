/** What an `nginx.conf` says, as far as it is simulated. Over 300 lines: one reader of one grammar. */
import { ConfigError, refusedAt } from './config-error.ts'
import { knowledgeOf, type Context } from './directives.ts'
import { readStatements, type Statement } from './statements.ts'
import { checkVariables, hasVariables, templateOf, type Template } from './template.ts'

export interface HeaderLine {
  readonly name: string
  readonly value: Template
  readonly line: number
}

/** Milliseconds, and the line that says so; nginx has defaults for all of them. */
export interface Timeout {
  readonly duration: number
  readonly line: number | null
}

export interface UpstreamServer {
  readonly host: string
  readonly port: number
  readonly weight: number
  /** Failures after which it is left out, as often within `failTimeout`; 0: never. */
  readonly maxFails: number
  /** Milliseconds. */
  readonly failTimeout: number
  /** It serves only while the others don't. */
  readonly isBackup: boolean
  readonly isDown: boolean
}

/** How the server of a request is chosen. */
export type Balancing =
  | { readonly kind: 'turn' }
  | { readonly kind: 'addressHash' }
  | { readonly kind: 'leastConnections' }
  | { readonly kind: 'hash'; readonly key: Template }

export interface Upstream {
  readonly name: string
  /** In the order of the file. */
  readonly servers: readonly UpstreamServer[]
  readonly method: Balancing
}

export interface Pass {
  readonly upstream: Upstream
  /** `$proxy_host`: as `proxy_pass` names it. */
  readonly host: string
  readonly port: number
  /** Takes the place of the location's path; null: the path stays as it is. */
  readonly path: string | null
  readonly line: number
}

export interface Location {
  readonly path: string
  readonly isExact: boolean
  /** Null: nginx would look for a file. */
  readonly pass: Pass | null
  readonly version: '1.0' | '1.1'
  readonly headers: readonly HeaderLine[]
  readonly read: Timeout
  readonly send: Timeout
  readonly connect: Timeout
}

export interface VariableMap {
  readonly source: Template
  readonly entries: readonly { readonly matches: (value: string) => boolean; value: Template }[]
  readonly otherwise: Template
}

export interface Listen {
  readonly port: number
  readonly isSecure: boolean
  readonly line: number
}

export interface ProxyConfig {
  readonly listens: readonly Listen[]
  readonly serverName: string
  readonly locations: readonly Location[]
  readonly maps: ReadonlyMap<string, VariableMap>
  /** What nginx would do and this proxy does not. */
  readonly notSimulated: readonly { readonly what: string; readonly line: number }[]
}

/** nginx's own default for all three. */
const DEFAULT_TIMEOUT = 60_000

/**
 * Reads a whole configuration, or the part of one that a file of `conf.d` has, or just a location.
 *
 * @param isKnown whether a name leads to a server: nginx asks once, when it starts.
 * @throws ConfigError where nginx would not start.
 */
export function readConfig(text: string, isKnown: (host: string) => boolean): ProxyConfig {
  return new ConfigReader(isKnown).read(readStatements(text))
}

/** What nginx does with a server of which nothing more is said. */
const ALONE = {
  ...{ weight: 1, maxFails: 1, failTimeout: 10_000 },
  ...{ isBackup: false, isDown: false },
}

/** Statements by their name, of one block and, where it has none of a name, of those around it. */
type Inherited = ReadonlyMap<string, readonly Statement[]>

class ConfigReader {
  readonly #isKnown: (host: string) => boolean
  readonly #notSimulated: { what: string; line: number }[] = []
  readonly #maps = new Map<string, VariableMap>()
  readonly #upstreams = new Map<string, Upstream>()
  readonly #locations: Location[] = []
  readonly #listens: Listen[] = []
  /** What upstreams hash: their variables may be those of a later `map`. */
  readonly #keys: { readonly key: Template; readonly line: number }[] = []
  #serverName = ''

  constructor(isKnown: (host: string) => boolean) {
    this.#isKnown = isKnown
  }

  read(statements: readonly Statement[]): ProxyConfig {
    const nothing: Inherited = new Map()
    if (statements.some(({ name }) => name === 'http')) {
      const main = this.#block(statements, 'main', nothing)
      for (const { block } of main.get('http') ?? []) this.#http(block ?? [], nothing)
    } else if (statements.some(({ name }) => name === 'server')) this.#http(statements, nothing)
    else {
      // A location alone, with what stands beside it in the block http.
      const isOfHttp = ({ name }: Statement) => name === 'map' || name === 'upstream'
      const http = this.#http(statements.filter(isOfHttp), nothing)
      this.#server(
        statements.filter((statement) => !isOfHttp(statement)),
        http,
      )
    }
    return {
      listens: this.#listens.length > 0 ? this.#listens : [{ port: 80, isSecure: false, line: 1 }],
      serverName: this.#serverName,
      locations: this.#locations,
      maps: this.#maps,
      notSimulated: this.#notSimulated,
    }
  }

  /** Checks the statements of a block, and gives them by name. */
  #block(statements: readonly Statement[], context: Context, around: Inherited): Inherited {
    const byName = new Map(around)
    const own = new Map<string, Statement[]>()
    for (const statement of statements) {
      const { name, parameters, endLine, block } = statement
      const known = knowledgeOf(name, context)
      if (known.kind === 'unknown') throw refusedAt(`unknown directive "${name}"`, endLine)
      if (known.kind === 'known') {
        this.#notSimulated.push({ what: name, line: statement.line })
        continue
      }
      const { contexts, fewest, most, opens, isRepeatable } = known.directive
      if (!contexts.includes(context))
        throw refusedAt(`"${name}" directive is not allowed here`, endLine)
      if (opens === undefined && block !== null)
        throw refusedAt(`directive "${name}" is not terminated by ";"`, endLine)
      if (opens !== undefined && block === null)
        throw refusedAt(`directive "${name}" has no opening "{"`, endLine)
      if (parameters.length < fewest || parameters.length > most)
        throw refusedAt(`invalid number of arguments in "${name}" directive`, endLine)
      const before = own.get(name)
      if (before === undefined) own.set(name, [statement])
      else if (isRepeatable === true) before.push(statement)
      else if (name === 'server')
        this.#notSimulated.push({ what: 'a second server', line: statement.line })
      else throw refusedAt(`"${name}" directive is duplicate`, endLine)
    }
    for (const [name, its] of own) byName.set(name, its)
    return byName
  }

  #http(statements: readonly Statement[], around: Inherited): Inherited {
    const http = this.#block(statements, 'http', around)
    for (const statement of http.get('map') ?? []) this.#map(statement)
    for (const statement of http.get('upstream') ?? []) this.#upstream(statement)
    for (const { key, line } of this.#keys) checkVariables(key, line, this.#maps)
    for (const { source } of this.#maps.values()) checkVariables(source, 1, this.#maps)
    for (const { block } of http.get('server') ?? []) this.#server(block ?? [], http)
    return http
  }

  #map({ parameters: [source = '', target = ''], block, endLine }: Statement): void {
    if (!target.startsWith('$')) throw refusedAt(`invalid variable name "${target}"`, endLine)
    const entries: VariableMap['entries'][number][] = []
    let otherwise: Template = []
    for (const { name, parameters, endLine: line } of block ?? []) {
      const [value] = parameters
      if (value === undefined || parameters.length > 1)
        throw refusedAt('invalid number of the map parameters', line)
      if (name === 'default') otherwise = templateOf(value)
      else entries.push({ matches: matcherOf(name, line), value: templateOf(value) })
    }
    this.#maps.set(target.slice(1), { source: templateOf(source), entries, otherwise })
  }

  #upstream({ parameters: [name = ''], block, endLine }: Statement): void {
    const own = this.#block(block ?? [], 'upstream', new Map())
    const servers = (own.get('server') ?? []).map(({ parameters, line, endLine: end }) => {
      const [address = '', ...more] = parameters
      return this.#upstreamServer(address, more, line, end)
    })
    if (servers.length === 0) throw refusedAt('no servers are inside upstream', endLine)
    this.#upstreams.set(name, { name, servers, method: this.#balancing(own) })
  }

  #balancing(own: Inherited): Balancing {
    const [hash] = own.get('hash') ?? []
    if (hash !== undefined) {
      const { parameters, line } = hash
      const [key = '', how] = parameters
      if (how !== undefined) this.#notSimulated.push({ what: how, line })
      this.#keys.push({ key: templateOf(key), line })
      return { kind: 'hash', key: templateOf(key) }
    }
    if (own.has('ip_hash')) return { kind: 'addressHash' }
    return own.has('least_conn') ? { kind: 'leastConnections' } : { kind: 'turn' }
  }

  #upstreamServer(
    address: string,
    parameters: readonly string[],
    line: number,
    end: number,
  ): UpstreamServer {
    const numbers = new Map<string, string>()
    for (const parameter of parameters) {
      const [, name, value] = /^(weight|max_fails|fail_timeout)=(\d+\w*)$/u.exec(parameter) ?? []
      if (name !== undefined && value !== undefined) numbers.set(name, value)
      else if (/^(?:max_conns|resolve|route|service|slow_start|drain)\b/u.test(parameter))
        this.#notSimulated.push({ what: parameter, line })
      else if (parameter !== 'backup' && parameter !== 'down')
        throw refusedAt(`invalid parameter "${parameter}"`, end)
    }
    const failTimeout = durationOf(numbers.get('fail_timeout') ?? '10s')
    if (failTimeout === undefined)
      throw refusedAt(
        `invalid parameter "fail_timeout=${String(numbers.get('fail_timeout'))}"`,
        end,
      )
    return {
      ...this.#serverAt(address, 80, end),
      weight: Number(numbers.get('weight') ?? 1),
      maxFails: Number(numbers.get('max_fails') ?? 1),
      failTimeout,
      isBackup: parameters.includes('backup'),
      isDown: parameters.includes('down'),
    }
  }

  #server(statements: readonly Statement[], around: Inherited): void {
    const server = this.#block(statements, 'server', around)
    for (const { parameters, line, endLine } of server.get('listen') ?? []) {
      const [address = '', ...more] = parameters
      const port = /^(?:(?:\S+):)?(\d+)$/u.exec(address)?.[1]
      if (port === undefined)
        throw refusedAt(`invalid port in "${address}" of the "listen" directive`, endLine)
      this.#listens.push({ port: Number(port), isSecure: more.includes('ssl'), line })
    }
    this.#serverName = server.get('server_name')?.[0]?.parameters[0] ?? ''
    for (const location of server.get('location') ?? []) this.#location(location, server)
  }

  #location({ parameters, block, line, endLine }: Statement, around: Inherited): void {
    const [modifier, path] = parameters.length === 2 ? parameters : ['', parameters[0]]
    if (modifier?.startsWith('~') === true || path?.startsWith('~') === true) {
      this.#notSimulated.push({ what: `location ${parameters.join(' ')}`, line })
      return
    }
    if (!['', '=', '^~'].includes(modifier ?? ''))
      throw refusedAt(`invalid location modifier "${String(modifier)}"`, endLine)
    const own = this.#block(block ?? [], 'location', withoutBlocks(around))
    const isExact = modifier === '='
    if (this.#locations.some((one) => one.path === path && one.isExact === isExact))
      throw refusedAt(`duplicate location "${String(path)}"`, endLine)
    const pass = own.get('proxy_pass')?.[0]
    this.#locations.push({
      path: path ?? '/',
      isExact,
      pass: pass === undefined ? null : this.#pass(pass),
      version: this.#version(own),
      headers: this.#headers(own),
      read: this.#timeout(own, 'proxy_read_timeout'),
      send: this.#timeout(own, 'proxy_send_timeout'),
      connect: this.#timeout(own, 'proxy_connect_timeout'),
    })
  }

  #pass({ parameters: [url = ''], line, endLine }: Statement): Pass {
    if (hasVariables(url))
      throw refusedAt('a variable in proxy_pass is not simulated here', endLine)
    const [, scheme, authority, path] = /^(https?):\/\/([^/]+)(\/.*)?$/u.exec(url) ?? []
    if (authority === undefined) throw refusedAt('invalid URL prefix', endLine)
    const isSecure = scheme === 'https'
    if (isSecure) this.#notSimulated.push({ what: 'TLS to the server (https)', line })
    const named = this.#upstreams.get(authority)
    const usual = isSecure ? 443 : 80
    const server = named?.servers[0] ?? {
      ...this.#serverAt(authority, usual, endLine),
      ...ALONE,
    }
    return {
      upstream: named ?? { name: authority, servers: [server], method: { kind: 'turn' } },
      host: authority,
      port: server.port,
      path: path ?? null,
      line,
    }
  }

  #serverAt(address: string, usual: number, line: number) {
    const [, host = address, digits] = /^(.+?)(?::(\d+))?$/u.exec(address) ?? []
    const port = digits === undefined ? usual : Number(digits)
    if (port < 1 || port > 65_535) throw refusedAt(`invalid port in upstream "${address}"`, line)
    if (!this.#isKnown(host)) throw refusedAt(`host not found in upstream "${host}"`, line)
    return { host, port }
  }

  #version(own: Inherited): Location['version'] {
    const statement = own.get('proxy_http_version')?.[0]
    const version = statement?.parameters[0] ?? '1.0'
    if (version === '1.0' || version === '1.1') return version
    throw refusedAt(`invalid value "${version}"`, statement?.endLine ?? 1)
  }

  #headers(own: Inherited): readonly HeaderLine[] {
    return (own.get('proxy_set_header') ?? []).map(
      ({ parameters: [name = '', text = ''], line }) => {
        const value = templateOf(text)
        checkVariables(value, line, this.#maps)
        return { name, value, line }
      },
    )
  }

  #timeout(own: Inherited, name: string): Timeout {
    const statement = own.get(name)?.[0]
    if (statement === undefined) return { duration: DEFAULT_TIMEOUT, line: null }
    const duration = durationOf(statement.parameters[0] ?? '')
    if (duration === undefined)
      throw refusedAt(`"${name}" directive invalid value`, statement.endLine)
    return { duration, line: statement.line }
  }
}

/** What a location has of the block around it: directives of proxying, and no other locations. */
const withoutBlocks = (around: Inherited): Inherited =>
  new Map([...around].filter(([name]) => name.startsWith('proxy_')))

function matcherOf(pattern: string, line: number): (value: string) => boolean {
  const [, mark, source] = /^(~\*?)(.*)$/su.exec(pattern) ?? []
  if (mark === undefined || source === undefined) {
    const text = pattern.toLowerCase()
    return (value) => value.toLowerCase() === text
  }
  try {
    const expression = new RegExp(source, mark === '~*' ? 'iu' : 'u')
    return (value) => expression.test(value)
  } catch {
    throw new ConfigError(`pcre2_compile() failed in "${source}"`, line)
  }
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** `60`, `60s`, `1h30m`, `1h 30m`: milliseconds; undefined for what is no time. */
export function durationOf(text: string): number | undefined {
  if (!/^(?:\d+(?:ms|[smhdw])?\s*)+$/u.test(text)) return undefined
  let sum = 0
  for (const [, digits, unit = 's'] of text.matchAll(/(\d+)(ms|[smhdw])?/gu))
    sum += Number(digits) * (UNITS[unit] ?? 0)
  return sum
}
