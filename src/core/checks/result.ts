/** What a check decided, and why. */

/**
 * A piece of a sentence that has to be said in the reader's language before it can stand in it:
 * a key of the locales area `checks`, without the area's name.
 */
export interface Phrase {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * Why a check failed, or what it is waiting for. `key` is a key of the locales area `checks`,
 * without the area's name. A lesson may have words of its own for a mistake it knows: then
 * `mistake` names them (`::: failure <check>/<mistake>`), `params` has the fields of the event that
 * gave it away, and the general sentence is only what is said where the words are missing.
 *
 * In every text `{time}` stands for the time with its unit, which leads to the event. The general
 * sentence is composed of phrases rather than written out for each kind of event, so that nine
 * kinds of check can explain thirty kinds of events; what sounds stiff there is what a lesson
 * replaces by its own words.
 */
export interface Explanation {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
  /** Params that are themselves phrases; rendered first, then put in by name. */
  readonly phrases?: Readonly<Record<string, Phrase>>
  /** The event that came instead, or that broke the rule. */
  readonly seq?: number
  /** Its time, milliseconds. */
  readonly time?: number
  /** Its line in the program. */
  readonly line?: number
  /** The known mistake that the program made, by its id in the lesson's check. */
  readonly mistake?: string
  /** The hint that belongs to this failure, by its id in the lesson. */
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
