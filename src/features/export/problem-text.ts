/** Why a file could not be opened, as a text's key and parameters. */
import { formatByteLength, formatNumber } from '../../core/trace/describe/index.ts'
import type { ImportProblem } from '../../stores/imported-trace.ts'

export interface ProblemText {
  readonly key: `export.problem.${ImportProblem['kind']}`
  readonly params: Readonly<Record<string, string>>
}

export function problemText(problem: ImportProblem, file: string, locale: string): ProblemText {
  const key = `export.problem.${problem.kind}` as const
  switch (problem.kind) {
    case 'noJson':
    case 'noTrace':
    case 'noSockets':
      return { key, params: { file } }
    case 'tooOld':
      return { key, params: { file, version: String(problem.version) } }
    case 'tooNew': {
      const { version, newest } = problem
      return { key, params: { file, version: String(version), newest: String(newest) } }
    }
    case 'badHeader':
    case 'badProgram':
    case 'unreadable':
      return { key, params: { file, detail: problem.detail } }
    case 'badEntry':
    case 'badEvent': {
      const { index, detail } = problem
      return { key, params: { file, number: formatNumber(index + 1, locale), detail } }
    }
    case 'tooLarge': {
      const size = formatByteLength(problem.byteLength, locale)
      return { key, params: { file, size, most: formatByteLength(problem.most, locale) } }
    }
  }
  return problem satisfies never
}
