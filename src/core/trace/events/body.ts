/**
 * The body of an event: its payload, its octets, the text that was printed. A log that grows too
 * large lets the bodies of old events go; what happened, when, why and how large it was remains.
 */
import type { RemoteValue } from '../remote-value.ts'
import type { TraceFrame } from './trace-frame.ts'

interface MaybeOmitted {
  readonly bodyOmitted?: number
}

const nothing = new Uint8Array(0)

/** Octets of a chunk, kept or not. */
export function octetsOfData(event: MaybeOmitted & { readonly data: Uint8Array }): number {
  return event.data.byteLength + (event.bodyOmitted ?? 0)
}

/** Octets of a frame's payload, kept or not. */
export function octetsOfPayload(event: MaybeOmitted & { readonly frame: TraceFrame }): number {
  return event.frame.payload.byteLength + (event.bodyOmitted ?? 0)
}

/** A field of a check that reads the body: without it, nothing. */
export function ofBody<E extends MaybeOmitted, V>(
  read: (event: E) => V,
): (event: E) => V | undefined {
  return (event) => (event.bodyOmitted === undefined ? read(event) : undefined)
}

// Each gives the event without its body.

export function withoutData<E extends { readonly data: Uint8Array }>(event: E): E {
  return { ...event, data: nothing, bodyOmitted: event.data.byteLength }
}

export function withoutPayload<E extends { readonly frame: TraceFrame }>(event: E): E {
  const frame = { ...event.frame, payload: nothing }
  return { ...event, frame, bodyOmitted: event.frame.payload.byteLength }
}

/** @param size octets that the values keep alive. */
export function withoutValues<E extends { readonly arguments: readonly RemoteValue[] }>(
  event: E,
  size: number,
): E {
  return { ...event, arguments: event.arguments.map(emptied), bodyOmitted: size }
}

/** What is left says how much there was, as for a value that was too large to copy. */
function emptied(value: RemoteValue): RemoteValue {
  switch (value.kind) {
    case 'string':
      return { ...value, text: '' }
    case 'bytes':
      return { ...value, bytes: nothing }
    case 'array':
      return { ...value, items: [] }
    case 'object':
      return { ...value, properties: [], truncated: true }
    case 'error':
      return { ...value, stack: '' }
    default:
      return value
  }
}
