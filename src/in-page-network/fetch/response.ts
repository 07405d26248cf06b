import { concatenate } from '../../core/protocol/octets.ts'
import type { Clock } from '../clock/clock.ts'
import { withoutFragment, type ClientResponse } from '../http/http-client.ts'

/** A response whose body is still arriving. */
export interface StreamedResponse {
  readonly response: Response
  push(data: Uint8Array): void
  end(): void
  fail(reason: unknown): void
}

/** Fetch §2.2.3: with these there is never a body. */
const nullBodyStatuses = [101, 204, 205, 304]

/**
 * Makes the `Response` of a head, to be filled as octets arrive.
 *
 * @param cancelled The program wants no more of the body.
 * @throws RangeError for a status that no response may have; TypeError for its fields.
 */
export function streamResponse(
  { head, url, redirected }: ClientResponse,
  clock: Clock,
  cancelled: () => void,
): StreamedResponse {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const hasBody = !nullBodyStatuses.includes(head.status)
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given
    },
    cancel() {
      controller = undefined
      cancelled()
    },
  })
  const native = new Response(hasBody ? body : null, {
    status: head.status,
    statusText: head.statusText,
    headers: head.headers.map(([name, value]): [string, string] => [name, value]),
  })
  const response = dress(native, { type: 'basic', url: withoutFragment(url), redirected }, clock)
  return {
    response,
    push: (data) => controller?.enqueue(data.slice()),
    end() {
      controller?.close()
      controller = undefined
    },
    fail(reason) {
      controller?.error(reason)
      controller = undefined
    },
  }
}

/** Fetch §2.2.6: what `redirect: 'manual'` shows of a redirect. */
export function opaqueRedirect({ url }: ClientResponse, clock: Clock): Response {
  const look = { type: 'opaqueredirect', url: withoutFragment(url), redirected: false } as const
  return dress(Response.error(), look, clock)
}

interface Look {
  readonly type: ResponseType
  readonly url: string
  readonly redirected: boolean
}

/**
 * Adds to a response what no constructor can. Its body is not read natively, because the clock
 * stops during native reads, and this body needs time to pass.
 */
function dress(response: Response, look: Look, clock: Clock): Response {
  const octets = (method: string) => readBody(response, method)
  const type = () => response.headers.get('content-type') ?? ''
  const own: Partial<Record<keyof Response, (...args: never[]) => unknown>> = {
    async arrayBuffer() {
      return (await octets('arrayBuffer')).buffer
    },
    bytes: () => octets('bytes'),
    async blob() {
      return new Blob([await octets('blob')], { type: type() })
    },
    async formData() {
      const whole = new Response(await octets('formData'), { headers: { 'Content-Type': type() } })
      return clock.hold(whole.formData())
    },
    async json() {
      return JSON.parse(new TextDecoder().decode(await octets('json'))) as unknown
    },
    async text() {
      return new TextDecoder().decode(await octets('text'))
    },
    clone: () => dress(Response.prototype.clone.call(response), look, clock),
  }
  for (const [name, value] of Object.entries({ ...look, ...own })) {
    Object.defineProperty(response, name, { value, configurable: true })
  }
  return response
}

async function readBody(response: Response, method: string): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = response
  if (response.bodyUsed || body?.locked === true) {
    const what = response.bodyUsed ? 'already read' : 'is locked'
    throw new TypeError(`Failed to execute '${method}' on 'Response': body stream ${what}`)
  }
  const chunks: Uint8Array[] = []
  const reader = body?.getReader()
  if (reader !== undefined) {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      chunks.push(read.value)
    }
  }
  return Uint8Array.from(concatenate(chunks))
}
