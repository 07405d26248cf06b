import type { TraceEvent, UncaughtError } from '../core/trace/event.ts'
import type { SandboxProblem } from '../sandbox/host/run.ts'

/** What went wrong in a program, or with the sandbox that ran it. */
export interface Problem {
  readonly kind:
    | UncaughtError['kind']
    | SandboxProblem['kind']
    | 'unguarded'
    | 'unreachable'
    | 'urlRefused'
    | 'urlNote'
  /** In the program's or the browser's words; for `unreachable`, the URL; for a URL, the advice. */
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** Milliseconds since the run began. */
  readonly time: number
  readonly seq?: number
  /** How many of this kind there were, at this place and in these words. Absent: one. */
  readonly count?: number
}

/** Rows of problems in one run. More are one row of their kind. */
const MAX_ROWS = 200

/**
 * Adds problems to a list in which those that say the same are one row, where the first was. A storm
 * of different ones is one row of each kind when the list is long.
 */
export function withProblems(
  rows: readonly Problem[],
  added: readonly Problem[],
): readonly Problem[] {
  if (added.length === 0) return rows
  const indices = new Map<string, number>()
  rows.forEach((row, index) => indices.set(keyOf(row), index))
  const list = [...rows]
  for (const problem of added) {
    const isFull = list.length >= MAX_ROWS
    const alike = indices.get(keyOf(problem))
    const index = alike ?? (isFull ? list.findLastIndex(({ kind }) => kind === problem.kind) : -1)
    const row = list[index]
    if (row === undefined) {
      indices.set(keyOf(problem), list.length)
      list.push(problem)
    } else list[index] = { ...row, count: (row.count ?? 1) + (problem.count ?? 1) }
  }
  return list
}

function keyOf({ kind, message, file, line, column }: Problem): string {
  return JSON.stringify([kind, message, file, line, column])
}

/** UTF-16 code units of a message in a row. The console has the whole. */
const MAX_MESSAGE = 4096

/** The problem that an event reports, if any. */
export function problemOf(event: TraceEvent): Problem | null {
  if (event.type !== 'uncaughtError') return null
  const message = event.name === '' ? event.message : `${event.name}: ${event.message}`
  return {
    kind: event.kind,
    message: message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)} …` : message,
    time: event.time,
    seq: event.seq,
    ...event.source,
  }
}
