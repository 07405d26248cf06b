import type { ProgramFile } from './program-file.ts'
import { filesOf, type Program } from './program.ts'

/** Where one program first differs from another. */
export interface Difference {
  readonly file: ProgramFile
  /** A line of `now`, from 1; its last one where `now` only lost lines at its end. */
  readonly line: number
}

/** Null where both have the same files with the same text. */
export function firstDifference(before: Program, now: Program): Difference | null {
  for (const file of filesOf(now)) {
    const old = (before[file] ?? '').split('\n')
    const lines = (now[file] ?? '').split('\n')
    if (before[file] === now[file]) continue
    const index = lines.findIndex((line, at) => line !== old[at])
    return { file, line: index === -1 ? lines.length : index + 1 }
  }
  return null
}
