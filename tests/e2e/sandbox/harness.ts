/** A page that runs programs in the sandbox and keeps their messages. */
import type { TraceEvent } from '../../../src/core/trace/event.ts'
import { TraceLog } from '../../../src/core/trace/log.ts'
import { SandboxHost } from '../../../src/sandbox/host.ts'
import type { RunRequest, SandboxProblem, SandboxRun } from '../../../src/sandbox/host/run.ts'
import type { EndReason } from '../../../src/sandbox/messages.ts'

export interface ObservedRun {
  readonly events: TraceEvent[]
  readonly unguarded: { file: string; message: string }[]
  readonly unresponsive: boolean[]
  computedUntil: number
  browser?: string
  ended?: { reason: EndReason; time: number }
  failed?: SandboxProblem
}

export interface Harness {
  readonly runs: ObservedRun[]
  /** The trace log of each run. */
  readonly logs: TraceLog[]
  /** @returns the index of the run. */
  start(request: RunRequest, computeUntil?: number): number
  computeUntil(index: number, time: number): void
  endAtHorizon(index: number): void
  stop(index: number): void
}

const container = document.querySelector<HTMLElement>('#frames')
if (container === null) throw new Error('The page has no place for frames')
const host = new SandboxHost({ container, url: 'sandbox.html', title: 'The program’s page' })
const handles: SandboxRun[] = []
const runs: ObservedRun[] = []
const logs: TraceLog[] = []

const harness: Harness = {
  runs,
  logs,
  start(request, computeUntil) {
    const run: ObservedRun = { events: [], unguarded: [], unresponsive: [], computedUntil: 0 }
    const log = new TraceLog()
    logs.push(log)
    const handle = host.start(request, (message) => {
      switch (message.type) {
        case 'started':
          run.browser = message.browser
          return
        case 'records':
          run.events.push(...message.events)
          for (const event of message.events) log.append(event)
          run.computedUntil = message.computedUntil
          return
        case 'ended':
          run.ended = { reason: message.reason, time: message.time }
          return
        case 'unguarded':
          run.unguarded.push({ file: message.file, message: message.message })
          return
        case 'unresponsive':
          run.unresponsive.push(message.isUnresponsive)
          return
        case 'failed':
          run.failed = message.problem
      }
    })
    handles.push(handle)
    if (computeUntil !== undefined) handle.send({ type: 'computeUntil', time: computeUntil })
    return runs.push(run) - 1
  },
  computeUntil: (index, time) => handles[index]?.send({ type: 'computeUntil', time }),
  endAtHorizon: (index) => handles[index]?.send({ type: 'endAtHorizon' }),
  stop: (index) => handles[index]?.stop(),
}

Object.assign(window, { harness })
