import type { Header } from '../../core/trace/event.ts'
import { brandOf } from '../../core/trace/brand.ts'
import type { ClientWorld } from '../client/client-world.ts'
import { includesCredentials } from '../http/includes-credentials.ts'
import type { HttpClient } from '../http/http-client.ts'
import { CallRecorder } from '../web-api/call-recorder.ts'
import { requireArgument } from '../web-api/web-idl.ts'
import { mayHaveBody, readRequestBody } from './request-body.ts'
import { opaqueRedirect, streamResponse, type StreamedResponse } from './response.ts'

/**
 * Makes the `fetch` of one network (fetch.spec.whatwg.org) over the in-page link. `Request`,
 * `Response`, `Headers` and streams are the browser's own.
 */
export function createFetch(world: ClientWorld, client: HttpClient): typeof globalThis.fetch {
  const calls = new CallRecorder(world, 'fetch')
  // Taken now: a program may find ours in its place.
  const hasRequestBrand = brandOf(Request.prototype, 'url')
  const isRequest = (value: unknown): value is Request => hasRequestBrand(value)
  const nativeFetch = globalThis.fetch

  const toRequest = (args: readonly unknown[]): Request => {
    const context = "Failed to execute 'fetch' on 'Window'"
    requireArgument(context, args)
    // Web IDL's dictionary: what `Request` cannot read, it refuses.
    const init = args[1] as RequestInit | undefined
    if (isRequest(args[0])) return new Request(args[0], init)
    const text = `${args[0] as string}`
    if (!URL.canParse(text, world.baseUrl())) {
      throw new TypeError(`${context}: Failed to parse URL from ${text}`)
    }
    const url = new URL(text, world.baseUrl())
    if (includesCredentials(url)) {
      throw new TypeError(
        `${context}: Request cannot be constructed from a URL that includes credentials: ${text}`,
      )
    }
    return new Request(url, init)
  }

  const start = (
    request: Request,
    call: number,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ): void => {
    const { signal } = request
    let streamed: StreamedResponse | undefined
    let giveUp: () => void = () => undefined
    const abort = () => {
      giveUp()
      const reason: unknown = signal.reason
      reject(reason)
      streamed?.fail(reason)
    }
    const ended = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort)

    const send = (body: Uint8Array | undefined, contentType: string | null) => {
      giveUp = client.send(
        {
          method: request.method,
          url: new URL(request.url),
          headers: headersOf(request, contentType),
          body,
          redirect: request.redirect,
          credentials: request.credentials,
          cause: call,
        },
        {
          response(response) {
            const isRedirect = response.head.status >= 300 && response.head.status < 400
            try {
              if (isRedirect && request.redirect === 'manual' && response.head.status !== 304) {
                giveUp()
                resolve(opaqueRedirect(response, world.clock))
                return
              }
              streamed = streamResponse(response, world.clock, () => {
                ended()
                giveUp()
              })
              resolve(streamed.response)
            } catch {
              giveUp()
              reject(new TypeError('Failed to fetch'))
            }
          },
          data: (data) => streamed?.push(data),
          end() {
            ended()
            streamed?.end()
          },
          failed() {
            ended()
            reject(new TypeError('Failed to fetch'))
            streamed?.fail(new TypeError('network error'))
          },
        },
      )
    }
    if (!mayHaveBody(request)) {
      send(undefined, null)
      return
    }
    readRequestBody(request, world.clock, world.formBoundaries).then(
      ({ octets, contentType }) => {
        if (!signal.aborted) send(octets, contentType)
      },
      (error: unknown) => {
        ended()
        reject(error)
      },
    )
  }

  const fetch = (...args: unknown[]): Promise<Response> => {
    let request: Request
    try {
      request = calls.check('fetch', args, {}, () => toRequest(args))
    } catch (error) {
      // An operation that returns a promise rejects instead of throwing (Web IDL §3.7.7).
      return Promise.reject(error as Error)
    }
    const call = calls.call('fetch', args, {})
    const { signal, url } = request
    if (signal.aborted) return Promise.reject(signal.reason as Error)
    if (/^(data|blob):/.test(url)) return world.clock.hold(nativeFetch.call(globalThis, request))
    if (!/^https?:/.test(url) || world.isMixedContent(new URL(url))) {
      return Promise.reject(new TypeError('Failed to fetch'))
    }
    return new Promise((resolve, reject) => start(request, call, resolve, reject))
  }
  Object.defineProperty(fetch, 'length', { value: 1, configurable: true })
  // The conversions of its arguments are made above.
  return fetch as typeof globalThis.fetch
}

function headersOf(request: Request, contentType: string | null): Header[] {
  const headers: Header[] = []
  request.headers.forEach((value, name) => {
    headers.push([name, name === 'content-type' ? (contentType ?? value) : value])
  })
  if (!request.headers.has('accept')) headers.push(['accept', '*/*'])
  return headers
}
