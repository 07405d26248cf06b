/** What a program gives to the `send()` of an XMLHttpRequest (XHR §3.5.6, "extract"). */
import { toUsvString } from '../web-api/web-idl.ts'

export interface GivenBody {
  /** A request that reads it. */
  readonly request: Request
  /** Octets, where they are known without reading it. */
  readonly length: number
  /** The type that the program says, with the encoding that is used. */
  readonly type: string | null
}

/** @throws TypeError for what cannot be sent, such as a symbol. */
export function bodyOf(given: unknown, type: string | undefined): GivenBody {
  const isDocument = typeof Document !== 'undefined' && given instanceof Document
  const isText = isDocument || typeof given !== 'object' || !isBodyInit(given)
  const text = isDocument ? new XMLSerializer().serializeToString(given) : given
  const body = isText ? toUsvString(text) : (given as BodyInit)
  const htmlType = isDocument ? 'text/html;charset=UTF-8' : null
  const headers: [string, string][] = type === undefined ? [] : [['Content-Type', type]]
  const request = new Request('http://body.invalid/', { method: 'POST', body, headers })
  // What is text is sent in UTF-8, whatever the program said.
  const said = isText ? type?.replace(/(;\s*charset=)(?!"?utf-8\b)"?[^;"]*"?/iu, '$1UTF-8') : type
  return { request, length: lengthOf(body), type: said ?? htmlType }
}

const isBodyInit = (value: object | null) =>
  value instanceof Blob ||
  value instanceof FormData ||
  value instanceof URLSearchParams ||
  value instanceof ArrayBuffer ||
  ArrayBuffer.isView(value)

function lengthOf(body: BodyInit): number {
  if (typeof body === 'string' || body instanceof URLSearchParams)
    return new TextEncoder().encode(String(body)).length
  if (body instanceof Blob) return body.size
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : 0
}
