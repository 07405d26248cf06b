import { shallowReactive } from 'vue'
import type { TraceHeader } from '../core/trace/header.ts'
import type { WiretapState } from '../core/trace/wiretap/wiretap-state.ts'
import type { EndReason } from '../sandbox/messages.ts'
import type { ConnectionFailure } from './connection-failure.ts'
import { LiveLog } from './live-log.ts'
import type { RunOrder } from './order.ts'
import type { Problem } from './problem.ts'

export interface ImportedFile {
  readonly name: string
  /** The files of the program that was run, where the file has them. */
  readonly program: Readonly<Record<string, string>> | null
  /** `seq` of its first event. */
  readonly firstSeq: number
}

/** One run as it was recorded, or is being. Its fields are reactive, and so is its log. */
export interface Recording {
  readonly log: LiveLog
  /** `null` where there was no run. */
  header: TraceHeader | null
  /** What was run. `null` where nothing could be run again: a trace that came from elsewhere. */
  readonly order: RunOrder | null
  /** The file that it was read from; `null` where it was recorded here. */
  readonly imported: ImportedFile | null
  /** What its lines are lines of; `null` where there was no run, or an imported file does not say. */
  readonly program: Readonly<Record<string, string>> | null
  problems: readonly Problem[]
  /** Connections that failed before they opened, on a real network. */
  failures: readonly ConnectionFailure[]
  endReason: EndReason | null
  /** State of the lab server's wiretap for this run. */
  wiretap: WiretapState
  /** How far it is computed, milliseconds since the run began. */
  end: number
  /** Nothing more will come. */
  complete: boolean
  /**
   * How far it is known what happened, milliseconds; undefined where nothing could have come after
   * its end.
   */
  readonly knownUntil: number | undefined
}

export function createRecording(
  header: TraceHeader | null,
  order: RunOrder | null = null,
  imported: ImportedFile | null = null,
): Recording {
  return shallowReactive({
    log: new LiveLog(imported?.firstSeq),
    header,
    order,
    imported,
    program: order === null ? (imported?.program ?? null) : { ...order.request.program },
    problems: [],
    failures: [],
    endReason: null as EndReason | null,
    wiretap: { kind: 'none' } as WiretapState,
    end: 0,
    complete: false,
    get knownUntil() {
      const { complete, endReason, end } = this
      const isWhole = complete && endReason !== null && endReason !== 'horizon'
      return isWhole ? undefined : end
    },
  } satisfies Recording)
}
