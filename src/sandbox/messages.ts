/**
 * What page and sandbox say to each other, over one MessagePort. Pure: no DOM.
 * The page validates every message that arrives with `parseGuestMessage`, for the program in the
 * sandbox may have been written by a stranger; `parseHostMessage` does so on the other side.
 */
import type { TraceEvent } from '../core/trace/event.ts'
import type { LinkConditions } from '../core/trace/header.ts'
import { plannedInterventions, type PlannedIntervention } from '../core/trace/intervention.ts'
import { problemOfConditions, type EventStreamValidator } from '../core/trace/schema.ts'
import {
  boolean,
  finite,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  record,
  text,
  union,
  type Problem,
  type Shape,
} from '../core/trace/shape.ts'
import { isToken } from '../core/trace/wiretap/address.ts'

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
      /** `lab`: the token under which the routed connections are recorded. */
      readonly wiretap?: string
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
  /** Virtual milliseconds at which the run ends, if anything is still scheduled then. */
  readonly until: number | null
  readonly inputs: readonly ScheduledInput[]
  /** What is done to the run from outside; on the built-in endpoint only. */
  readonly interventions?: readonly PlannedIntervention[]
  /** What the learner committed to before the run: its first events. */
  readonly predictions?: readonly { readonly question: string; readonly answer: string }[]
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
  /** The program could not run: a syntax error, a server program that threw, endless loops. */
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
  /**
   * The program made a worker or a frame. The one port that comes along brings `records` of it, in
   * an order and with numbers of their own, and `realm` for what it makes in turn.
   */
  | { readonly type: 'realm'; readonly runId: string; readonly name: string }
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

/** What the sandbox says to its parent window when it can take a port. */
export const GREETING = 'upgrade-101 sandbox'

/** UTF-16 code units of one file of a program. */
const MAX_SOURCE = 4 * 1024 * 1024

const runId = text(64)
const time = finite(0)

const wiretapToken: Shape<string> = (value) =>
  typeof value === 'string' && isToken(value) ? null : ': expected 32 hexadecimal digits'

const startMessage = record<StartMessage>({
  type: oneOf('start'),
  runId,
  program: record<Program>({
    'client.js': text(MAX_SOURCE),
    'server.js': optional(text(MAX_SOURCE)),
    'page.html': optional(text(MAX_SOURCE)),
  }),
  endpoint: union<SandboxEndpoint>('kind', {
    'built-in': record<Extract<SandboxEndpoint, { kind: 'built-in' }>>({
      kind: oneOf('built-in'),
      conditions: problemOfConditions,
      seed: integer(0, 0xffff_ffff),
    }),
    lab: outsideEndpoint('lab'),
    live: outsideEndpoint('live'),
  }),
  routed: boolean,
  until: nullable(time),
  inputs: list(
    record<ScheduledInput>({
      time,
      kind: oneOf('click', 'type', 'file', 'answer'),
      target: text(1024),
      value: optional(text(MAX_SOURCE)),
    }),
    10_000,
  ),
  interventions: optional(plannedInterventions),
  predictions: optional(
    list(
      record<{ question: string; answer: string }>({ question: text(1024), answer: text(1024) }),
      100,
    ),
  ),
})

function outsideEndpoint<K extends 'lab' | 'live'>(kind: K): Shape<SandboxEndpoint> {
  return record<{ kind: K; url: string; wiretap?: string }>({
    kind: oneOf(kind),
    url: text(65_536),
    wiretap: optional(wiretapToken),
  })
}

const hostMessage = union<HostMessage>('type', {
  start: startMessage,
  computeUntil: record<Extract<HostMessage, { type: 'computeUntil' }>>({
    type: oneOf('computeUntil'),
    runId,
    time,
  }),
  endAtHorizon: record<Extract<HostMessage, { type: 'endAtHorizon' }>>({
    type: oneOf('endAtHorizon'),
    runId,
  }),
})

type Records = Extract<GuestMessage, { type: 'records' }>

const guestMessage = union<GuestMessage>('type', {
  ready: record<Extract<GuestMessage, { type: 'ready' }>>({ type: oneOf('ready') }),
  started: record<Extract<GuestMessage, { type: 'started' }>>({
    type: oneOf('started'),
    runId,
    browser: text(1024),
  }),
  records: record<Records>({
    type: oneOf('records'),
    runId,
    // Read by the validator of the run's whole stream.
    events: (value) => (Array.isArray(value) ? null : ': expected a list'),
    computedUntil: time,
  }),
  heartbeat: record<Extract<GuestMessage, { type: 'heartbeat' }>>({
    type: oneOf('heartbeat'),
    runId,
  }),
  realm: record<Extract<GuestMessage, { type: 'realm' }>>({
    type: oneOf('realm'),
    runId,
    name: text(64),
  }),
  unguarded: record<Extract<GuestMessage, { type: 'unguarded' }>>({
    type: oneOf('unguarded'),
    runId,
    file: text(1024),
    message: text(65_536),
  }),
  ended: record<Extract<GuestMessage, { type: 'ended' }>>({
    type: oneOf('ended'),
    runId,
    reason: oneOf('idle', 'until', 'horizon', 'failed'),
    time,
  }),
})

export type Parsed<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: string }

function parsed<Message>(value: unknown, problem: Problem): Parsed<Message> {
  if (problem !== null) return { ok: false, problem: `message${problem}` }
  // The shape of this message found nothing wrong.
  return { ok: true, message: value as Message }
}

/** Reads a message from the page; `problem` says what is wrong with it. */
export function parseHostMessage(value: unknown): Parsed<HostMessage> {
  return parsed(value, hostMessage(value))
}

/**
 * Reads a message from a sandbox. `events` has seen every earlier batch of the same run, for the
 * order of events is checked too.
 */
export function parseGuestMessage(
  value: unknown,
  events: EventStreamValidator,
): Parsed<GuestMessage> {
  const result = parsed<GuestMessage>(value, guestMessage(value))
  if (!result.ok || result.message.type !== 'records') return result
  const batch = events.accept(result.message.events)
  return batch.ok ? result : batch
}
