/** Why a link cannot be opened, as a sentence. */
import type { LinkProblem } from '../../core/share/link-problem.ts'
import { formatByteLength } from '../../core/trace/describe/quantity.ts'

export interface LinkProblemText {
  readonly key: `share.problem.${LinkProblem['kind']}`
  readonly params: Readonly<Record<string, string>>
}

export function linkProblemText(problem: LinkProblem, locale: string): LinkProblemText {
  const key = `share.problem.${problem.kind}` as const
  switch (problem.kind) {
    case 'cut':
    case 'edited':
      return { key, params: {} }
    case 'newer': {
      const { version, newest } = problem
      return { key, params: { version: String(version), newest: String(newest) } }
    }
    case 'tooLarge':
      return { key, params: { most: formatByteLength(problem.most, locale) } }
    case 'invalid':
      return { key, params: { detail: problem.detail.replace(/^[.:]\s*/u, '') } }
    case 'noLesson':
      return { key, params: { lesson: problem.lesson } }
    case 'gone':
      return { key, params: { what: problem.what } }
  }
  return problem satisfies never
}
