/** Why a moment cannot be opened. */
export type LinkProblem =
  /** Its end is missing. */
  | { readonly kind: 'cut' }
  /** A character of it is not what it was. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'newer'; readonly version: number; readonly newest: number }
  /** It becomes larger than a moment may be. */
  | { readonly kind: 'tooLarge'; readonly most: number }
  /** Whoever made it made no moment of it. */
  | { readonly kind: 'invalid'; readonly detail: string }
  /** The course has no such lesson. */
  | { readonly kind: 'noLesson'; readonly lesson: string }
  /** The lesson no longer has what the link leaves out. */
  | { readonly kind: 'gone'; readonly what: string }

export class LinkError extends Error {
  readonly problem: LinkProblem

  constructor(problem: LinkProblem) {
    super(problem.kind)
    this.problem = problem
  }
}
