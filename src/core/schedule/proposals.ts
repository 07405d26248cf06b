/**
 * Proposes schedules, cheap and promising ones first: a slower network, a cut or a stall in each
 * stretch of the plain run, then a second disturbance where the program recovers from the first, and
 * in the end whatever the seed says.
 */
import type { PlannedIntervention } from '../trace/intervention.ts'
import { createChance, type Chance } from './chance.ts'
import { added, withAdded, type Disturbance, type Schedule } from './schedule.ts'
import { momentsOf, pointsBetween, type ScheduledRun } from './scheduled-run.ts'

/** Of one schedule. A fault that needs more is rare, and hard to understand. */
const MAX_ADDED = 4
/** What follows from one run, so that none fills the queue. */
const MAX_FOLLOWING = 8

/**
 * Milliseconds, each way. With more, an opening handshake takes longer than right programs wait: it is
 * twice there and back.
 */
const MAX_DELAY = 1_500
const DELAYS = [1_200, 200, MAX_DELAY] as const
const JITTERS = [300, 1_000] as const
/** Milliseconds. */
const STALLS = [4_000, 800, 20_000] as const
const SLOW_TIMERS = 65_000

export interface ProposalOptions {
  readonly plain: Schedule
  readonly run: ScheduledRun
  /** Up to when interventions begin, milliseconds. */
  readonly until: number
  readonly seed: number
  readonly kinds: readonly Disturbance[]
}

export class Proposals {
  readonly #plain: Schedule
  readonly #until: number
  readonly #kinds: readonly Disturbance[]
  readonly #chance: Chance
  readonly #points: readonly number[]
  readonly #lines: readonly Iterator<readonly PlannedIntervention[]>[]
  readonly #jitters: Schedule[]
  /** One cut after the other. The latest first: some programs come back only so many times. */
  readonly #again: (readonly PlannedIntervention[])[] = []
  readonly #following: (readonly PlannedIntervention[])[] = []
  readonly #proposed = new Set<string>()
  #turn = 0

  constructor({ plain, run, until, seed, kinds }: ProposalOptions) {
    this.#plain = plain
    this.#until = until
    this.#kinds = kinds
    this.#chance = createChance(seed)
    const moments = momentsOf(run, 0, until)
    const points = pointsBetween(moments.length === 0 ? [0] : moments, until)
    this.#points = spread(points)
    const may = (kind: Disturbance) => kinds.includes(kind)
    const one = (planned: PlannedIntervention) => [planned]
    const cuts = () => this.#points.map((time) => one({ kind: 'cut', time, how: 'rst' }))
    const stalls = () =>
      STALLS.flatMap((duration) =>
        this.#points.map((time) => one({ kind: 'stallServer', time, duration })),
      )
    const delays = () =>
      DELAYS.flatMap((duration) => [
        one({ kind: 'delay', time: 0, duration }),
        ...this.#points.map((time) => one({ kind: 'delay', time, duration })),
      ])
    const slowed = () =>
      [0, ...this.#points].map((time) => one({ kind: 'slowTimers', time, duration: SLOW_TIMERS }))
    // Most programs break at a cut, so it has two turns.
    const cutting = cuts()[Symbol.iterator]()
    this.#lines = [
      ...(may('delay') ? [delays()[Symbol.iterator]()] : []),
      ...(may('cut') ? [cutting] : []),
      ...(may('stallServer') ? [stalls()[Symbol.iterator]()] : []),
      ...(may('cut') ? [cutting] : []),
      ...(may('slowTimers') ? [slowed()[Symbol.iterator]()] : []),
    ]
    this.#jitters = may('delay')
      ? JITTERS.flatMap((jitter) =>
          [0, 1, 2].map((more) => withAdded(plain, [], { jitter, seed: plain.seed + more })),
        )
      : []
  }

  /** The next schedule; never one twice. Null: nothing may be disturbed. */
  next(): Schedule | null {
    if (this.#kinds.length === 0) return null
    for (;;) {
      const schedule = this.#propose()
      const key = JSON.stringify(schedule)
      if (this.#proposed.has(key)) continue
      this.#proposed.add(key)
      return schedule
    }
  }

  /** Nothing broke: what may be done to the run where it goes another way than the plain one. */
  learn(schedule: Schedule, run: ScheduledRun): void {
    const before = added(schedule, this.#plain)
    if (before.length === 0 || before.length >= MAX_ADDED) return
    const last = Math.max(...before.map((one) => ('time' in one ? one.time : 0)))
    if (!run.events.some(({ type, time }) => type === 'created' && time > last)) return
    const moments = momentsOf(run, last, last + this.#until + SLOW_TIMERS)
    const points = pointsBetween(moments, last + this.#until + SLOW_TIMERS)
    const following: (readonly PlannedIntervention[])[] = []
    for (const time of spread(points.slice(0, 2 * MAX_FOLLOWING)).slice(0, MAX_FOLLOWING))
      for (const planned of this.#each(time)) {
        const both = tolerable([...before, planned])
        if (both.length > before.length) following.push(both)
      }
    const isAgain = (some: readonly PlannedIntervention[]) =>
      some.every(({ kind }) => kind === 'cut')
    this.#again.push(...following.filter(isAgain).toReversed())
    this.#following.push(...following.filter((some) => !isAgain(some)))
  }

  #each(time: number): readonly PlannedIntervention[] {
    const all: readonly PlannedIntervention[] = [
      { kind: 'cut', time, how: 'rst' },
      { kind: 'delay', time, duration: DELAYS[0] },
      { kind: 'stallServer', time, duration: STALLS[0] },
    ]
    return all.filter(({ kind }) => this.#kinds.some((one) => one === kind))
  }

  /** Each line in turn; every other time what follows from an earlier run, if there is any. */
  #propose(): Schedule {
    this.#turn += 1
    if (this.#turn % 3 === 0) {
      const following = this.#next()
      if (following !== undefined) return withAdded(this.#plain, following)
    }
    if (this.#turn % 5 === 4) {
      const jittery = this.#jitters.shift()
      if (jittery !== undefined) return jittery
    }
    for (let tried = 0; tried < this.#lines.length; tried += 1) {
      const line = this.#lines[(this.#turn + tried) % this.#lines.length]
      const { done, value } = line?.next() ?? { done: true, value: undefined }
      if (done !== true) return withAdded(this.#plain, value)
    }
    return this.#atRandom()
  }

  #next(): readonly PlannedIntervention[] | undefined {
    const { length } = this.#following
    return this.#turn % 2 === 0 || length === 0 ? this.#again.pop() : this.#following.shift()
  }

  #atRandom(): Schedule {
    const { next, pick } = this.#chance
    const count = 1 + Math.floor(next() * MAX_ADDED)
    const planned = tolerable(Array.from({ length: count }, () => this.#oneAtRandom()))
    const isJittery = this.#kinds.includes('delay') && next() < 0.25
    return withAdded(
      this.#plain,
      planned,
      isJittery ? { jitter: pick(JITTERS) ?? 0, seed: Math.floor(next() * 2 ** 32) } : {},
    )
  }

  #oneAtRandom(): PlannedIntervention {
    const { next, pick } = this.#chance
    const time = next() < 0.7 ? (pick(this.#points) ?? 0) : next() * this.#until
    const kind = pick(this.#kinds) ?? 'delay'
    switch (kind) {
      case 'cut':
        return { kind, time, how: next() < 0.5 ? 'rst' : 'fin' }
      case 'delay':
        return { kind, time, duration: Math.round(50 + (next() * MAX_DELAY) / 2) }
      case 'stallServer':
        return { kind, time, duration: Math.round(200 + next() * 20_000) }
      case 'slowTimers':
        return { kind, time, duration: SLOW_TIMERS }
    }
  }
}

/**
 * As much as a right program may be asked to stand: no delay on top of delays, and one minute in the
 * background. What is more would not be over before the run is.
 */
function tolerable(planned: readonly PlannedIntervention[]): readonly PlannedIntervention[] {
  const isFirst = ({ kind }: PlannedIntervention, index: number) =>
    planned.findIndex((other) => other.kind === kind) === index
  return planned.filter(
    (one, index) => (one.kind !== 'delay' && one.kind !== 'slowTimers') || isFirst(one, index),
  )
}

/** The same in another order: far from each other first, so that the first few are everywhere. */
function spread<Item>(items: readonly Item[]): readonly Item[] {
  const bits = Math.ceil(Math.log2(Math.max(items.length, 1)))
  return Array.from({ length: 2 ** bits }, (_, index) => {
    let reversed = 0
    for (let bit = 0; bit < bits; bit += 1) reversed |= ((index >> bit) & 1) << (bits - 1 - bit)
    return items[reversed]
  }).filter((item) => item !== undefined)
}
