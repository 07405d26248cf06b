/** The page of `npm run lessons`: runs programs in the real sandbox, on virtual time. */
import { loadLesson, slugs } from 'virtual:course'
import { loadProof } from 'virtual:course-proofs'
import { scenarios } from 'virtual:scenarios'
import { createChecker } from '../../src/core/checks/checker.ts'
import type { CheckResult } from '../../src/core/checks/result.ts'
import { checksOf, type LessonPlan } from '../../src/core/lesson/lesson.ts'
import type { Program } from '../../src/core/program/program.ts'
import type { TraceEvent } from '../../src/core/trace/event.ts'
import { traceToJson } from '../../src/core/trace/export/json.ts'
import { TRACE_VERSION } from '../../src/core/trace/header.ts'
import { createSandboxHost } from '../../src/sandbox/host.ts'
import { problemsOfTrial, trialsOf, type LessonTrial } from './trial.ts'

/** Where a lesson has no `until`, virtual milliseconds. */
const HORIZON = 60_000
/** Real milliseconds that a run may take. */
const PATIENCE = 30_000

const container = document.querySelector<HTMLElement>('#page')
if (container === null) throw new Error('the page has no place for the sandbox')
const host = createSandboxHost({ container, url: 'sandbox.html', title: 'Program' })

interface Run {
  readonly results: readonly CheckResult[]
  /** The whole trace as JSON. */
  readonly trace: string
  readonly reason: string
}

function runProgram(lesson: LessonPlan, files: Program): Promise<Run> {
  const server = scenarios[lesson.scenario] ?? ''
  const checker = createChecker(checksOf(lesson))
  const events: TraceEvent[] = []
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      run.stop()
      reject(new Error(`it did not end within ${PATIENCE} ms; ${events.length} events came`))
    }, PATIENCE)
    const run = host.start(
      {
        program: { 'server.js': server, ...files },
        endpoint: { kind: 'built-in', conditions: lesson.conditions, seed: lesson.seed },
        routed: true,
        until: lesson.until,
        inputs: lesson.inputs,
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
              seed: lesson.seed,
              conditions: lesson.conditions,
              endpoint: { kind: 'built-in', name: lesson.scenario },
              startedAt: null,
              browser: navigator.userAgent,
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
    run.computeUntil(lesson.until ?? HORIZON)
    run.endAtHorizon()
  })
}

async function trialsIn(slug: string): Promise<readonly LessonTrial[]> {
  return trialsOf(await loadLesson(slug), await loadProof(slug))
}

/** What is wrong with a program of a lesson, in sentences. */
async function attempt(slug: string, name: string): Promise<readonly string[]> {
  const lesson = await loadLesson(slug)
  const trial = (await trialsIn(slug)).find((candidate) => candidate.name === name)
  if (trial === undefined) return [`there is no ${name}`]
  try {
    const run = await runProgram(lesson, trial.files)
    const problems = problemsOfTrial(trial.expectation, run.results)
    if (run.reason === 'failed') return [...problems, 'the program could not start']
    if (trial.expectation.kind !== 'passes') return problems
    const again = await runProgram(lesson, trial.files)
    return [...problems, ...differences(run.trace, again.trace)]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function differences(one: string, other: string): readonly string[] {
  if (one === other) return []
  const others = other.split('\n')
  const index = one.split('\n').findIndex((line, number) => line !== others[number])
  return [
    `the same run gave another trace, first in line ${index + 1}:`,
    `  ${one.split('\n')[index] ?? ''}`,
    `  ${others[index] ?? ''}`,
  ]
}

const harness = {
  slugs,
  trials: async (slug: string) => (await trialsIn(slug)).map(({ name }) => name),
  attempt,
  /** The trace of a program, as JSON, to look at. */
  trace: async (slug: string, name: string) => {
    const lesson = await loadLesson(slug)
    const trial = (await trialsIn(slug)).find((candidate) => candidate.name === name)
    return trial === undefined ? '' : (await runProgram(lesson, trial.files)).trace
  },
}

declare global {
  interface Window {
    lessonHarness: typeof harness
  }
}

window.lessonHarness = harness
