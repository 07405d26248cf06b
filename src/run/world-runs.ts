/** Runs the reader's program in the other worlds of its lesson, one after the other. */
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunMessage, SandboxRun } from '../sandbox/host/run.ts'
import type { EndReason } from '../sandbox/messages.ts'
import type { JudgedWorld } from './judged-world.ts'
import { headerOf, VIRTUAL_HORIZON, type RunOrder } from './order.ts'
import { Recorder } from './recorder.ts'
import { createRecording, type Recording } from './recording.ts'

/**
 * Real milliseconds in which a run reports nothing before it is given up. Its program may hang in a
 * way that the guard against endless loops does not see; its tasks then stay open.
 */
const PATIENCE = 20_000

/** A run of the reader's program in another world. */
export interface WorldRun {
  readonly recording: Recording
  readonly judged: JudgedWorld
}

export class WorldRuns {
  readonly #host: () => SandboxHost
  readonly #changed: () => void
  readonly #runs = new Map<string, WorldRun>()
  #waiting: RunOrder[] = []
  #sandboxRun: SandboxRun | null = null
  #patience: ReturnType<typeof setTimeout> | undefined

  /**
   * @param host makes the sandbox, or gives the one that was made: without other worlds there is none.
   * @param changed called when one of the runs has ended.
   */
  constructor(host: () => SandboxHost, changed: () => void) {
    this.#host = host
    this.#changed = changed
  }

  /** By world; a world whose turn has not come is missing. */
  get runs(): ReadonlyMap<string, WorldRun> {
    return this.#runs
  }

  /** Starts over with these orders, each for another world, and each with a judge of its own. */
  start(orders: readonly RunOrder[], judge: () => JudgedWorld): void {
    this.stop()
    this.#waiting = [...orders]
    this.#next(judge)
  }

  /** Ends what runs, and forgets all runs. */
  stop(): void {
    clearTimeout(this.#patience)
    this.#sandboxRun?.stop()
    this.#sandboxRun = null
    this.#waiting = []
    this.#runs.clear()
  }

  #next(judge: () => JudgedWorld): void {
    const order = this.#waiting.shift()
    if (order === undefined) return
    const { world = '', request } = order
    const recording = createRecording(headerOf(order, Date.now()), order)
    const recorder = new Recorder(recording)
    const judged = judge()
    this.#runs.set(world, { recording, judged })

    const end = (time: number | null, reason?: EndReason) => {
      clearTimeout(this.#patience)
      this.#sandboxRun = null
      judged.finish(time, reason)
      this.#changed()
      this.#next(judge)
    }
    const wait = () => {
      clearTimeout(this.#patience)
      this.#patience = setTimeout(() => {
        this.#sandboxRun?.stop()
        recorder.finish(recording.end)
        end(null)
      }, PATIENCE)
    }
    const listen = (message: RunMessage) => {
      recorder.take(message)
      switch (message.type) {
        case 'records':
          judged.take(message.events)
          return wait()
        case 'ended':
          return end(message.time, message.reason)
        case 'failed':
          return end(null)
      }
    }

    wait()
    const run = this.#host().start(request, listen)
    this.#sandboxRun = run
    run.send({ type: 'computeUntil', time: request.until ?? VIRTUAL_HORIZON })
    run.send({ type: 'endAtHorizon' })
  }
}
