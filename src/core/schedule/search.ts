/** Looks for a schedule under which a program breaks an invariant, and shrinks what it finds. */
import type { PlannedIntervention } from '../trace/intervention.ts'
import { brokenBy, type Broken, type Invariant } from './invariant.ts'
import { Proposals } from './proposals.ts'
import { added, withAdded, type Schedule } from './schedule.ts'
import { disturbedUntil, type ScheduledRun } from './scheduled-run.ts'
import { fewest } from './shrink.ts'

export interface Search {
  readonly plain: Schedule
  readonly invariants: readonly Invariant[]
  /** When the plain run ends; null: when nothing is scheduled. */
  readonly until: number | null
  /** Of the search's own choices. */
  readonly seed: number
  /** @returns null: it was stopped, or could not run. */
  readonly run: (schedule: Schedule) => Promise<ScheduledRun | null>
  /** Whether the time is over. Asked before each run. */
  readonly isOver: (phase: 'search' | 'shrink') => boolean
  /** How many schedules were tried so far, the plain run among them. */
  readonly tried: (count: number) => void
}

export type Found =
  | {
      readonly kind: 'broken'
      readonly schedule: Schedule
      readonly broken: Broken
      /** When, milliseconds; undefined where something never came. */
      readonly time: number | undefined
      /** How many schedules were tried until one broke it. */
      readonly after: number
      /** And with those in which it was shrunk. */
      readonly tried: number
    }
  /** An invariant does not hold even where nothing happens from outside. */
  | { readonly kind: 'plainBreaks'; readonly broken: Broken }
  | { readonly kind: 'held'; readonly tried: number }
  /** The plain run was stopped, or could not run. */
  | { readonly kind: 'noRun' }

interface BrokenRun {
  readonly broken: Broken
  readonly run: ScheduledRun
}

function timeOf({ seq }: Broken, { events }: ScheduledRun): number | undefined {
  return seq === undefined ? undefined : events.find((event) => event.seq === seq)?.time
}

/** How many runs a found schedule is shrunk in, at most. */
const MAX_SHRINKING = 60

/** Searches until something is broken or the time is over: the same seed, the same order of schedules. */
export async function search({
  plain,
  invariants,
  until,
  seed,
  ...search
}: Search): Promise<Found> {
  const run = await search.run(plain)
  if (run === null) return { kind: 'noRun' }
  const end = disturbedUntil(until, run)
  const plainly = { schedule: plain, run: { ...run, until: end } }
  const atOnce = brokenBy(plainly, plainly, invariants)
  if (atOnce !== null) return { kind: 'plainBreaks', broken: atOnce }
  let tried = 1
  search.tried(tried)

  const judge = async (schedule: Schedule, asked: readonly Invariant[]) => {
    const disturbed = await search.run(schedule)
    if (disturbed === null) return null
    tried += 1
    search.tried(tried)
    return {
      run: disturbed,
      broken: brokenBy({ schedule, run: disturbed }, plainly, asked),
    }
  }

  const kinds = [...new Set(invariants.flatMap(({ under }) => under))]
  const proposals = new Proposals({ plain, run, until: end, seed, kinds })
  while (!search.isOver('search')) {
    const schedule = proposals.next()
    if (schedule === null) break
    const judged = await judge(schedule, invariants)
    if (judged === null) break
    const { broken, run: disturbed } = judged
    if (broken === null) {
      proposals.learn(schedule, disturbed)
      continue
    }
    const after = tried
    const found = await shrink(schedule, { broken, run: disturbed })
    return { kind: 'broken', ...found, after, tried }
  }
  return { kind: 'held', tried }

  async function shrink(first: Schedule, { broken, run: firstRun }: BrokenRun) {
    const asked = [broken.invariant]
    let best = { schedule: first, broken, time: timeOf(broken, firstRun) }
    let left = MAX_SHRINKING
    const breaks = async (schedule: Schedule): Promise<boolean | null> => {
      if (left === 0 || search.isOver('shrink')) return null
      left -= 1
      const judged = await judge(schedule, asked)
      if (judged === null) return null
      if (judged.broken === null) return false
      best = { schedule, broken: judged.broken, time: timeOf(judged.broken, judged.run) }
      return true
    }
    const steady = withAdded(plain, added(first, plain))
    if (first.jitter !== plain.jitter || first.seed !== plain.seed) await breaks(steady)
    const { seed: drawn, jitter } = best.schedule
    const again = (planned: readonly PlannedIntervention[]) =>
      withAdded(plain, planned, { seed: drawn, jitter })
    const few = await fewest(added(best.schedule, plain), (some) => breaks(again(some)))
    for (const [index, planned] of few.entries())
      for (const milder of milderThan(planned)) {
        const now = added(best.schedule, plain)
        const verdict = await breaks(again(now.with(index, milder)))
        if (verdict !== true) break
      }
    return best
  }
}

/** The same for a shorter time or in an easier way, each milder than the one before. */
function milderThan(planned: PlannedIntervention): readonly PlannedIntervention[] {
  switch (planned.kind) {
    case 'delay':
    case 'stallServer':
      return [2, 4, 8]
        .map((part) => Math.round(planned.duration / part))
        .filter((duration) => duration >= 50)
        .map((duration) => ({ ...planned, duration }))
    case 'cut':
    case 'slowTimers':
    case 'dropFrame':
    case 'stopServer':
      return []
  }
}
