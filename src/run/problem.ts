import type { TraceEvent, UncaughtError } from '../core/trace/event.ts'
import type { SandboxProblem } from '../sandbox/host/run.ts'

/** What went wrong in a program, or with the sandbox that ran it. */
export interface Problem {
  readonly kind:
    | UncaughtError['kind']
    | SandboxProblem['kind']
    | 'unguarded'
    | 'unreachable'
    | 'urlRefused'
    | 'urlNote'
  /** In the program's or the browser's words; for `unreachable`, the URL; for a URL, the advice. */
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** Milliseconds since the run began. */
  readonly time: number
  readonly seq?: number
}

/** The problem that an event reports, if any. */
export function problemOf(event: TraceEvent): Problem | null {
  if (event.type !== 'uncaughtError') return null
  return {
    kind: event.kind,
    message: event.name === '' ? event.message : `${event.name}: ${event.message}`,
    time: event.time,
    seq: event.seq,
    ...event.source,
  }
}
