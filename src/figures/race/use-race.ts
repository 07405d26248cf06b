import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { FIRST_RUN } from './first-run.ts'
import type { RacePicture } from './picture.ts'
import type { Race } from './race.ts'
import { durationOf, windowOf, type RaceSettings } from './settings.ts'
import { byLane, type RaceNumbers } from './tally.ts'

export type RacePhase = 'before' | 'loading' | 'running' | 'paused' | 'over' | 'failed'

/** How long a race is to take on the screen, in milliseconds, where it does not have to be slowed. */
const SCREEN_TIME = 16_000

/** A frame that took longer, because the page was hidden, counts as this long. Milliseconds. */
const LONGEST_FRAME = 100

/** The network is large, and nobody needs it before a race. */
const loadRace = () => import('./race.ts')

/** How many times as fast as it is a race is shown. */
export const speedOf = (settings: RaceSettings): number =>
  Math.max(1, Math.round(durationOf(settings) / SCREEN_TIME))

export interface RunningRace {
  readonly phase: Ref<RacePhase>
  readonly picture: ShallowRef<RacePicture>
  readonly numbers: ShallowRef<RaceNumbers>
  /** Fetches what a race needs. */
  prepare(): void
  start(settings: RaceSettings): Promise<void>
  pause(): void
  resume(): void
  /** Runs the rest as fast as it can be. */
  toEnd(): void
}

/** Runs races on the screen's time. Call in `setup`. */
export function useRace(): RunningRace {
  const phase = ref<RacePhase>('before')
  const picture = shallowRef(FIRST_RUN.picture)
  const numbers = shallowRef(FIRST_RUN.numbers)
  let race: Race | undefined
  let settings = FIRST_RUN.picture.settings
  let frame = 0
  let turn = 0
  /** Of the race's clock. */
  let target = 0
  let drawn = 0

  function show(shown: Race): void {
    const { tally, now } = shown
    drawn = now
    picture.value = { now, settings, happened: tally.happened, lanes: tally.lanes }
    numbers.value = byLane((lane) => tally.numbers(lane))
  }

  async function advance(running: Race, to: number): Promise<void> {
    await running.advance(to)
    // What was under way when the race was paused is shown when it goes on.
    if (race !== running || phase.value === 'paused') return
    // Where motion is unwelcome, the picture is turned like a page.
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (!isStill || running.isOver || running.now - drawn >= windowOf(settings) / 2) show(running)
    if (running.isOver) phase.value = 'over'
  }

  /** Lets the clock of the race run with the screen's, or a whole picture on in each frame. */
  function run(running: Race, isHurried = false): void {
    cancelAnimationFrame(frame)
    // A frame of an earlier run may be under way.
    const mine = (turn += 1)
    phase.value = 'running'
    let last = performance.now()
    const next = async (time: number) => {
      const passed = Math.min(Math.max(time - last, 0), LONGEST_FRAME)
      target += isHurried ? windowOf(settings) : passed * speedOf(settings)
      last = time
      await advance(running, target)
      if (race === running && phase.value === 'running' && turn === mine)
        frame = requestAnimationFrame(next)
    }
    frame = requestAnimationFrame(next)
  }

  function leave(): void {
    cancelAnimationFrame(frame)
    race?.stop()
    race = undefined
  }

  async function start(chosen: RaceSettings): Promise<void> {
    leave()
    phase.value = 'loading'
    try {
      const { startRace } = await loadRace()
      settings = chosen
      target = 0
      race = startRace(chosen)
      show(race)
      run(race)
    } catch {
      phase.value = 'failed'
    }
  }

  onBeforeUnmount(leave)

  return {
    phase,
    picture,
    numbers,
    // If it cannot be loaded, `start` will say so.
    prepare: () => void loadRace().catch(() => undefined),
    start,
    pause() {
      cancelAnimationFrame(frame)
      phase.value = 'paused'
      if (race !== undefined) show(race)
    },
    resume() {
      if (race !== undefined) run(race)
    },
    toEnd() {
      if (race !== undefined) run(race, true)
    },
  }
}
