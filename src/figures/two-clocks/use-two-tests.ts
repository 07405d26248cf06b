/** The two tests of the figure, while they run on the screen. */
import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { FIRST_PROGRESS } from './first-progress.ts'
import type { RunningTest } from './run-test.ts'
import {
  FIRST_DELAY,
  NOTHING_YET,
  type ClockKind,
  type Delay,
  type Progress,
} from './two-clocks.ts'

export type Phase = 'before' | 'loading' | 'running' | 'over' | 'failed'

export interface Lane {
  readonly progress: Progress
  /** By the network's clock, milliseconds. */
  readonly now: number
  /** Of the reader's time, milliseconds; null: it is not over. */
  readonly took: number | null
}

export interface TwoTests {
  readonly phase: Ref<Phase>
  readonly delay: Ref<Delay>
  readonly lanes: ShallowRef<Readonly<Record<ClockKind, Lane>>>
  /** Fetches what the tests need. */
  prepare(): void
  start(): Promise<void>
  /** Ends both, and shows what the test is about to do. */
  reset(): Promise<void>
}

/** The network is large, and nobody needs it before a test. */
const load = async () => (await import('./run-test.ts')).runTest

const EMPTY: Lane = { progress: NOTHING_YET, now: 0, took: null }
const before = (progress: Progress) => ({ real: EMPTY, virtual: { ...EMPTY, progress } })

/** Call in `setup`. */
export function useTwoTests(): TwoTests {
  const phase = ref<Phase>('before')
  const delay = ref<Delay>(FIRST_DELAY)
  const lanes = shallowRef<Readonly<Record<ClockKind, Lane>>>(before(FIRST_PROGRESS))
  /** Counts up when what runs is no longer wanted. */
  let turn = 0
  let running: RunningTest | null = null

  const show = (clock: ClockKind, test: RunningTest, took: number | null) => {
    lanes.value = { ...lanes.value, [clock]: { progress: test.progress(), now: test.now(), took } }
  }

  function end(): number {
    running?.stop()
    running = null
    return (turn += 1)
  }

  async function start(): Promise<void> {
    const mine = end()
    phase.value = 'loading'
    lanes.value = before(NOTHING_YET)
    try {
      const run = await load()
      if (turn !== mine) return
      const virtual = await run('virtual', delay.value)
      const began = performance.now()
      await virtual.over
      if (turn !== mine) return
      show('virtual', virtual, performance.now() - began)
      const real = await run('real', delay.value)
      if (turn !== mine) return real.stop()
      const again = performance.now()
      running = real
      phase.value = 'running'
      const watch = () => {
        if (running !== real) return
        show('real', real, null)
        requestAnimationFrame(watch)
      }
      watch()
      await real.over
      if (turn !== mine) return
      show('real', real, performance.now() - again)
      end()
      phase.value = 'over'
    } catch {
      if (turn === mine) phase.value = 'failed'
    }
  }

  async function reset(): Promise<void> {
    const mine = end()
    try {
      const run = await load()
      const test = await run('virtual', delay.value)
      await test.over
      if (turn !== mine) return
      lanes.value = before(test.progress())
      phase.value = 'before'
    } catch {
      if (turn === mine) phase.value = 'failed'
    }
  }

  onBeforeUnmount(end)

  // If it cannot be loaded, a start will say so.
  const prepare = () => void load().catch(() => undefined)
  return { phase, delay, lanes, prepare, start, reset }
}
