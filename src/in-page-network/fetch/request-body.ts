import type { Clock } from '../clock/clock.ts'
import type { RandomStream } from '../random.ts'

export interface RequestBody {
  readonly octets: Uint8Array<ArrayBuffer>
  /** What the request says its type is. */
  readonly contentType: string | null
}

/** Whether a request may have a body. Where a browser has no `request.body`, any method but two. */
export function mayHaveBody(request: Request): boolean {
  return !['GET', 'HEAD'].includes(request.method) && request.body !== null
}

/** Reads the body of a request. The clock is stopped meanwhile. */
export async function readRequestBody(
  request: Request,
  clock: Clock,
  random: RandomStream,
): Promise<RequestBody> {
  const octets = new Uint8Array(await clock.hold(request.arrayBuffer()))
  const contentType = request.headers.get('content-type')
  const [, boundary] =
    /^multipart\/form-data; *boundary=([-\w]{16,})$/.exec(contentType ?? '') ?? []
  if (boundary === undefined || contentType === null) return { octets, contentType }
  // The browser draws the boundary of a form; a run draws everything from its seed.
  const drawn = drawBoundary(boundary.length, random)
  replaceAll(octets, boundary, drawn)
  return { octets, contentType: contentType.replace(boundary, drawn) }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function drawBoundary(length: number, random: RandomStream): string {
  const letters = Array.from({ length: length - 4 }, () =>
    alphabet.charAt(Math.floor(random.nextDouble() * alphabet.length)),
  )
  return `----${letters.join('')}`
}

/** Replaces text by another of the same length, in place. */
function replaceAll(octets: Uint8Array, from: string, to: string): void {
  const wanted = new TextEncoder().encode(from)
  const replacement = new TextEncoder().encode(to)
  for (let at = 0; at + wanted.length <= octets.length; at += 1) {
    if (octets[at] !== wanted[0]) continue
    if (wanted.every((octet, index) => octets[at + index] === octet)) octets.set(replacement, at)
  }
}
