/** Runs the programs of a lesson in a sandbox, on virtual time, to prove its checks. */
import { createChecker } from '../core/checks/checker.ts'
import type { CheckResult } from '../core/checks/result.ts'
import { checksOf, type LessonPlan } from '../core/lesson/lesson-plan.ts'
import type { Program } from '../core/program/program.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { traceToJson } from '../core/trace/export/json.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunRequest } from '../sandbox/host/run.ts'
import { headerOf } from './order.ts'
import { problemsOfTrial, type LessonTrial } from './lesson-trial.ts'

/** How far a run is computed if its lesson has no `until`, virtual milliseconds. */
const HORIZON = 60_000
/** From this time on, a run is near its horizon. */
const NEAR = 0.8 * HORIZON
/** Real milliseconds after which a run counts as hanging, even on a busy machine. */
const HANGING = 10 * 60_000

export interface ProvedLesson {
  readonly plan: LessonPlan
  /** The source of its scenario. */
  readonly server: string
}

export interface Verdict {
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[]
  /** What the author of the lesson should know, a sentence each. */
  readonly notes: readonly string[]
}

export interface TrialRun {
  readonly results: readonly CheckResult[]
  /** The whole trace as JSON. */
  readonly trace: string
  readonly reason: string
  /** When it ended, virtual milliseconds. */
  readonly time: number
}

/** Runs a trial as often as it asks for; each run must give the same trace. */
export async function proveTrial(
  host: SandboxHost,
  lesson: ProvedLesson,
  { files, expectation, runs }: LessonTrial,
): Promise<Verdict> {
  try {
    const run = await runTrial(host, lesson, files)
    const problems = [...problemsOfTrial(expectation, run.results)]
    if (run.reason === 'failed') problems.push('the program could not start')
    else if (runs === 2) {
      const again = await runTrial(host, lesson, files)
      problems.push(...differences(run.trace, again.trace))
    }
    const isNear = lesson.plan.worlds[0].until === null && run.time >= NEAR
    const note = `it ends after ${run.time} virtual milliseconds, of ${HORIZON} that it may take`
    return { problems, notes: isNear ? [note] : [] }
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)], notes: [] }
  }
}

export function runTrial(
  host: SandboxHost,
  { plan, server }: ProvedLesson,
  files: Program,
): Promise<TrialRun> {
  const [{ conditions, seed, until, inputs, scenario }] = plan.worlds
  const request: RunRequest = {
    program: { 'server.js': server, ...files },
    endpoint: { kind: 'built-in', conditions, seed },
    routed: true,
    until,
    inputs,
  }
  const header = headerOf({ request, endpointName: scenario }, null)
  const checker = createChecker(checksOf(plan))
  const events: TraceEvent[] = []
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      run.stop()
      reject(new Error(`it did not end within ${HANGING} ms; ${events.length} events came`))
    }, HANGING)
    const run = host.start(request, (message) => {
      switch (message.type) {
        case 'records':
          for (const event of message.events) {
            events.push(event)
            checker.accept(event)
          }
          return
        case 'ended': {
          clearTimeout(patience)
          const { reason, time } = message
          checker.finish(time)
          const trace = traceToJson({ header, events })
          return resolve({ results: checker.results(), trace, reason, time })
        }
        case 'failed':
          clearTimeout(patience)
          reject(new Error(`${message.problem.kind}: ${message.problem.detail}`))
      }
    })
    run.send({ type: 'computeUntil', time: until ?? HORIZON })
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
