import { MAX_REASON } from './close-payload.ts'
import { encodeUtf8 } from './utf8.ts'

/** Why `close()` throws, in Chromium's words. */
export interface CloseProblem {
  readonly name: 'InvalidAccessError' | 'SyntaxError'
  readonly message: string
}

/**
 * What a page's `close(code, reason)` throws, and nothing if it doesn't: a page may give 1000 and
 * 3000 to 4999, and 123 octets of reason (WHATWG WebSockets §3.1). A server may give more codes.
 */
export function problemOfClose(code: number | undefined, reason: string): CloseProblem | undefined {
  const context = "Failed to execute 'close' on 'WebSocket'"
  if (code !== undefined && code !== 1000 && (code < 3000 || code > 4999))
    return {
      name: 'InvalidAccessError',
      message: `${context}: The close code must be either 1000, or between 3000 and 4999. ${String(code)} is neither.`,
    }
  if (encodeUtf8(reason).length > MAX_REASON)
    return {
      name: 'SyntaxError',
      message: `${context}: The close reason must not be greater than ${String(MAX_REASON)} UTF-8 bytes.`,
    }
  return undefined
}
