/** Runs the programs of a lesson in a sandbox, on virtual time, to prove its checks. */
import { createChecker } from '../core/checks/checker.ts'
import type { CheckResult } from '../core/checks/result.ts'
import { checksOf, type LessonPlan } from '../core/lesson/lesson.ts'
import type { Program } from '../core/program/program.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { traceToJson } from '../core/trace/export/json.ts'
import { TRACE_VERSION } from '../core/trace/version.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import { problemsOfTrial, type LessonTrial } from './lesson-trial.ts'

/** How far a run is computed where the lesson has no `until`, virtual milliseconds. */
const HORIZON = 60_000
/** From here on a run is near to that limit. */
const NEAR = 0.8 * HORIZON
/** Real milliseconds after which a run counts as hanging. No machine is as busy as that. */
const HANGING = 10 * 60_000

export interface ProvedLesson {
  readonly plan: LessonPlan
  /** The source of its scenario. */
  readonly server: string
}

export interface Verdict {
  /** What is not as it should be, a sentence each. */
  readonly problems: readonly string[]
  /** What the lesson's author should know, a sentence each. */
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

/** Runs a trial as often as it asks for; each run has to give the same trace. */
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
    const isNear = lesson.plan.until === null && run.time >= NEAR
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
  const { conditions, seed, until, inputs, scenario } = plan
  const checker = createChecker(checksOf(plan))
  const events: TraceEvent[] = []
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      run.stop()
      reject(new Error(`it did not end within ${HANGING} ms; ${events.length} events came`))
    }, HANGING)
    const run = host.start(
      {
        program: { 'server.js': server, ...files },
        endpoint: { kind: 'built-in', conditions, seed },
        routed: true,
        until,
        inputs,
      },
      (message) => {
        switch (message.type) {
          case 'records':
            for (const event of message.events) {
              events.push(event)
              checker.accept(event)
            }
            return
          case 'ended': {
            clearTimeout(patience)
            checker.finish(message.time)
            const header = {
              version: TRACE_VERSION,
              clock: 'virtual',
              seed,
              conditions,
              endpoint: { kind: 'built-in', name: scenario },
              startedAt: null,
              browser: '',
            } as const
            const trace = traceToJson({ header, events })
            return resolve({
              results: checker.results(),
              trace,
              reason: message.reason,
              time: message.time,
            })
          }
          case 'failed':
            clearTimeout(patience)
            reject(new Error(`${message.problem.kind}: ${message.problem.detail}`))
        }
      },
    )
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
