/**
 * What page and sandbox say to each other, over one MessagePort. Pure: no DOM.
 * The page validates every message that arrives with `parseGuestMessage`, for the program in the
 * sandbox may have been written by a stranger; `parseHostMessage` does so on the other side.
 */
import type { LinkConditions } from '../core/trace/header.ts'
import type { TraceEvent } from '../core/trace/event.ts'

/** The files of a program. `server.js` matters on the built-in endpoint only. */
export interface Program {
  readonly 'client.js': string
  readonly 'server.js'?: string
  readonly 'page.html'?: string
}

/** Where the sockets of a program go. */
export type SandboxEndpoint =
  | {
      readonly kind: 'built-in'
      readonly conditions: LinkConditions
      /** An unsigned 32-bit integer, from which all randomness of the run is drawn. */
      readonly seed: number
    }
  | {
      readonly kind: 'lab' | 'live'
      /** A `ws:` or `wss:` URL, used whole for every socket when `routed`. */
      readonly url: string
    }

/** Something a user does to the program at a virtual time, given in advance. */
export interface ScheduledInput {
  /** Virtual milliseconds. */
  readonly time: number
  readonly kind: 'click' | 'type' | 'file' | 'answer'
  readonly target: string
  readonly value?: string
}

export interface StartMessage {
  readonly type: 'start'
  readonly runId: string
  readonly program: Program
  readonly endpoint: SandboxEndpoint
  /** Whether sockets go to the endpoint whatever URL the code names. */
  readonly routed: boolean
  /** Virtual milliseconds at which the run ends; `null`: when nothing is scheduled any more. */
  readonly until: number | null
  readonly inputs: readonly ScheduledInput[]
}

export type HostMessage =
  | StartMessage
  /** The world may be computed up to this virtual time, milliseconds. Grows only. */
  | { readonly type: 'computeUntil'; readonly runId: string; readonly time: number }
  /** The playhead will not wait: end the run when what may be computed has been. */
  | { readonly type: 'endAtHorizon'; readonly runId: string }

export type EndReason =
  /** Nothing is scheduled any more and every socket is closed or idle. */
  | 'idle'
  /** The lesson's `until` was reached. */
  | 'until'
  /** Something is still scheduled beyond what was to be computed. */
  | 'horizon'
  /** The program could not start: a syntax error, or a server program that threw. */
  | 'failed'

export type GuestMessage =
  /** The document is there, and what `start` needs is loaded. */
  | { readonly type: 'ready' }
  | { readonly type: 'started'; readonly runId: string; readonly browser: string }
  | {
      readonly type: 'records'
      readonly runId: string
      readonly events: readonly TraceEvent[]
      /** Everything before this time, in milliseconds, has been sent. */
      readonly computedUntil: number
    }
  /** The event loop of the sandbox turns. Sent at least twice a second while it does. */
  | { readonly type: 'heartbeat'; readonly runId: string }
  /** A file runs without the guard against endless loops, because it could not be parsed. */
  | {
      readonly type: 'unguarded'
      readonly runId: string
      readonly file: string
      readonly message: string
    }
  | {
      readonly type: 'ended'
      readonly runId: string
      readonly reason: EndReason
      readonly time: number
    }
