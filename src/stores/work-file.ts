/** The file of a reader's whole work: what it says, and how one that was chosen is read. */
import { isRecord } from '../core/trace/shape.ts'
import { progressEntry, type Progress } from './progress.ts'
import { entryOf, type StoredWorkspace } from './stored-workspace.ts'

/** What is kept of a reader's work, of every lesson. */
export interface Work {
  readonly progress: Progress
  /** By the slug of a lesson; free play is `play`. */
  readonly programs: Readonly<Record<string, StoredWorkspace>>
}

const FORMAT = 'upgrade-101-work'
const VERSION = 1

/** Bytes of a file: several times what a browser keeps for a site. */
export const MAX_WORK_BYTES = 32 * 1024 * 1024

/** Programs in a file. */
const MAX_PROGRAMS = 1000

/** What a program may be called in a file: it becomes a key of the browser's storage. */
const PROGRAM_ID = /^[a-z\d][a-z\d-]{0,99}$/

export type WorkProblem =
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  /** No JSON: another file, or one that was cut. */
  | { readonly kind: 'notJson' }
  /** JSON, but not of this course. */
  | { readonly kind: 'foreign' }
  /** A newer version of the site wrote it. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' }

export type WorkReading =
  | {
      readonly ok: true
      readonly work: Work
      /** Ids of programs that cannot be read; the others can. */
      readonly damaged: readonly string[]
    }
  | { readonly ok: false; readonly problem: WorkProblem }

export function writeWork({ progress, programs }: Work, savedAt: Date): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    savedAt: savedAt.toISOString(),
    progress,
    programs,
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** @param text of the file, whose size was looked at before it was read */
export function readWork(text: string): WorkReading {
  const file = parsed(text)
  if (file === undefined) return refused('notJson')
  if (!isRecord(file) || file['format'] !== FORMAT) return refused('foreign')
  const { version, progress, programs } = file
  if (typeof version === 'number' && version > VERSION) return refused('newer')
  const known = progressEntry.parse(progress)
  if (version !== VERSION || known === null || !isRecord(programs)) return refused('damaged')
  const entries = Object.entries(programs)
  if (entries.length > MAX_PROGRAMS) return refused('damaged')
  const damaged: string[] = []
  const readable = entries.flatMap(([id, value]) => {
    const program = PROGRAM_ID.test(id) ? entryOf(id).parse(value) : null
    if (program !== null) return [[id, program] as const]
    damaged.push(id)
    return []
  })
  return { ok: true, work: { progress: known, programs: Object.fromEntries(readable) }, damaged }
}

function refused(kind: Exclude<WorkProblem['kind'], 'tooLarge'>): WorkReading {
  return { ok: false, problem: { kind } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
