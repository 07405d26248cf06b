/** The data of a message, whose bytes may become known only later. */
import type { MessageData, TraceEvent } from '../../core/trace/event.ts'
import { passOver } from '../../core/trace/pass-over.ts'
import type { Browser } from './browser.ts'
import { octetsOf } from './reconstruction.ts'

/** A message at the time of the call; the bytes of a Blob are not known yet. */
export interface CarriedMessage {
  readonly data: MessageData
  /** Octets. */
  readonly byteLength: number
  readonly blob?: Blob
}

export function carriedBy(value: unknown, browser: Browser): CarriedMessage {
  if (browser.isBlob(value)) {
    return {
      data: { kind: 'binary', bytes: new Uint8Array() },
      byteLength: browser.blobSize(value),
      blob: value,
    }
  }
  if (typeof value === 'string') {
    const data: MessageData = { kind: 'text', text: value }
    return { data, byteLength: octetsOf(data).length }
  }
  const bytes = copyOfBytes(value)
  return { data: { kind: 'binary', bytes }, byteLength: bytes.length }
}

function copyOfBytes(value: unknown): Uint8Array {
  // A transferred buffer too, which can have no view.
  if ((value as ArrayBufferView | ArrayBufferLike).byteLength === 0) return new Uint8Array()
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
  }
  // `send` accepts only the types above and shared memory.
  return new Uint8Array(value as ArrayBufferLike).slice()
}

/** The event with the message's bytes, once they are known. */
export function carrying(event: TraceEvent, data: MessageData): TraceEvent {
  switch (event.type) {
    case 'messageSent':
    case 'messageReceived':
    case 'eventFired':
      return { ...event, data }
    case 'frameSent':
    case 'frameReceived':
      return { ...event, frame: { ...event.frame, payload: octetsOf(data) } }
    default:
      passOver('carrier', event)
      return event
  }
}
