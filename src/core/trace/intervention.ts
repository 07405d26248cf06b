/** What is to be done to a run from outside: "the same again, but with this". */
import type { Side } from './event.ts'
import { finite, integer, isRecord, list, oneOf, optional, record, text, union } from './shape.ts'
import type { Shape } from './shape.ts'

/** How a connection is cut: a middlebox ends it at both ends, or nothing arrives any more. */
export type CutKind = 'fin' | 'rst' | 'silence'

/** Times and durations are milliseconds since the run began. */
export type PlannedIntervention =
  /** The frame whose `frameSent` has this `seq` never arrives. */
  | { readonly kind: 'dropFrame'; readonly seq: number }
  /** Nor does the first frame of the connection that is sent at this time or later. */
  | {
      readonly kind: 'dropFrame'
      readonly time: number
      readonly connectionId: string
      /** Who sends it. Default: whoever does so first. */
      readonly side?: Side
    }
  | {
      readonly kind: 'cut'
      readonly time: number
      readonly how: CutKind
      /** Default: every connection that is there. */
      readonly connectionId?: string
    }
  /** No server program runs for so long: what arrives and what its timers are due for waits. */
  | { readonly kind: 'stallServer'; readonly time: number; readonly duration: number }
  /** From this time on, everything takes so much longer each way. */
  | { readonly kind: 'delay'; readonly time: number; readonly duration: number }

type Of<K extends PlannedIntervention['kind']> = Extract<PlannedIntervention, { kind: K }>
type FrameAt = Extract<PlannedIntervention, { kind: 'dropFrame'; time: number }>
type FrameOf = Extract<PlannedIntervention, { seq: number }>

const kind = <K extends PlannedIntervention['kind']>(name: K): Shape<K> => oneOf(name)
const time = finite(0)
const connectionId = text(64)

const frameOf = record<FrameOf>({ kind: kind('dropFrame'), seq: integer(0) })
const frameAt = record<FrameAt>({
  kind: kind('dropFrame'),
  time,
  connectionId,
  side: optional(oneOf('client', 'server')),
})

/** As many as anybody plans by hand, and more. */
const MAX_INTERVENTIONS = 1_000

/** The shape of a plan that arrives from elsewhere. */
export const plannedInterventions: Shape<readonly PlannedIntervention[]> = list(
  union<PlannedIntervention>('kind', {
    dropFrame: (value) =>
      isRecord(value) && Object.hasOwn(value, 'seq') ? frameOf(value) : frameAt(value),
    cut: record<Of<'cut'>>({
      kind: kind('cut'),
      time,
      how: oneOf('fin', 'rst', 'silence'),
      connectionId: optional(connectionId),
    }),
    stallServer: record<Of<'stallServer'>>({ kind: kind('stallServer'), time, duration: time }),
    delay: record<Of<'delay'>>({ kind: kind('delay'), time, duration: time }),
  }),
  MAX_INTERVENTIONS,
)
