/** Runs a program under schedules, one after the other, unseen. */
import type { Schedule } from '../core/schedule/schedule.ts'
import { horizonOf, type ScheduledRun } from '../core/schedule/scheduled-run.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunRequest, SandboxRun } from '../sandbox/host/run.ts'

/** Real milliseconds in which a run reports nothing before it is given up: its program may hang. */
const PATIENCE = 5_000

/** The request that runs the same program under a schedule. Null: it runs on a real network. */
export function requestUnder(request: RunRequest, schedule: Schedule): RunRequest | null {
  const { endpoint } = request
  if (endpoint.kind !== 'built-in') return null
  const { seed, jitter, interventions } = schedule
  return {
    ...request,
    endpoint: { ...endpoint, seed, conditions: { ...endpoint.conditions, jitter } },
    interventions,
    until: horizonOf(request.until),
  }
}

/** The schedule of a request as it is: what its own world does. */
export function scheduleOf({ endpoint, interventions = [] }: RunRequest): Schedule | null {
  if (endpoint.kind !== 'built-in') return null
  return { seed: endpoint.seed, jitter: endpoint.conditions.jitter, interventions }
}

export class ScheduledRuns {
  readonly #host: Pick<SandboxHost, 'start'>
  readonly #request: RunRequest
  #stopped = false
  #endNow: () => void = () => undefined

  constructor(host: Pick<SandboxHost, 'start'>, request: RunRequest) {
    this.#host = host
    this.#request = request
  }

  /** @returns null: stopped, or the program hangs or leaves its page. */
  run(schedule: Schedule): Promise<ScheduledRun | null> {
    const request = requestUnder(this.#request, schedule)
    if (this.#stopped || request === null) return Promise.resolve(null)
    const events: TraceEvent[] = []
    return new Promise((resolve) => {
      let run: SandboxRun | null = null
      let patience: ReturnType<typeof setTimeout> | undefined
      const end = (result: ScheduledRun | null) => {
        clearTimeout(patience)
        resolve(result)
      }
      const giveUp = () => {
        run?.stop()
        end(null)
      }
      const wait = () => {
        clearTimeout(patience)
        patience = setTimeout(giveUp, PATIENCE)
      }
      this.#endNow = giveUp
      wait()
      run = this.#host.start(request, (message) => {
        switch (message.type) {
          case 'records':
            for (const event of message.events) events.push(event)
            return wait()
          case 'ended':
            return end({ events, end: message.time, isIdle: message.reason === 'idle' })
          case 'failed':
            return end(null)
        }
      })
      run.send({ type: 'computeUntil', time: request.until ?? horizonOf(null) })
      run.send({ type: 'endAtHorizon' })
    })
  }

  /** Ends what runs; nothing runs any more. */
  stop(): void {
    this.#stopped = true
    this.#endNow()
  }
}
