/**
 * What page and sandbox send each other over one MessagePort: one entry a message, from which its
 * type is derived. Pure: no DOM. Both sides validate every message that arrives, because a stranger
 * may have written the program in the sandbox.
 */
import { programShape } from '../core/program/program.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { linkConditions } from '../core/trace/header.ts'
import { plannedInterventions } from '../core/trace/intervention.ts'
import type { EventStreamValidator } from '../core/trace/schema.ts'
import {
  boolean,
  cutToFit,
  fields,
  finite,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  text,
  variants,
  type Infer,
  type Shape,
} from '../core/trace/shape.ts'
import { isToken } from '../core/trace/wiretap/address.ts'
import { MAX_CREDIT } from './credit.ts'
import { PARTS } from './parts.ts'
import { preparedEvaluation, preparedProgram } from './prepared-program.ts'

/** The first message of a sandbox to its parent window, before it has a port. */
export const GREETING = 'upgrade-101 sandbox'

/** UTF-16 code units that a user types into a program's page, or chooses as a file. */
const MAX_INPUT = 4 * 1024 * 1024

/** UTF-16 code units of the reason why a run ends. */
const MAX_DETAIL = 1024

/** UTF-16 code units of a part of the sandbox. */
const MAX_PART = 1024 * 1024

const runId = text(64)
/** Virtual milliseconds, or real ones on a real endpoint, since the run began. */
const time = finite(0)

const wiretapToken: Shape<string> = (value) =>
  typeof value === 'string' && isToken(value) ? null : ': expected 32 hexadecimal digits'

const outsideEndpoint = {
  /** A `ws:` or `wss:` URL, used whole for every socket when `routed`. */
  url: text(65_536),
  /** `lab`: the token under which the routed connections are recorded. */
  wiretap: optional(wiretapToken),
}

const sandboxEndpoint = variants('kind', {
  'built-in': {
    conditions: linkConditions,
    /** An unsigned 32-bit integer: the source of all randomness of the run. */
    seed: integer(0, 0xffff_ffff),
  },
  lab: outsideEndpoint,
  live: outsideEndpoint,
})
/** Where the sockets of a program go. */
export type SandboxEndpoint = Infer<typeof sandboxEndpoint>

const scheduledInput = fields({
  time,
  kind: oneOf('click', 'type', 'file', 'answer', 'evaluate'),
  target: text(1024),
  value: optional(text(MAX_INPUT)),
  /** `evaluate`: the `value`, ready to run. */
  evaluation: optional(preparedEvaluation),
})
/** A user's action at a virtual time: on the program's page, or in the console's line. */
export type ScheduledInput = Infer<typeof scheduledInput>

const endReason = oneOf(
  /** Nothing is scheduled any more and every socket is closed or idle. */
  'idle',
  /** The lesson's `until` was reached. */
  'until',
  /** Something is still scheduled after the time up to which the world may be computed. */
  'horizon',
  /** The program could not run: a syntax error, a server program that threw, endless loops. */
  'failed',
)
export type EndReason = Infer<typeof endReason>

const hostMessage = variants('type', {
  /** The text of a part. It comes before `start` if the program needs it, or at any time. */
  part: { part: oneOf(...PARTS), text: text(MAX_PART) },
  start: {
    runId,
    program: programShape,
    prepared: preparedProgram,
    /** Loaded before the program begins. */
    parts: list(oneOf(...PARTS), PARTS.length),
    /** Texts of those parts that a document is not given ahead of time. */
    given: list(fields({ part: oneOf(...PARTS), text: text(MAX_PART) }), PARTS.length),
    /** The libraries that the program names, with their scripts. */
    libraries: list(fields({ name: text(64), text: text(MAX_PART) }), 100),
    /** Those that its server names. */
    serverLibraries: list(
      fields({ name: text(64), specifiers: list(text(64), 100), text: text(MAX_PART) }),
      100,
    ),
    /** The modules that its specifiers and addresses lead to. */
    modules: list(fields({ specifier: text(4096), module: text(64) }), 1000),
    endpoint: sandboxEndpoint,
    /** Whether sockets go to the endpoint whatever URL the code names. */
    routed: boolean,
    /** Virtual milliseconds at which the run ends, if anything is still scheduled then. */
    until: nullable(time),
    /** Given in advance. */
    inputs: list(scheduledInput, 10_000),
    /** The console's line may bring more inputs, so the run doesn't end when nothing is scheduled. */
    interactive: optional(boolean),
    /** Changes made to the run from outside; on the built-in endpoint only. */
    interventions: optional(plannedInterventions),
    /** The origin of the program's page; absent: `null`. On the built-in endpoint only. */
    origin: optional(text(1024)),
    /** The page of `attacker.js`, and when the user opens it. On the built-in endpoint only. */
    attacker: optional(fields({ origin: text(1024), at: time })),
    /** The ports of the processes that `server.js` runs as. On the built-in endpoint only. */
    servers: optional(list(integer(1, 65_535), 16)),
    /** The learner's answers before the run: its first events. */
    predictions: optional(list(fields({ question: text(1024), answer: text(1024) }), 100)),
  },
  /** The world may be computed up to this virtual time, milliseconds. Grows only. */
  computeUntil: { runId, time },
  /** The playhead will not wait: the run ends at the time up to which it may be computed. */
  endAtHorizon: { runId },
  /** The user acts now; the input's `time` has no meaning. */
  input: { runId, input: scheduledInput },
  /** The page takes as many messages more. */
  credit: { count: integer(1, MAX_CREDIT) },
})
/** A message of the page. */
export type HostMessage = Infer<typeof hostMessage>
export type StartMessage = Extract<HostMessage, { type: 'start' }>

/** Only a list: the validator of the run's whole stream reads the events in it. */
const eventList: Shape<readonly TraceEvent[]> = (value) =>
  Array.isArray(value) ? null : ': expected a list'

const guestMessage = variants('type', {
  /** The document is loaded, with all that `start` needs. */
  ready: {},
  /** The program is about to run. `browser` is `navigator.userAgent`. */
  started: { runId, browser: text(1024) },
  /** Every event before `computedUntil`, in milliseconds, has been sent. */
  records: { runId, events: eventList, computedUntil: time },
  /**
   * The program made a worker or an iframe. The one port that comes along brings `records` of it, in
   * an order and with numbers of their own, and `realm` for each that it makes in turn.
   */
  realm: { runId, name: text(64) },
  /** The event loop of the sandbox turns. Sent at least twice a second while it does. */
  heartbeat: { runId },
  /** A file runs without the guard against endless loops, because it could not be parsed. */
  unguarded: { runId, file: text(1024), message: text(65_536) },
  /** Nothing more of the run can be recorded, or trusted: it ends. */
  unrecordable: { runId, detail: text(MAX_DETAIL) },
  /** A message of the page that the sandbox could not read. */
  refused: { detail: text(MAX_DETAIL) },
  ended: { runId, reason: endReason, time },
})
/** A message of a sandbox. */
export type GuestMessage = Infer<typeof guestMessage>

export type Parsed<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: string }

function parsed<Message>(shape: Shape<Message>, value: unknown): Parsed<Message> {
  const problem = shape(value)
  if (problem !== null) return { ok: false, problem: `message${problem}` }
  // The shape of these messages found nothing wrong.
  return { ok: true, message: value as Message }
}

/** Reads a message from the page; `problem` says what is wrong with it. */
export const parseHostMessage = (value: unknown) => parsed(hostMessage, value)

/**
 * Reads a message from a sandbox. `events` has seen every earlier batch of the same run, because
 * the order of events is checked too.
 */
export function parseGuestMessage(
  value: unknown,
  events: EventStreamValidator,
): Parsed<GuestMessage> {
  const whole = parsed(guestMessage, value)
  // A long text never ends a run.
  const result = whole.ok ? whole : parsed(guestMessage, cutToFit(guestMessage, value))
  if (!result.ok || result.message.type !== 'records') return result
  const batch = events.accept(result.message.events)
  return batch.ok ? { ok: true, message: { ...result.message, events: batch.events } } : batch
}
