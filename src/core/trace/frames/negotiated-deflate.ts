/** Whether the frames of a connection may be compressed, and how (RFC 7692). */
import { parseExtensions } from '../../protocol/handshake/extension-list.ts'
import { readAccepted } from '../../protocol/handshake/permessage-deflate-negotiation.ts'
import type { PerMessageDeflate } from '../../protocol/permessage-deflate.ts'
import type { HandshakeResponseReceived } from '../event.ts'
import type { FrameLog } from './direction.ts'

/** What the response of the opening handshake agreed to; undefined where nobody saw it. */
export function negotiatedDeflate(
  log: FrameLog,
  connectionId: string,
): PerMessageDeflate | 'none' | undefined {
  const response = responseOf(log, connectionId)
  if (response === undefined || response.provenance === 'hidden') return undefined
  const parsed = parseExtensions(response.headers)
  return (parsed.ok ? readAccepted(parsed.extensions) : undefined) ?? 'none'
}

/**
 * The response that agrees: a request may have been refused before it. It may be recorded where it
 * arrives, when the server has sent frames behind it already.
 */
function responseOf(log: FrameLog, connectionId: string): HandshakeResponseReceived | undefined {
  const released = log.base.connections.findLast(({ id }) => id === connectionId)
  if (released?.handshakeResponse !== undefined) return released.handshakeResponse
  let response: HandshakeResponseReceived | undefined
  for (let seq = log.firstSeq; seq < log.nextSeq; seq += 1) {
    const event = log.get(seq)
    if (event?.type !== 'handshakeResponseReceived' || event.connectionId !== connectionId) continue
    if (event.status === 101) return event
    response ??= event
  }
  return response
}
