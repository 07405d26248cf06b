/** Planned changes to a run from outside: "the same again, but with this". */
import {
  fields,
  finite,
  integer,
  isRecord,
  list,
  oneOf,
  optional,
  text,
  variants,
} from './shape.ts'
import type { Infer, Shape } from './shape.ts'

/** Milliseconds since the run began. */
const time = finite(0)
const duration = finite(0)
const connectionId = text(64)

/** A middlebox ends the connection at both ends, or nothing arrives any more. */
const cutKind = oneOf('fin', 'rst', 'silence')
export type CutKind = Infer<typeof cutKind>

/** The frame whose `frameSent` has this `seq` never arrives. */
const frameBySeq = fields({ kind: oneOf('dropFrame'), seq: integer(0) })

/** The sender. Default: either. */
const side = optional(oneOf('client', 'server'))

/**
 * The first frame of the connection that is sent at this time or later never arrives. Without
 * `connectionId`, the first of any.
 */
const frameByTime = fields({
  kind: oneOf('dropFrame'),
  time,
  connectionId: optional(connectionId),
  side,
})

/**
 * The first data frame that is sent at this time or later arrives up to its middle. Then its
 * connection is cut.
 */
const cutInMessage = fields({
  kind: oneOf('cut'),
  time,
  how: cutKind,
  within: oneOf('message'),
  connectionId: optional(connectionId),
  side,
})

const otherIntervention = variants('kind', {
  /** Without `connectionId`, every connection is cut. */
  cut: { time, how: cutKind, connectionId: optional(connectionId) },
  /** No server program runs for this long: messages and timers wait. */
  stallServer: { time, duration },
  /** From this time on, everything takes this much longer each way. */
  delay: { time, duration },
  /**
   * The server program gets a signal, which ends it unless the program handles it. `server` names one
   * of several by its port; without, every one.
   */
  stopServer: {
    time,
    signal: oneOf('SIGTERM', 'SIGKILL'),
    server: optional(integer(1, 65_535)),
  },
  /** The program's timers fire once a minute, as in a tab in the background; by default to the end. */
  slowTimers: { time, duration: optional(duration) },
})

export type PlannedIntervention =
  | Infer<typeof frameBySeq>
  | Infer<typeof frameByTime>
  | Infer<typeof cutInMessage>
  | Infer<typeof otherIntervention>

const plannedIntervention: Shape<PlannedIntervention> = (value) => {
  if (!isRecord(value)) return otherIntervention(value)
  if (value['kind'] === 'cut' && Object.hasOwn(value, 'within')) return cutInMessage(value)
  if (value['kind'] !== 'dropFrame') return otherIntervention(value)
  return Object.hasOwn(value, 'seq') ? frameBySeq(value) : frameByTime(value)
}

/** More than anyone plans by hand. */
const MAX_INTERVENTIONS = 1_000

export const plannedInterventions = list(plannedIntervention, MAX_INTERVENTIONS)
