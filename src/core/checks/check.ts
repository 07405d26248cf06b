/**
 * The checks of a lesson, as plain data. They say what the trace of a run must show; nothing in them
 * is code, so they are safe to load from anywhere. `schema.ts` validates them.
 */
import type { Condition } from './condition.ts'
import type { EventPattern } from './pattern.ts'

/** A mistake that the lesson knows, with a text of its own. */
export interface Mistake {
  /** The text is `::: failure <check>/<mistake>` in the lesson's Markdown. */
  readonly id: string
  /** The mistake was made where such an event was seen; its time, line and fields fill the text. */
  readonly seen?: EventPattern
  /** … and where no such event was seen. */
  readonly absent?: EventPattern
  /** … and in the order given here: each after the one before. */
  readonly order?: readonly EventPattern[]
  /** The hint to offer; by default the check's. */
  readonly hint?: string
}

interface CheckBase {
  readonly id: string
  /** The hint to offer where the check fails. */
  readonly hint?: string
  /** Tried in order when the check fails; the first that was made explains it. */
  readonly mistakes?: readonly Mistake[]
}

export interface Step extends EventPattern {
  /** At most this long after the step before, milliseconds. */
  readonly within?: number
}

/** These events happened in this order, others in between. Passes as soon as the last has come. */
export interface SequenceCheck extends CheckBase {
  readonly type: 'sequence'
  readonly steps: readonly Step[]
}

/** No `then` without a `first` before it. Fails at once; `then` has to come at all unless optional. */
export interface BeforeCheck extends CheckBase {
  readonly type: 'before'
  readonly first: EventPattern
  readonly then: EventPattern
  readonly optional?: boolean
}

/** No such event, from `after` on where that is given. Fails at once, passes at the end. */
export interface NeverCheck extends CheckBase {
  readonly type: 'never'
  readonly of: EventPattern
  readonly after?: EventPattern
}

/** So many such events. */
export interface CountCheck extends CheckBase {
  readonly type: 'count'
  readonly of: EventPattern
  readonly atLeast?: number
  readonly atMost?: number
}

/** Every such event is also like `is`, or is followed by `followedBy`, or both. */
export interface EachCheck extends CheckBase {
  readonly type: 'each'
  readonly of: EventPattern
  /** Conditions on fields of the same event. */
  readonly is?: Readonly<Record<string, Condition>>
  readonly followedBy?: EventPattern
  /** Milliseconds from the event to what follows it. */
  readonly within?: number
  /** How many such events there must be, 1 by default. */
  readonly atLeast?: number
}

/** A measure stays within bounds all the time. Fails at once, passes at the end. */
export interface BoundCheck extends CheckBase {
  readonly type: 'bound'
  readonly measure: BoundMeasure
  readonly atLeast?: number
  readonly atMost?: number
}

export type BoundMeasure =
  /** Octets queued on one client socket. */
  | { readonly kind: 'bufferedAmount' }
  /** Client sockets that are CONNECTING or OPEN. */
  | { readonly kind: 'liveSockets' }
  /** Milliseconds between one such event and the next; from `since` to the first of them, too. */
  | {
      readonly kind: 'gap'
      readonly of: EventPattern
      readonly since?: EventPattern
      /** The gap after the last one counts too, up to the end of the run. */
      readonly toEnd?: boolean
    }
  /** Milliseconds from each `from` to the next `to`. One that never comes counts to the end. */
  | { readonly kind: 'delay'; readonly from: EventPattern; readonly to: EventPattern }

/** The program printed these lines in this order, others in between. */
export interface ConsoleCheck extends CheckBase {
  readonly type: 'console'
  readonly lines: readonly Condition[]
}

/** The learner answered a question before running; where `answer` is given, so. */
export interface PredictionCheck extends CheckBase {
  readonly type: 'prediction'
  readonly question: string
  readonly answer?: Condition
}

/** What a check on frames or bytes may be. */
export type WireAssertion =
  | Omit<SequenceCheck, keyof CheckBase>
  | Omit<NeverCheck, keyof CheckBase>
  | Omit<CountCheck, keyof CheckBase>
  | Omit<EachCheck, keyof CheckBase>

/** Something about frames or bytes. It stays pending on an endpoint where nothing observes them. */
export interface WireCheck extends CheckBase {
  readonly type: 'wire'
  readonly that: WireAssertion
}

export type Check =
  | SequenceCheck
  | BeforeCheck
  | NeverCheck
  | CountCheck
  | EachCheck
  | BoundCheck
  | ConsoleCheck
  | PredictionCheck
  | WireCheck
