import { assertNever } from '../core/trace/assert-never.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { withoutHints } from '../core/trace/without-hints.ts'
import type { RunMessage } from '../sandbox/host/run.ts'
import { UnopenedConnections } from './connection-failure.ts'
import { problemOf, withProblems, type Problem } from './problem.ts'
import type { Recording } from './recording.ts'

/** Writes what a run reports into its recording. */
export class Recorder {
  readonly #recording: Recording
  /** On the built-in endpoint the trace itself says why a handshake failed. */
  readonly #unopened: UnopenedConnections | null

  constructor(recording: Recording) {
    this.#recording = recording
    this.#unopened = recording.header?.clock === 'virtual' ? null : new UnopenedConnections()
  }

  take(message: RunMessage): void {
    const recording = this.#recording
    switch (message.type) {
      case 'started':
        if (recording.header !== null)
          recording.header = { ...recording.header, browser: message.browser }
        break
      case 'records':
        // After Stop, the lab server still reports how connections ended; the program did not fail.
        if (!recording.complete) this.#findProblems(message.events)
        recording.log.append(
          recording.order?.withoutHints === true
            ? message.events.map(withoutHints)
            : message.events,
        )
        recording.end = Math.max(recording.end, message.computedUntil)
        break
      case 'ended':
        recording.endReason = message.reason
        this.finish(message.time)
        break
      case 'unguarded': {
        const { file, message: text } = message
        this.#add({ kind: 'unguarded', file, message: text, time: recording.end })
        break
      }
      case 'wiretap':
        recording.wiretap = message.state
        break
      case 'failed': {
        const { kind, detail } = message.problem
        this.#add({ kind, message: detail, time: recording.end })
        this.finish(recording.end)
        break
      }
      case 'unresponsive':
        break
      default:
        assertNever(message)
    }
  }

  /** Ends the recording at this time, milliseconds. */
  finish(time: number): void {
    this.#recording.end = time
    this.#recording.complete = true
  }

  #findProblems(events: readonly TraceEvent[]): void {
    const problems: Problem[] = []
    for (const event of events) {
      const problem = problemOf(event)
      if (problem !== null) problems.push(problem)
      const failure = this.#unopened?.accept(event) ?? null
      if (failure === null) continue
      const { url: message, time, seq } = failure
      problems.push({ kind: 'unreachable', message, time, seq })
      this.#recording.failures = [...this.#recording.failures, failure]
    }
    this.#add(...problems)
  }

  #add(...problems: readonly Problem[]): void {
    this.#recording.problems = withProblems(this.#recording.problems, problems)
  }
}
