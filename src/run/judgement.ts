/**
 * Judges the learner's own run. What decides checks is fetched when the first run has begun: what has
 * happened until it is there is judged then.
 */
import type { Check } from '../core/checks/check.ts'
import type { WorldResults } from '../core/checks/judge-tasks.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import type { EndReason } from '../sandbox/messages.ts'
import type { JudgedWorld } from './judged-world.ts'
import { whenIdle } from './when-idle.ts'

export type Judge = (checks: readonly Check[]) => JudgedWorld

let judge: Judge | undefined
let loading: Promise<Judge> | undefined

/** Fetches what decides checks. */
export function loadJudge(): Promise<Judge> {
  loading ??= import('./judged-world.ts').then(
    ({ JudgedWorld }) => (judge = (checks) => new JudgedWorld(checks)),
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}

/** Milliseconds after the start of a run until its judge is fetched, however busy the page is. */
const PATIENCE = 500

const RUNNING: WorldResults = { outcome: 'running', results: [], fault: null }

export class Judgement {
  #world: JudgedWorld | undefined
  #waiting: ((world: JudgedWorld, judge: Judge) => void)[] = []

  /** @param changed called when what has happened meanwhile is judged. */
  constructor(checks: readonly Check[], changed: () => void) {
    if (judge !== undefined) {
      this.#world = judge(checks)
      return
    }
    const begin = (judge: Judge) => {
      const world = (this.#world = judge(checks))
      for (const action of this.#waiting.splice(0)) action(world, judge)
      changed()
    }
    // What cannot be fetched leaves the tasks open; the page has said that it was not.
    whenIdle(() => void loadJudge().then(begin, () => undefined), PATIENCE)
  }

  /** As `JudgedWorld.take`. */
  take(events: readonly TraceEvent[]): boolean {
    if (this.#world !== undefined) return this.#world.take(events)
    this.#waiting.push((world) => void world.take(events))
    return false
  }

  /** As `JudgedWorld.finish`. */
  finish(time: number | null, reason: EndReason): void {
    this.whenJudged((world) => world.finish(time, reason))
  }

  /** Calls back when all that has happened so far is judged: at once, if it is. */
  whenJudged(action: (world: JudgedWorld, judge: Judge) => void): void {
    if (this.#world !== undefined && judge !== undefined) action(this.#world, judge)
    else this.#waiting.push(action)
  }

  get results(): WorldResults {
    return this.#world?.results ?? RUNNING
  }
}
