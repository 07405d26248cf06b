/** What passes over a TCP connection, before there are packets. */
import type { Side } from '../../event.ts'

interface PassageBase {
  /** Milliseconds since the run began, at the end that captures. */
  readonly time: number
  /** A comment in the capture: how this differs from what the trace observed. */
  readonly note?: string
}

export type Passage = PassageBase &
  (
    | { readonly kind: 'connect' }
    /** The server takes the connection, or refuses it. */
    | { readonly kind: 'accept' | 'refuse' }
    | {
        readonly kind: 'data'
        readonly from: Side
        readonly data: Uint8Array
        /** Octets of the other side that the sender had got by then; absent: all that were sent. */
        readonly received?: number
      }
    | { readonly kind: 'acknowledge'; readonly from: Side; readonly received?: number }
    | { readonly kind: 'fin' | 'rst'; readonly from: Side }
  )

export const HANDSHAKE_NOTE = "TCP's own handshake is reconstructed: the trace does not record it."

/** By time; what happens at the same time stays in its order. */
export function inOrder(passages: readonly Passage[]): readonly Passage[] {
  return passages.toSorted((one, other) => one.time - other.time)
}
