import type { TraceEvent, UncaughtError } from '../core/trace/event.ts'
import type { SandboxProblem } from '../sandbox/host.ts'

/** What went wrong in a program, or with the sandbox that ran it. */
export interface Problem {
  readonly kind: UncaughtError['kind'] | SandboxProblem['kind'] | 'unguarded' | 'unreachable'
  /** The program's own words, or the browser's; of `unreachable`, the URL. */
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** Milliseconds since the run began. */
  readonly time: number
  readonly seq?: number
}

/** The problem that an event tells of, if it does. */
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

/** Finds the connections that failed before they opened. The browser says no more of them. */
export class UnopenedConnections {
  readonly #connecting = new Map<string, string>()

  accept(event: TraceEvent): Problem | null {
    switch (event.type) {
      case 'created':
        this.#connecting.set(event.connectionId, event.routedTo ?? event.url)
        return null
      case 'readyStateChanged':
        // A program that closes while connecting got what it asked for.
        if (event.to === 1 || event.to === 2) this.#connecting.delete(event.connectionId)
        return null
      case 'closed': {
        const url = this.#connecting.get(event.connectionId)
        this.#connecting.delete(event.connectionId)
        if (url === undefined || event.code !== 1006) return null
        return { kind: 'unreachable', message: url, time: event.time, seq: event.seq }
      }
      default:
        return null
    }
  }
}
