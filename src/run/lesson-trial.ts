/** The programs of a lesson, each with the results that its run must have. */
import type { CheckResult } from '../core/checks/result.ts'
import type { LessonPlan, LessonProof, WrongProgram } from '../core/lesson/lesson-plan.ts'
import type { Program } from '../core/program/program.ts'

export type Expectation =
  /** Every check passes. */
  | { readonly kind: 'passes' }
  /** At least one check fails. */
  | { readonly kind: 'fails' }
  | { readonly kind: 'failsOn'; readonly wrong: WrongProgram }

export interface LessonTrial {
  /** For example `wrong/send-too-early`. */
  readonly name: string
  readonly files: Program
  readonly expectation: Expectation
  /** A second run must give the same trace. */
  readonly runs: 1 | 2
}

export function trialsOf(
  { start }: Pick<LessonPlan, 'start'>,
  { solution, right, wrong }: LessonProof,
): readonly LessonTrial[] {
  return [
    { name: 'solution', files: solution, expectation: { kind: 'passes' }, runs: 2 },
    { name: 'start', files: start, expectation: { kind: 'fails' }, runs: 1 },
    ...wrong.map((program): LessonTrial => ({
      name: `wrong/${program.name}`,
      files: { ...(program.over === 'solution' ? solution : start), ...program.files },
      expectation: { kind: 'failsOn', wrong: program },
      runs: 1,
    })),
    ...right.map(({ name, files }): LessonTrial => ({
      name: `right/${name}`,
      files: { ...solution, ...files },
      expectation: { kind: 'passes' },
      runs: 1,
    })),
  ]
}

/** How the results differ from the expectation, a sentence each. */
export function problemsOfTrial(
  expectation: Expectation,
  results: readonly CheckResult[],
): readonly string[] {
  switch (expectation.kind) {
    case 'passes':
      return results
        .filter(({ status }) => status !== 'passed')
        .map(
          (result) => `${result.checkId} ${result.status}: ${JSON.stringify(result.explanation)}`,
        )
    case 'fails':
      return results.some(({ status }) => status === 'failed') ? [] : ['no check failed']
    case 'failsOn':
      return problemsOfWrong(expectation.wrong, results)
  }
}

function problemsOfWrong(wrong: WrongProgram, results: readonly CheckResult[]): readonly string[] {
  const result = results.find(({ checkId }) => checkId === wrong.check)
  if (result === undefined) return [`there is no check ${wrong.check}`]
  if (result.status !== 'failed') return [`${wrong.check} ${result.status}, it should fail`]
  const { mistake, hint } = result.explanation ?? {}
  const problems: string[] = []
  if ((mistake ?? null) !== wrong.mistake)
    problems.push(`it was taken for the mistake ${mistake ?? 'of nobody'}, not ${wrong.mistake}`)
  if (hint !== wrong.hint) problems.push(`it was offered the hint ${hint}, not ${wrong.hint}`)
  return problems
}
