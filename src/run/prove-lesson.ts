/** Runs the programs of a lesson in a sandbox, on virtual time, to prove its checks. */
import { createChecker } from '../core/checks/checker.ts'
import type { CheckResult } from '../core/checks/result.ts'
import { checksOf, type LessonPlan } from '../core/lesson/lesson.ts'
import type { Program } from '../core/program/program.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { traceToJson } from '../core/trace/export/json.ts'
import { TRACE_VERSION } from '../core/trace/header.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import { problemsOfTrial, type LessonTrial } from './lesson-trial.ts'

/** How far a run is computed where the lesson has no `until`, virtual milliseconds. */
const HORIZON = 60_000
/** Real milliseconds that a run may take. */
const PATIENCE = 30_000

export interface ProvedLesson {
  readonly plan: LessonPlan
  /** The source of its scenario. */
  readonly server: string
}

export interface TrialRun {
  readonly results: readonly CheckResult[]
  /** The whole trace as JSON. */
  readonly trace: string
  readonly reason: string
}

/** Runs a trial, and twice if it must pass. Returns its problems, a sentence each. */
export async function proveTrial(
  host: SandboxHost,
  lesson: ProvedLesson,
  { files, expectation }: LessonTrial,
): Promise<readonly string[]> {
  try {
    const run = await runTrial(host, lesson, files)
    const problems = problemsOfTrial(expectation, run.results)
    if (run.reason === 'failed') return [...problems, 'the program could not start']
    if (expectation.kind !== 'passes') return problems
    const again = await runTrial(host, lesson, files)
    return [...problems, ...differences(run.trace, again.trace)]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
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
      reject(new Error(`it did not end within ${PATIENCE} ms; ${events.length} events came`))
    }, PATIENCE)
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
            return resolve({ results: checker.results(), trace, reason: message.reason })
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
