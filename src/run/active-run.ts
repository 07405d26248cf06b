import type { SandboxHost } from '../sandbox/host.ts'
import type { ScheduledInput } from '../sandbox/messages.ts'
import type { RunListener, SandboxRun } from '../sandbox/host/run.ts'
import { batchPerAnimationFrame, type Batched } from './batched.ts'
import { isOnVirtualTime, isPacedByPlayhead, type RunOrder } from './order.ts'
import { Pace } from './pace.ts'
import { Recorder } from './recorder.ts'
import type { Recording } from './recording.ts'
import { startRun } from './start-run.ts'

/** A run in the sandbox: it is recorded, and computed as far as the playhead needs. */
export class ActiveRun {
  readonly recording: Recording
  readonly #order: RunOrder
  readonly #pace: Pace
  readonly #recorder: Recorder
  readonly #batched: Batched
  readonly #sandboxRun: SandboxRun

  /**
   * @param speed of the playhead.
   * @param listener gets each message once it is recorded.
   */
  constructor(
    host: SandboxHost,
    order: RunOrder,
    recording: Recording,
    speed: number,
    listener: RunListener,
  ) {
    this.recording = recording
    this.#order = order
    this.#pace = new Pace(isPacedByPlayhead(order))
    this.#recorder = new Recorder(recording)
    this.#batched = batchPerAnimationFrame((message) => {
      this.#recorder.take(message)
      listener(message)
    })
    this.#sandboxRun = startRun(host, order.request, this.#batched.listen)
    this.#compute(this.#pace.computeUntilFor(order.standAt ?? 0, speed))
    if (order.toTheEnd === true && isOnVirtualTime(order))
      this.#sandboxRun.send({ type: 'endAtHorizon' })
  }

  /** Computes what a playhead at this time needs, virtual milliseconds. */
  computeFor(playhead: number, speed: number): void {
    if (this.#order.toTheEnd !== true) this.#compute(this.#pace.computeUntilFor(playhead, speed))
  }

  /** Computes on from `end`, virtual milliseconds, to find the next event. */
  findMore(end: number): void {
    this.#compute(this.#pace.toFindMore(end))
  }

  /** Computes the run to its end, or to what may come soon after the playhead, virtual milliseconds. */
  endSoonAfter(playhead: number): void {
    if (!isOnVirtualTime(this.#order) || this.recording.complete) return
    this.#compute(this.#pace.forTheEnd(playhead, this.#order.request.until))
    this.#sandboxRun.send({ type: 'endAtHorizon' })
  }

  /** Whether a user may act in it now: its world waits for the playhead, or runs in real time. */
  get takesInput(): boolean {
    return (
      !this.recording.complete && (isPacedByPlayhead(this.#order) || !isOnVirtualTime(this.#order))
    )
  }

  /** The user acts now. */
  input(input: Omit<ScheduledInput, 'time'>): void {
    this.#sandboxRun.send({ type: 'input', input: { ...input, time: this.recording.end } })
  }

  /** Ends the program at once, and keeps what it did. */
  stop(): void {
    this.#batched.flush()
    this.#sandboxRun.stop()
    if (!this.recording.complete) this.#recorder.finish(this.recording.end)
  }

  #compute(until: number | null): void {
    if (until !== null && !this.recording.complete)
      this.#sandboxRun.send({ type: 'computeUntil', time: until })
  }
}
