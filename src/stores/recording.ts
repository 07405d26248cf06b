import type { TraceHeader } from '../core/trace/header.ts'
import { TraceLog } from '../core/trace/log.ts'
import type { EndReason } from '../sandbox/messages.ts'
import type { Problem } from './problem.ts'
import type { RunOrder } from './run/order.ts'

/**
 * One run as it was recorded, or is being. It changes as the run goes on, and is not reactive:
 * `version` of the trace store tells of changes.
 */
export class Recording {
  readonly log = new TraceLog()
  /** `null` where there was no run. */
  header: TraceHeader | null
  /** What was run. `null` where nothing could be run again: a trace that came from elsewhere. */
  readonly order: RunOrder | null
  problems: readonly Problem[] = []
  endReason: EndReason | null = null
  /** How far it is computed, milliseconds since the run began. */
  end = 0
  /** Nothing more will come. */
  complete = false

  constructor(header: TraceHeader | null, order: RunOrder | null = null) {
    this.header = header
    this.order = order
  }
}
