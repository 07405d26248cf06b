/**
 * The browser's own functions, taken before a program could replace them, and before the in-page
 * world does so.
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
  /** Resolves in a new turn of the event loop, when every microtask has run. */
  nextTurn: createTurns(),
  /** As `nextTurn`, of many who wait in one. */
  sharedTurn: createSharedTurns(),
} as const
