/** The data of a message, of which the bytes may only be known later. */
import type { MessageData, TraceEvent } from '../../core/trace/event.ts'
import type { Browser } from './browser.ts'
import { octetsOf } from './reconstruction.ts'

/** A message as it was handed over; the bytes of a Blob are not known at once. */
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
  // Also of a buffer that was transferred, of which there can be no view.
  if ((value as ArrayBufferView | ArrayBufferLike).byteLength === 0) return new Uint8Array()
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
  }
  // `send` takes nothing else than what was named before, and shared memory.
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
      return event
  }
}
