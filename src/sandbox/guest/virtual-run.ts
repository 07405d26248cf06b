/** Drives a world on virtual time, step by step, up to the time that may be computed. */
import type { EndReason } from '../messages.ts'
import type { RunControl } from './run-control.ts'

/** The part of the in-page network's clock that is needed. */
export interface SteppedClock {
  now(): number
  nextTime(): number | null
  settle(): Promise<void>
  step(): Promise<void>
  runUntil(time: number): Promise<void>
}

interface TimedInput {
  /** Virtual milliseconds. */
  readonly time: number
  perform(): void
}

export interface VirtualRunOptions {
  readonly clock: SteppedClock
  readonly control: RunControl
  /** Virtual milliseconds at which the run ends, if anything is still scheduled then. */
  readonly until: number | null
  /** In the order of their times. */
  readonly inputs: readonly TimedInput[]
  /** A user may act on the program's page, so an empty schedule does not end the run. */
  readonly interactive: boolean
  /** Resolves in a new turn of the real event loop. */
  readonly nextTurn: () => Promise<void>
  /** Whether the run cannot go on, and ends. */
  readonly failed: () => boolean
  /** Called when all that may be computed has been. */
  readonly paused: () => void
}

export interface RunEnd {
  readonly reason: EndReason
  /** Milliseconds. */
  readonly time: number
}

export async function driveVirtualRun(options: VirtualRunOptions): Promise<RunEnd> {
  const { clock, control, until, nextTurn } = options
  const inputs = [...options.inputs]

  const end = (reason: EndReason): RunEnd => ({ reason, time: clock.now() })

  await clock.settle()
  for (;;) {
    // One turn more than the clock needs: `unhandledrejection` is a task after the microtasks of
    // the last one, and belongs to the time at which it was caused.
    await nextTurn()
    if (options.failed()) return end('failed')

    const { version } = control
    const limit = Math.min(control.horizon, until ?? Infinity)
    const timer = clock.nextTime() ?? Infinity
    const input = inputs[0]?.time ?? Infinity
    const next = Math.min(timer, input)

    if (next <= limit) {
      if (input <= timer) {
        await clock.runUntil(input)
        inputs.shift()?.perform()
        await clock.settle()
      } else await clock.step()
      continue
    }

    if (next === Infinity && !options.interactive) return end('idle')
    if (until !== null && until <= control.horizon) {
      await clock.runUntil(until)
      return end('until')
    }
    await clock.runUntil(Math.max(limit, clock.now()))
    options.paused()
    if (control.endsAtHorizon) return end('horizon')
    await control.changeSince(version)
    await clock.settle()
  }
}
