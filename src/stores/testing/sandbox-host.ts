/**
 * In place of the sandbox, for tests of stores:
 * `vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))`.
 */
import type { TraceEvent } from '../../core/trace/event.ts'
import { traceFrom } from '../../core/trace/testing/sketch.ts'
import type { RunListener, RunRequest, SandboxRun } from '../../sandbox/host/run.ts'

interface Started {
  readonly request: RunRequest
  readonly listener: RunListener
  /** Up to when the run was asked to compute, each time. */
  readonly asked: number[]
  isStopped: boolean
  endsAtHorizon: boolean
}

/** What the sandbox was asked to run, in order. Empty it before each test. */
export const started: Started[] = []

export class SandboxHost {
  start(request: RunRequest, listener: RunListener): SandboxRun {
    const run: Started = { request, listener, asked: [], isStopped: false, endsAtHorizon: false }
    started.push(run)
    listener({ type: 'started', browser: 'test' })
    return {
      send(command) {
        if (command.type === 'computeUntil') run.asked.push(command.time)
        else run.endsAtHorizon = true
      },
      stop: () => (run.isStopped = true),
    }
  }

  dispose(): void {
    // Holds nothing.
  }
}

/** The latest run records these events. */
export function records(events: readonly TraceEvent[], computedUntil = 100): void {
  started.at(-1)?.listener({ type: 'records', events, computedUntil })
}

/** The latest run records these events, and ends. */
export function ends(
  events: readonly TraceEvent[] = traceFrom([{ type: 'pageLifecycle', phase: 'load' }]),
  time = 100,
): void {
  records(events, time)
  started.at(-1)?.listener({ type: 'ended', reason: 'idle', time })
}
