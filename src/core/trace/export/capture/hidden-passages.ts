/** The passages of a connection whose octets were not observed, reconstructed from its events. */
import type { Side } from '../../event.ts'
import type { ConnectionEvent } from '../connection-events.ts'
import { HANDSHAKE_NOTE, type Passage } from './passage.ts'
import {
  frameOctets,
  messageOctets,
  requestOctets,
  responseOctets,
} from './reconstructed-octets.ts'
import { passOver } from '../../pass-over.ts'

const HIDDEN_NOTE = 'Reconstructed: the browser keeps these octets from scripts.'
const HEAD_NOTE = `${HIDDEN_NOTE} Fields may be missing; a key that nobody saw is made of zeros.`
const FRAME_NOTE = `${HIDDEN_NOTE} A masking key that nobody saw is four zeros.`
const MESSAGE_NOTE = `${HIDDEN_NOTE} How the message was framed and compressed is not known: here it is one frame, not compressed.`

/** @param closeCalls The `seq` of each call of `close`. */
export function hiddenPassages(
  events: readonly ConnectionEvent[],
  closeCalls: ReadonlySet<number>,
): readonly Passage[] {
  const [first] = events
  if (first === undefined) return []
  const connect: Passage = { kind: 'connect', time: first.time, note: HANDSHAKE_NOTE }
  if (!events.some(({ type }) => type === 'willSendHandshakeRequest'))
    return [connect, ...refusal(events, closeCalls)]

  const passages: Passage[] = [connect, { kind: 'accept', time: first.time }]
  const frames = events.filter(({ type }) => type === 'frameSent' || type === 'frameReceived')
  const framed = new Set(frames.flatMap(({ cause }) => cause ?? []))
  const frameSeqs = new Set(frames.map(({ seq }) => seq))
  const pass = (from: Side, time: number, data: Uint8Array, note: string) => {
    passages.push({ kind: 'data', from, time, data, note })
    passages.push({ kind: 'acknowledge', from: from === 'client' ? 'server' : 'client', time })
  }
  for (const event of events) {
    const { side, time, seq, cause } = event
    if (side !== 'client') continue
    switch (event.type) {
      case 'willSendHandshakeRequest':
        pass('client', time, requestOctets(event), HEAD_NOTE)
        break
      case 'handshakeResponseReceived':
        pass('server', time, responseOctets(event), HEAD_NOTE)
        break
      case 'frameSent':
        pass('client', time, frameOctets(event.frame), FRAME_NOTE)
        break
      case 'frameReceived':
        pass('server', time, frameOctets(event.frame), HIDDEN_NOTE)
        break
      case 'messageSent':
        if (!framed.has(seq)) pass('client', time, messageOctets(event.data, true), MESSAGE_NOTE)
        break
      case 'messageReceived':
        if (cause === undefined || !frameSeqs.has(cause))
          pass('server', time, messageOctets(event.data, false), MESSAGE_NOTE)
        break
      case 'transportClosed':
        if (event.how !== 'silence')
          passages.push({
            kind: event.how,
            from: event.by === 'client' ? 'client' : 'server',
            time,
            note: HIDDEN_NOTE,
          })
        break
      default:
        passOver('hiddenCapture', event)
    }
  }
  return passages
}

/** Nobody listened, unless the program gave up by itself. */
function refusal(
  events: readonly ConnectionEvent[],
  closeCalls: ReadonlySet<number>,
): readonly Passage[] {
  const failure = events.find((event) => event.type === 'frameError')
  if (failure === undefined || (failure.cause !== undefined && closeCalls.has(failure.cause)))
    return []
  return [{ kind: 'refuse', time: failure.time, note: `Reconstructed: ${failure.message}.` }]
}
