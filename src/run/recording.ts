import { shallowReactive } from 'vue'
import type { TraceEvent } from '../core/trace/event.ts'
import type { TraceHeader } from '../core/trace/header.ts'
import type { WiretapState } from '../core/trace/wiretap/wiretap-state.ts'
import type { EndReason } from '../sandbox/messages.ts'
import type { ConnectionFailure } from './connection-failure.ts'
import { LiveLog } from './live-log.ts'
import type { RunOrder } from './order.ts'
import type { Problem } from './problem.ts'

export interface ImportedFile {
  readonly name: string
  /** The files of the program that was run, if the trace has them. */
  readonly program: Readonly<Record<string, string>> | null
  /** `seq` of its first event. */
  readonly firstSeq: number
  /** What stayed of the events before it. */
  readonly skeleton?: readonly TraceEvent[]
}

/** A run as it is recorded. Its fields and its log are reactive. */
export interface Recording {
  readonly log: LiveLog
  /** `null` without a run. */
  header: TraceHeader | null
  /** What was run; `null` for an imported trace, which cannot run again. */
  readonly order: RunOrder | null
  /** The file that it was read from; `null` if it was recorded here. */
  readonly imported: ImportedFile | null
  /** The program that its lines and columns refer to; `null` if unknown. */
  readonly program: Readonly<Record<string, string>> | null
  problems: readonly Problem[]
  /** Connections that failed before they opened, on a real network. */
  failures: readonly ConnectionFailure[]
  endReason: EndReason | null
  /** The state of the lab server's wiretap. */
  wiretap: WiretapState
  /** How far it is computed, milliseconds since the run began. */
  end: number
  /** No more events will come. */
  complete: boolean
  /** When the viewer stopped it, milliseconds since it began; `null` if it was not stopped. */
  stoppedAt: number | null
  /** Up to when everything is known, milliseconds; undefined for a run that ended by itself. */
  readonly knownUntil: number | undefined
}

export function createRecording(
  header: TraceHeader | null,
  order: RunOrder | null = null,
  imported: ImportedFile | null = null,
  log = new LiveLog(imported?.firstSeq, imported?.skeleton),
): Recording {
  return shallowReactive({
    log,
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
    stoppedAt: null as number | null,
    get knownUntil() {
      const { complete, endReason, end } = this
      const isWhole = complete && endReason !== null && endReason !== 'horizon'
      return isWhole ? undefined : end
    },
  } satisfies Recording)
}

/**
 * The part of a stopped run that the viewer has seen: it was computed ahead of the playhead.
 * @param before the `seq` of the first event that was not seen.
 * @param time where the playhead was, milliseconds.
 */
export function cutRecording(whole: Recording, before: number, time: number): Recording {
  const held = whole.log.read()
  const log = new LiveLog(held.firstSeq, held.skeleton)
  log.append(held.slice(held.firstSeq, before))
  const cut = createRecording(whole.header, whole.order, null, log)
  return Object.assign(cut, {
    problems: whole.problems.filter((problem) => problem.time <= time),
    failures: whole.failures.filter((failure) => failure.time <= time),
    wiretap: whole.wiretap,
    end: time,
    complete: true,
    stoppedAt: time,
  })
}
