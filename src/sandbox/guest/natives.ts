/**
 * The browser's own functions, taken before the program or the in-page world can replace them.
 */
import { createEventLoopTurn } from '../../in-page-network/clock/event-loop-turn.ts'
import { createSharedTurns } from './turns.ts'

const { performance, navigator, eval: evaluate } = window

export const natives = {
  now: performance.now.bind(performance),
  setTimeout: window.setTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
  reportError: window.reportError.bind(window),
  userAgent: navigator.userAgent,
  /** Under another name it is an indirect call: the text sees what is global. */
  evaluate: (text: string): unknown => evaluate(text),
  /** Resolves in a new turn of the event loop, after all microtasks. */
  nextTurn: createEventLoopTurn(),
  /** Like `nextTurn`, with one turn for all callers that wait at the same time. */
  sharedTurn: createSharedTurns(),
} as const
