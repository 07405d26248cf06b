import type { Frame } from './frame.ts'

/** What a connection reports about the bytes it received, in order of arrival. */
export type ConnectionEvent =
  /** A frame is complete and broke no rule. The event that it makes, if any, follows. */
  | { readonly type: 'frame'; readonly frame: Frame }
  /** A whole message: a string for text, octets for binary. */
  | { readonly type: 'message'; readonly data: string | Uint8Array }
  /** The pong is already among the outgoing bytes. */
  | { readonly type: 'ping'; readonly data: Uint8Array }
  | { readonly type: 'pong'; readonly data: Uint8Array }
  /**
   * How the peer closed the connection, once: the code and reason of its Close frame (1005 where it
   * had no code), or 1006 where the transport ended without one (RFC 6455 §7.1.5).
   */
  | { readonly type: 'close'; readonly code: number; readonly reason: string }
  /**
   * The peer broke a rule and the connection failed (RFC 6455 §7.1.7): a Close frame with this code
   * and reason goes out, and nothing that still arrives is looked at.
   */
  | {
      readonly type: 'error'
      readonly code: number
      readonly reason: string
      /** The rule, for example `RFC 6455 §5.1`. */
      readonly section: string
      /** The first octet of the frame, if its bits or its opcode broke the rule. */
      readonly octet?: number
    }
