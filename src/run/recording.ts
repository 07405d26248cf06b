import type { TraceHeader } from '../core/trace/header.ts'
import { DEFAULT_LIMITS, TraceLog } from '../core/trace/log.ts'
import type { EndReason } from '../sandbox/messages.ts'
import type { ConnectionFailure } from './connection-failure.ts'
import type { Problem } from './problem.ts'
import type { RunOrder } from './order.ts'
import type { WiretapState } from '../core/trace/wiretap/wiretap-state.ts'

export interface ImportedFile {
  readonly name: string
  /** The files of the program that was run, where the file has them. */
  readonly program: Readonly<Record<string, string>> | null
  /** `seq` of its first event. */
  readonly firstSeq: number
}

/**
 * One run as it was recorded, or is being. It changes as the run goes on, and is not reactive:
 * `version` of the trace store tells of changes.
 */
export class Recording {
  readonly log: TraceLog
  /** `null` where there was no run. */
  header: TraceHeader | null
  /** What was run. `null` where nothing could be run again: a trace that came from elsewhere. */
  readonly order: RunOrder | null
  /** The file that it was read from; `null` where it was recorded here. */
  readonly imported: ImportedFile | null
  problems: readonly Problem[] = []
  /** Connections that failed before they opened, on a real network. */
  failures: readonly ConnectionFailure[] = []
  endReason: EndReason | null = null
  /** How it stands with what the lab server recorded of it. */
  wiretap: WiretapState = { kind: 'none' }
  /** How far it is computed, milliseconds since the run began. */
  end = 0
  /** Nothing more will come. */
  complete = false

  constructor(
    header: TraceHeader | null,
    order: RunOrder | null = null,
    imported: ImportedFile | null = null,
  ) {
    this.header = header
    this.order = order
    this.imported = imported
    this.log = new TraceLog(DEFAULT_LIMITS, imported?.firstSeq ?? 0)
  }

  /** What its lines are lines of; `null` where there was no run, or nobody said. */
  get program(): Readonly<Record<string, string>> | null {
    return this.order === null
      ? (this.imported?.program ?? null)
      : { ...this.order.request.program }
  }

  /**
   * How far it is known what happened, milliseconds; undefined where nothing could have come after
   * its end.
   */
  get knownUntil(): number | undefined {
    const { complete, endReason, end } = this
    const isWhole = complete && endReason !== null && endReason !== 'horizon'
    return isWhole ? undefined : end
  }
}
