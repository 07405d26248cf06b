/** Runs programs under schedules in the in-page network, on Node. */
import { readFileSync } from 'node:fs'
import { invariantOf, type Invariant } from '../../src/core/schedule/invariant.ts'
import type { Schedule } from '../../src/core/schedule/schedule.ts'
import { search, type Found } from '../../src/core/schedule/search.ts'
import { horizonOf, type ScheduledRun } from '../../src/core/schedule/scheduled-run.ts'
import { world, type ModuleLoader } from '../../src/in-page-network/index.ts'
import type { Case } from './cases.ts'

export const PLAIN: Schedule = { seed: 101, jitter: 0, interventions: [] }
const LATENCY = 40

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

function invariantsOf({ holds, under }: Case): readonly Invariant[] {
  return holds.map((name) => invariantOf(name, under))
}

// The standard's class, which has no name of its own.
const AsyncFunction = (async () => undefined).constructor as new (
  text: string,
) => () => Promise<void>

/** Modules that were imported are never let go, and here are thousands. These import nothing. */
const load: ModuleLoader = (source) => new AsyncFunction(`'use strict'\n${source}`)()

type Kind = 'wrong' | 'right'

function runOf({ name, server }: Case, kind: Kind) {
  const program = textOf(`programs/${name}/${kind}.js`)
  const source = textOf(`servers/${server}.js`)
  const until = horizonOf(null)
  return async ({ seed, jitter, interventions }: Schedule): Promise<ScheduledRun> => {
    const { events } = await world({
      program,
      servers: { 'localhost:8080': source },
      seed,
      conditions: { latency: LATENCY, jitter },
      interventions,
      until,
      load,
    })
    const last = events.at(-1)?.time ?? 0
    // What beats every so often does so in the last minutes, too.
    const isIdle = last < until - 61_000
    return { events, end: isIdle ? last : until, isIdle }
  }
}

/** Searches in this many runs, whatever time they take; what is found is shrunk after that. */
export function searchIn(one: Case, kind: Kind, tries: number): Promise<Found> {
  let tried = 0
  return search({
    plain: PLAIN,
    invariants: invariantsOf(one),
    until: null,
    seed: PLAIN.seed,
    run: runOf(one, kind),
    isOver: (phase) => phase === 'search' && tried >= tries,
    tried: (count) => (tried = count),
  })
}
