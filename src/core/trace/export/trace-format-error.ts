/** Why a text is not a trace that can be read, for an interface that has its own words. */
export type TraceFormatProblem =
  | { readonly kind: 'noJson' }
  /** JSON, but not what `traceToJson` writes. */
  | { readonly kind: 'noTrace' }
  | { readonly kind: 'tooOld'; readonly version: number }
  | { readonly kind: 'tooNew'; readonly version: number; readonly newest: number }
  /** `detail` names the field and what is wrong with it. */
  | { readonly kind: 'badHeader'; readonly detail: string }
  | { readonly kind: 'badProgram'; readonly detail: string }
  /** `index` counts the events of the file from 0. */
  | { readonly kind: 'badEvent'; readonly index: number; readonly detail: string }
  /** An HTTP Archive without a WebSocket. */
  | { readonly kind: 'noSockets' }
  /** `index` counts the entries of the archive from 0. */
  | { readonly kind: 'badEntry'; readonly index: number; readonly detail: string }

export class TraceFormatError extends Error {
  readonly problem: TraceFormatProblem

  constructor(problem: TraceFormatProblem, message: string) {
    super(message)
    this.name = 'TraceFormatError'
    this.problem = problem
  }
}
