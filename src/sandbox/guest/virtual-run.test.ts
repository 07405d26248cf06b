import { describe, expect, it } from 'vitest'
import { RunControl } from './run-control.ts'
import { driveVirtualRun, type SteppedClock, type VirtualRunOptions } from './virtual-run.ts'

/** A clock whose timers are given, and may set more. */
function clockWith(timers: { time: number; run?: () => void }[]) {
  let now = 0
  const fired: number[] = []
  const earliest = () => timers.sort((a, b) => a.time - b.time)[0]
  const clock: SteppedClock = {
    now: () => now,
    nextTime: () => earliest()?.time ?? null,
    settle: () => Promise.resolve(),
    step() {
      earliest()
      const timer = timers.shift()
      if (timer) {
        now = timer.time
        fired.push(now)
        timer.run?.()
      }
      return Promise.resolve()
    },
    async runUntil(time) {
      while ((clock.nextTime() ?? Infinity) <= time) await clock.step()
      now = Math.max(now, time)
    },
  }
  return { clock, fired }
}

function drive(clock: SteppedClock, options: Partial<VirtualRunOptions> = {}) {
  const control = options.control ?? new RunControl()
  return driveVirtualRun({
    clock,
    control,
    until: null,
    inputs: [],
    interactive: false,
    nextTurn: () => Promise.resolve(),
    failed: () => false,
    paused: () => undefined,
    ...options,
  })
}

function controlUntil(time: number): RunControl {
  const control = new RunControl()
  control.computeUntil(time)
  return control
}

describe('a run on virtual time', () => {
  it('ends when nothing is scheduled, even if nothing may be computed', async () => {
    const { clock } = clockWith([])
    expect(await drive(clock)).toEqual({ reason: 'idle', time: 0 })
  })

  it('ends at its last timer', async () => {
    const { clock, fired } = clockWith([{ time: 30 }, { time: 10 }])
    const end = await drive(clock, { control: controlUntil(100) })
    expect(end).toEqual({ reason: 'idle', time: 30 })
    expect(fired).toEqual([10, 30])
  })

  it('ends at `until`, what is due then included and what is later not', async () => {
    const { clock, fired } = clockWith([{ time: 50 }, { time: 51 }])
    const end = await drive(clock, { control: controlUntil(100), until: 50 })
    expect(end).toEqual({ reason: 'until', time: 50 })
    expect(fired).toEqual([50])
  })

  it('ends before `until` when nothing is scheduled any more', async () => {
    const { clock } = clockWith([{ time: 5 }])
    const end = await drive(clock, { control: controlUntil(10), until: 50 })
    expect(end).toEqual({ reason: 'idle', time: 5 })
  })

  it('goes to `until` if a timer is due later', async () => {
    const { clock, fired } = clockWith([{ time: 5 }, { time: 60 }])
    const end = await drive(clock, { control: controlUntil(50), until: 50 })
    expect([end, fired]).toEqual([{ reason: 'until', time: 50 }, [5]])
  })

  it('waits at the horizon and goes on when it moves', async () => {
    const { clock, fired } = clockWith([{ time: 10 }, { time: 20 }])
    const control = controlUntil(15)
    const pauses: number[] = []
    const end = drive(clock, {
      control,
      paused() {
        pauses.push(clock.now())
        // Comes before the run has begun to wait.
        control.computeUntil(25)
      },
    })
    expect(await end).toEqual({ reason: 'idle', time: 20 })
    expect(pauses).toEqual([15])
    expect(fired).toEqual([10, 20])
  })

  it('ends at the horizon if it will not move', async () => {
    const { clock, fired } = clockWith([{ time: 10 }, { time: 20 }])
    const control = controlUntil(15)
    control.endAtHorizon()
    expect(await drive(clock, { control })).toEqual({ reason: 'horizon', time: 15 })
    expect(fired).toEqual([10])
  })

  it('ends at once when it has failed', async () => {
    let failed = false
    const { clock, fired } = clockWith([{ time: 10, run: () => (failed = true) }, { time: 20 }])
    const end = await drive(clock, { control: controlUntil(100), failed: () => failed })
    expect(end).toEqual({ reason: 'failed', time: 10 })
    expect(fired).toEqual([10])
  })

  it('performs inputs at their times, before timers of the same time', async () => {
    const order: string[] = []
    const { clock } = clockWith([
      { time: 10, run: () => order.push('timer 10') },
      { time: 20, run: () => order.push('timer 20') },
    ])
    const input = (time: number) => ({
      time,
      perform: () => order.push(`input ${time} at ${clock.now()}`),
    })
    await drive(clock, { control: controlUntil(100), inputs: [input(15), input(30)] })
    expect(order).toEqual(['timer 10', 'input 15 at 15', 'timer 20', 'input 30 at 30'])
  })

  it('goes on while a user may act on its page', async () => {
    const { clock } = clockWith([])
    const control = controlUntil(15)
    let paused = 0
    const end = drive(clock, {
      control,
      interactive: true,
      paused() {
        paused += 1
        if (paused === 1) control.wake()
        else control.endAtHorizon()
      },
    })
    expect(await end).toEqual({ reason: 'horizon', time: 15 })
    expect(paused).toBeGreaterThan(1)
  })
})
