/** Whether the server answered the client's key (RFC 6455 §4.1, §4.2.2). */
import { acceptSteps, isKey, type AcceptSteps } from '../../core/protocol/index.ts'
import type {
  HandshakeResponseReceived,
  Header,
  WillSendHandshakeRequest,
} from '../../core/trace/event.ts'

export type AcceptView =
  /** The browser hides the key. */
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'steps'
      readonly steps: AcceptSteps
      /** The key is 16 octets in Base64. */
      readonly isKey: boolean
      readonly answer: AcceptAnswer
    }

export type AcceptAnswer =
  | { readonly kind: 'waiting' }
  /** A server that does not accept need not answer the key. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'match'; readonly said: string }
  | {
      readonly kind: 'mismatch'
      readonly said: string
      /** How many characters at the start are right. */
      readonly same: number
    }

/** @returns null if the request has no key. */
export function acceptView(
  request: WillSendHandshakeRequest,
  response: HandshakeResponseReceived | undefined,
): AcceptView | null {
  const key = valueOf(request.headers, 'sec-websocket-key')
  if (key === undefined) return null
  if (key === '' && request.provenance !== 'observed') return { kind: 'hidden' }
  const steps = acceptSteps(key)
  return { kind: 'steps', steps, isKey: isKey(key), answer: answerOf(steps.accept, response) }
}

function answerOf(accept: string, response: HandshakeResponseReceived | undefined): AcceptAnswer {
  if (response === undefined) return { kind: 'waiting' }
  const said = valueOf(response.headers, 'sec-websocket-accept')
  if (said === undefined) return { kind: response.status === 101 ? 'missing' : 'refused' }
  if (said === accept) return { kind: 'match', said }
  let same = 0
  while (same < said.length && said[same] === accept[same]) same += 1
  return { kind: 'mismatch', said, same }
}

/** @param name in lower case. */
function valueOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1]
}
