/**
 * The browser's own functions, taken before the program or the in-page world can replace them.
 */
import { createSharedTurns, createTurns } from './turns.ts'

const { performance, console, navigator } = window

export const natives = {
  now: performance.now.bind(performance),
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
  clearInterval: window.clearInterval.bind(window),
  requestAnimationFrame: window.requestAnimationFrame.bind(window),
  cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
  reportError: window.reportError.bind(window),
  WebSocket: window.WebSocket,
  console,
  userAgent: navigator.userAgent,
  /** Resolves in a new turn of the event loop, after all microtasks. */
  nextTurn: createTurns(),
  /** Like `nextTurn`, with one turn for all callers that wait at the same time. */
  sharedTurn: createSharedTurns(),
} as const
