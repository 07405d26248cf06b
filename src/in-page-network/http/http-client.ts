import type { Header } from '../../core/trace/event.ts'
import type { ResponseHead } from '../../core/protocol/index.ts'
import { concatenate } from '../../core/protocol/octets.ts'
import type { ClientWorld } from '../client/client-world.ts'
import { connectionBaseOf } from '../recording/event-base.ts'
import { ConnectionPool } from './connection-pool.ts'
import { blockedLine, needsPreflight, unreadable } from './cross-origin.ts'
import type { ExchangeUser } from './http-connection.ts'
import { valueOf } from './response-parser.ts'

export interface ClientRequest {
  readonly method: string
  readonly url: URL
  /** What the program and the API say; the fields of the connection are added. */
  readonly headers: readonly Header[]
  readonly body: Uint8Array | undefined
  readonly redirect: RequestRedirect
  /** Whether cookies are sent and kept. */
  readonly credentials: RequestCredentials
  /** By which API, as the browser's console calls it. Default: `fetch`. */
  readonly api?: string
  /** The `seq` of the call that made it. */
  readonly cause: number | undefined
}

/** The head of a response, with its URL after redirects. */
export interface ClientResponse {
  readonly head: ResponseHead
  readonly url: URL
  readonly redirected: boolean
  readonly connectionId: string
}

/** Each call is a separate task of the network's clock, with the task's cause set. */
export interface ResponseUser {
  response(response: ClientResponse, cause: number | undefined): void
  data(data: Uint8Array, cause: number | undefined): void
  end(cause: number | undefined): void
  failed(reason: string, connectionId: string | undefined, cause: number | undefined): void
}

/** Fetch §4.4, "HTTP-redirect fetch". */
const MAX_REDIRECTS = 20
const redirectStatuses = [301, 302, 303, 307, 308]

/**
 * The HTTP client under `fetch` and `EventSource`. There is no cache. Every server is of the same
 * origin to it, cookies aside, unless the page was given an origin: then the CORS check decides what
 * may be read, and a request that needs a preflight counts as refused, since none is sent.
 */
export class HttpClient {
  readonly #world: ClientWorld
  readonly #pool: ConnectionPool

  constructor(world: ClientWorld) {
    this.#world = world
    this.#pool = new ConnectionPool(world)
  }

  /**
   * Sends a request and follows redirects. The function it returns aborts silently.
   *
   * @param redirects How many were followed already.
   */
  send(request: ClientRequest, user: ResponseUser, redirects = 0): () => void {
    let isOver = false
    let giveUp = () => {}
    /** Calls the user in a task, unless it has aborted by then. */
    const tell = (cause: number | undefined, run: () => void) => {
      this.#world.clock.queueTask(() => {
        this.#world.cause.current = cause
        if (!isOver) run()
      })
    }
    const fail = (reason: string, connectionId?: string, cause?: number) =>
      tell(cause, () => user.failed(reason, connectionId, cause))

    /** Why the page may not have the response is told in the console alone. */
    const block = (why: string, connectionId?: string, cause?: number) => {
      const { recorder, origin } = this.#world
      const text = blockedLine(request.url.href, origin(), why, request.api)
      const line = {
        type: 'logEntryAdded',
        entrySource: 'javascript',
        level: 'error',
        text,
      } as const
      if (connectionId !== undefined)
        recorder.record({ ...connectionBaseOf(connectionId, 'client', cause), ...line })
      fail(why, connectionId, cause)
    }
    const crosses = this.#isCrossOrigin(request)
    if (crosses && needsPreflight(request.method, request.headers)) {
      block('Preflights are not sent here.', undefined, request.cause)
      return () => {
        isOver = true
      }
    }

    /** The body of a redirect is discarded, and of a response that may not be read. */
    let isDiscarded = false
    const exchangeUser: ExchangeUser = {
      head: (head, connectionId, cause) => {
        if (this.#hasCredentials(request))
          this.#world.credentials.keepCookies(request.url, head, this.#world.origin())
        const why = crosses
          ? unreadable(head, request.credentials, this.#world.origin())
          : undefined
        if (why !== undefined) {
          isDiscarded = true
          block(why, connectionId, cause)
          return
        }
        const target = redirectTarget(head, request)
        if (target === undefined || request.redirect === 'manual') {
          const response = { head, url: request.url, redirected: redirects > 0, connectionId }
          tell(cause, () => user.response(response, cause))
          return
        }
        isDiscarded = true
        if (request.redirect === 'error') fail('A redirect is an error here', connectionId, cause)
        else if (redirects === MAX_REDIRECTS) fail('Too many redirects', connectionId, cause)
        else if (target === 'invalid') fail('The redirect leads nowhere', connectionId, cause)
        else {
          const next = redirected({ ...request, cause }, head.status, target)
          tell(cause, () => (giveUp = this.send(next, user, redirects + 1)))
        }
      },
      data: (data, cause) => {
        if (!isDiscarded) tell(cause, () => user.data(data, cause))
      },
      end: (cause) => {
        if (!isDiscarded) tell(cause, () => user.end(cause))
      },
      failed: (reason, connectionId, cause) => {
        if (!isDiscarded) fail(reason, connectionId, cause)
      },
    }
    const { address } = this.#world.route(request.url)
    giveUp = this.#pool.request(address, {
      request: this.#wireRequest(request),
      user: exchangeUser,
      cause: request.cause,
    })
    return () => {
      isOver = true
      giveUp()
    }
  }

  /** Whether another origin is asked, by a page that has one. */
  #isCrossOrigin({ url }: ClientRequest): boolean {
    return this.#world.hasOrigin && url.origin !== this.#world.origin()
  }

  /** Fetch §4.5, "HTTP-network-or-cache fetch": whether credentials are included. */
  #hasCredentials({ credentials, url }: ClientRequest): boolean {
    if (credentials === 'same-origin') return url.origin === this.#world.origin()
    return credentials === 'include'
  }

  #wireRequest(request: ClientRequest) {
    const { method, url, headers, body } = request
    const fields: Header[] = [
      ['Host', url.host],
      ['Connection', 'keep-alive'],
    ]
    // RFC 9110 §8.6: a method that defines a meaning for a body sends a length of 0 too.
    if (body !== undefined || ['POST', 'PUT', 'PATCH'].includes(method)) {
      fields.push(['Content-Length', String(body?.length ?? 0)])
    }
    fields.push(...headers, ...this.#world.headers)
    if (!['GET', 'HEAD'].includes(method) || this.#isCrossOrigin(request))
      fields.push(['Origin', this.#world.origin()])
    const cookie =
      this.#hasCredentials(request) && this.#world.credentials.cookieFor(url, this.#world.origin())
    if (typeof cookie === 'string') fields.push(['Cookie', cookie])
    const lines = [
      `${method} ${url.pathname}${url.search} HTTP/1.1`,
      ...fields.map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ]
    // `Headers` guarantees that each character of a value is one octet.
    const head = Uint8Array.from(lines.join('\r\n'), (character) => character.charCodeAt(0))
    const octets = body === undefined ? head : concatenate([head, body])
    return { method, url: withoutFragment(url), headers: fields, octets }
  }
}

/** A URL as a response and the trace show it. */
export function withoutFragment(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}

function redirectTarget(head: ResponseHead, { url }: ClientRequest): URL | 'invalid' | undefined {
  if (!redirectStatuses.includes(head.status)) return undefined
  const location = valueOf(head.headers, 'location')
  if (location === undefined) return undefined
  if (!URL.canParse(location, url)) return 'invalid'
  const target = new URL(location, url)
  if (!['http:', 'https:'].includes(target.protocol)) return 'invalid'
  if (target.hash === '') target.hash = url.hash
  return target
}

/** Fetch §4.4, step 12: these lose their body. */
function redirected(request: ClientRequest, status: number, url: URL): ClientRequest {
  const { method, headers } = request
  const becomesGet =
    ([301, 302].includes(status) && method === 'POST') ||
    (status === 303 && !['GET', 'HEAD'].includes(method))
  if (!becomesGet) return { ...request, url }
  const kept = headers.filter(([name]) => !/^content-/i.test(name))
  return { ...request, url, method: 'GET', body: undefined, headers: kept }
}
