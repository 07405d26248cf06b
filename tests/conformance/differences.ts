/**
 * Where the in-page world and Chromium are known to differ, and why. A line that differs is allowed
 * only if it is listed here, in both its forms; a listed difference that does not occur fails.
 */
export interface KnownDifference {
  readonly program: string
  /** The line that the program says in the page. */
  readonly inPage: string
  /** The line that it says in Chromium. */
  readonly native: string
  readonly reason: string
}

const trusted = 'no script can make an event trusted'
const twoCloseFrames =
  'a second Close frame makes a clean close 1006 in Chromium; nothing is read after the first here'
const codeOmitted = 'close(undefined, …) throws in Chromium only; the code counts as omitted'
const clamped = 'Chromium truncates where Web IDL (§3.2.4.9, [Clamp]) rounds'
const captured = 'Chromium calls in the order of adding where DOM (§2.9) calls capturing ones first'
const listeners = 'one listener a turn: a script learns of listeners by methods of its own only'
const uncallable =
  'Chromium says nothing of a listener that cannot be called, which DOM (§2.9) has reported'
const printed = 'no script can make a function that is printed as native'

const neither = (code: number) =>
  "DOMException InvalidAccessError 15: Failed to execute 'close' on 'WebSocket': " +
  `The close code must be either 1000, or between 3000 and 4999. ${code} is neither.`

const closeArguments = 'close-checks-its-arguments'

export const knownDifferences: readonly KnownDifference[] = [
  {
    program: 'events-are-trusted',
    inPage: 'isTrusted false',
    native: 'isTrusted true',
    reason: trusted,
  },
  {
    program: 'second-close-frame-makes-it-unclean',
    inPage: 'close 1000 "" true "errors" 0',
    native: 'close 1006 "" false "errors" 1',
    reason: twoCloseFrames,
  },
  {
    program: closeArguments,
    inPage: 'undefined and a reason "gives" 2',
    native: `undefined and a reason "throws" ${neither(0)}`,
    reason: codeOmitted,
  },
  {
    program: closeArguments,
    inPage: 'undefined and an empty reason "gives" 2',
    native: `undefined and an empty reason "throws" ${neither(0)}`,
    reason: codeOmitted,
  },
  {
    program: closeArguments,
    inPage: 'close(999.5 999.5) "gives" 2',
    native: `close(999.5 999.5) "throws" ${neither(999)}`,
    reason: clamped,
  },
  {
    program: closeArguments,
    inPage: `close(1000.6 1000.6) "throws" ${neither(1001)}`,
    native: 'close(1000.6 1000.6) "gives" 2',
    reason: clamped,
  },
  {
    program: closeArguments,
    inPage: 'close(2999.5 2999.5) "gives" 2',
    native: `close(2999.5 2999.5) "throws" ${neither(2999)}`,
    reason: clamped,
  },
  {
    program: closeArguments,
    inPage: `close(4999.5 4999.5) "throws" ${neither(5000)}`,
    native: 'close(4999.5 4999.5) "gives" 2',
    reason: clamped,
  },
  {
    program: 'capturing-listeners',
    inPage: 'order ["captured", "listener", "handler"]',
    native: 'order ["listener", "captured", "handler"]',
    reason: captured,
  },
  {
    program: 'interface-members',
    inPage: 'own, though inherited ["addEventListener", "removeEventListener"]',
    native: 'own, though inherited []',
    reason: listeners,
  },
  {
    program: 'interface-inheritance',
    inPage: 'own addEventListener true',
    native: 'own addEventListener false',
    reason: listeners,
  },
  {
    program: 'interface-inheritance',
    inPage: 'inherits addEventListener false',
    native: 'inherits addEventListener true',
    reason: listeners,
  },
  {
    program: 'interface-enumeration',
    inPage:
      'for in, inherited ["addEventListener", "removeEventListener", "dispatchEvent", "when"]',
    native:
      'for in, inherited ["addEventListener", "dispatchEvent", "removeEventListener", "when"]',
    reason: listeners,
  },
  {
    program: 'interface-inheritance',
    inPage: 'source of send false',
    native: 'source of send true',
    reason: printed,
  },
  {
    program: 'listener-without-handle-event',
    inPage: 'reported ["TypeError", "TypeError"]',
    native: 'reported []',
    reason: uncallable,
  },
]
