/** Failures that look alike to a script, and who can be asked about one. */

export const FAILURES = ['login', 'moved', 'page', 'accept', 'stopped', 'mixed'] as const
export type Failure = (typeof FAILURES)[number]

export const WITNESSES = ['script', 'console', 'devtools', 'server', 'wire'] as const
export type Witness = (typeof WITNESSES)[number]

/** How much a witness's words are worth. */
export type Worth =
  /** The cause is in them. */
  | 'names'
  /** They say where to look next. */
  | 'hints'
  /** They are the same for other causes, or there are none. */
  | 'nothing'
  /** They say that all is well. */
  | 'misleads'

/** What each one says of a failure, in lines of code; what DevTools show is in the figure's texts. */
export interface Testimony {
  readonly script: readonly string[]
  readonly console: readonly string[]
  readonly server: readonly string[]
  readonly wire: readonly WireLine[]
}

export interface WireLine {
  /** Away from the browser. */
  readonly isOut: boolean
  readonly text: string
}

const WORTH: Readonly<Record<Failure, Readonly<Record<Witness, Worth>>>> = {
  login: { script: 'nothing', console: 'names', devtools: 'names', server: 'names', wire: 'names' },
  moved: { script: 'nothing', console: 'hints', devtools: 'hints', server: 'names', wire: 'names' },
  page: { script: 'nothing', console: 'hints', devtools: 'hints', server: 'hints', wire: 'names' },
  accept: {
    script: 'nothing',
    console: 'names',
    devtools: 'names',
    server: 'misleads',
    wire: 'names',
  },
  stopped: {
    script: 'nothing',
    console: 'names',
    devtools: 'names',
    server: 'nothing',
    wire: 'hints',
  },
  mixed: {
    script: 'names',
    console: 'names',
    devtools: 'nothing',
    server: 'nothing',
    wire: 'nothing',
  },
}

export const worthOf = (failure: Failure, witness: Witness): Worth => WORTH[failure][witness]
