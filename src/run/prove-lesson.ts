/** Runs the programs of a lesson in a sandbox, on virtual time, to prove what the lesson says. */
import { checksOf, type LessonPlan, type World } from '../core/lesson/lesson-plan.ts'
import type { WorldResults } from '../core/checks/judge-tasks.ts'
import type { Program } from '../core/program/program.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { traceToJson } from '../core/trace/export/json.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunRequest } from '../sandbox/host/run.ts'
import { JudgedWorld } from './judged-world.ts'
import type { LessonTrial } from './lesson-trial.ts'
import { headerOf, programInWorld, requestInWorld, VIRTUAL_HORIZON } from './order.ts'
import { problemsOfTrial } from './trial-problems.ts'

/** From this time on, a run is near its horizon, virtual milliseconds. */
const NEAR = 0.8 * VIRTUAL_HORIZON
/** Real milliseconds after which a run counts as hanging, even on a busy machine. */
const HANGING = 10 * 60_000

export interface ProvedLesson {
  readonly plan: LessonPlan
  /** The sources of the scenarios that its worlds name. */
  readonly servers: Readonly<Record<string, string>>
}

export interface Verdict {
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[]
  /** What the author of the lesson should know, a sentence each. */
  readonly notes: readonly string[]
}

export interface TrialRun {
  readonly results: WorldResults
  readonly events: readonly TraceEvent[]
  /** The whole trace as JSON. */
  trace(): string
  /** When it ended, virtual milliseconds. */
  readonly time: number
}

/** Runs a trial in each of its worlds, and as often as it asks for: each run gives the same trace. */
export async function proveTrial(
  host: SandboxHost,
  lesson: ProvedLesson,
  trial: LessonTrial,
): Promise<Verdict> {
  try {
    const runs = []
    const repetition: string[] = []
    const notes: string[] = []
    for (const id of trial.worlds) {
      const world = worldOf(lesson, id)
      const run = await runTrial(host, lesson, trial.files, world)
      runs.push({ world: id, ...run })
      if (trial.runs === 2 && run.results.fault === null) {
        const again = await runTrial(host, lesson, trial.files, world)
        repetition.push(...differences(run.trace(), again.trace()))
      }
      if (world.until === null && run.time >= NEAR)
        notes.push(
          `in the world ${id} it ends after ${run.time} virtual milliseconds, of ${VIRTUAL_HORIZON} that it may take`,
        )
    }
    return { problems: [...problemsOfTrial(trial, lesson.plan.tasks, runs), ...repetition], notes }
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)], notes: [] }
  }
}

function worldOf({ plan }: ProvedLesson, id: string): World {
  const world = plan.worlds.find((one) => one.id === id)
  if (world === undefined) throw new Error(`there is no world ${id}`)
  return world
}

export function runTrial(
  host: SandboxHost,
  { plan, servers }: ProvedLesson,
  files: Program,
  world: World,
): Promise<TrialRun> {
  const request: RunRequest = requestInWorld(programInWorld(files, world, servers), world)
  const header = headerOf({ request, endpointName: world.scenario }, null)
  const judged = new JudgedWorld(checksOf(plan))
  const events: TraceEvent[] = []
  const trace = () => traceToJson({ header, events })
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      run.stop()
      reject(new Error(`it did not end within ${HANGING} ms; ${events.length} events came`))
    }, HANGING)
    const run = host.start(request, (message) => {
      switch (message.type) {
        case 'records':
          for (const event of message.events) events.push(event)
          return judged.take(message.events)
        case 'ended': {
          clearTimeout(patience)
          const { reason, time } = message
          judged.finish(time, reason)
          return resolve({ results: judged.results, events, trace, time })
        }
        case 'failed':
          clearTimeout(patience)
          if (message.problem.kind === 'navigated') {
            judged.finish(null)
            return resolve({ results: judged.results, events, trace, time: 0 })
          }
          reject(new Error(`${message.problem.kind}: ${message.problem.detail}`))
      }
    })
    run.send({ type: 'computeUntil', time: world.until ?? VIRTUAL_HORIZON })
    run.send({ type: 'endAtHorizon' })
  })
}

function differences(one: string, other: string): readonly string[] {
  if (one === other) return []
  const [lines, others] = [one.split('\n'), other.split('\n')]
  const index = lines.findIndex((line, number) => line !== others[number])
  return [
    `the same run gave another trace, first in line ${index + 1}:`,
    `  ${lines[index] ?? ''}`,
    `  ${others[index] ?? ''}`,
  ]
}
