/** The verdict of a check, and the reason for it. */

/**
 * Part of a sentence, translated before it is put into it: a key of the locales area `checks`,
 * without the area's name.
 */
export interface Phrase {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * Why a check failed, or what it is waiting for. `key` is a key of the locales area `checks`,
 * without the area's name. If the program made a known mistake, `mistake` names the lesson's text
 * for it (`- failure <check>/<mistake>: …`) and `params` has the fields of the event that showed it;
 * the general sentence of `key` is the fallback.
 *
 * In every text, `{time}` is the time with its unit, as a link to the event. General sentences are
 * composed of phrases, so that nine kinds of checks can explain thirty types of events; where the
 * result sounds stiff, a lesson writes its own text.
 */
export interface Explanation {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
  /** Params that are phrases: each is translated first, then put in by its name. */
  readonly phrases?: Readonly<Record<string, Phrase>>
  /** The event that came instead, or that decided the check. */
  readonly seq?: number
  /** Its time, milliseconds. */
  readonly time?: number
  /** Its line in the program, and the file of it. */
  readonly line?: number
  readonly file?: string
  /** The id of the known mistake that the program made. */
  readonly mistake?: string
  /** The id of the hint to offer. */
  readonly hint?: string
}

export type CheckStatus = 'pending' | 'passed' | 'failed'

export interface CheckResult {
  readonly checkId: string
  readonly status: CheckStatus
  /** Milliseconds since the run began; null while pending. */
  readonly decidedAt: number | null
  readonly explanation?: Explanation
}
