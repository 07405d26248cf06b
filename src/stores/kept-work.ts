/**
 * Everything that the browser keeps of a reader's work, as one file out and in. Nothing is lost when a
 * file is taken in: what was solved in one place is solved in both, and of a program that was changed
 * in both, both versions are kept.
 */
import { defineStore } from 'pinia'
import { progressEntry, useProgressStore } from './progress.ts'
import { appStorage } from './storage.ts'
import { entryOf, joinedWorkspace, PREFIX } from './stored-workspace.ts'
import { MAX_WORK_BYTES, readWork, writeWork, type WorkProblem } from './work-file.ts'
import { useWorkspaceStore } from './workspace.ts'

export type TakenIn =
  | {
      readonly ok: true
      readonly programs: number
      /** Ids of programs in the file that cannot be read. */
      readonly damaged: readonly string[]
    }
  | { readonly ok: false; readonly problem: WorkProblem }

export const useKeptWorkStore = defineStore('kept-work', () => {
  const storage = appStorage.take()
  const progress = useProgressStore()
  const workspace = useWorkspaceStore()

  /** The text of the file. */
  function takeOut(now: Date): string {
    workspace.flush()
    const ids = storage.keys(PREFIX).map((key) => key.slice(PREFIX.length))
    const programs = ids.flatMap((id) => {
      const program = storage.read(entryOf(id))
      return program === null ? [] : [[id, program] as const]
    })
    const kept = storage.read(progressEntry) ?? { version: 1, lessons: {} }
    return writeWork({ progress: kept, programs: Object.fromEntries(programs) }, now)
  }

  async function takeIn(file: Pick<File, 'size' | 'text'>): Promise<TakenIn> {
    if (file.size > MAX_WORK_BYTES)
      return { ok: false, problem: { kind: 'tooLarge', bytes: file.size } }
    const reading = readWork(await file.text())
    if (!reading.ok) return reading
    const { work, damaged } = reading
    workspace.flush()
    for (const [id, program] of Object.entries(work.programs))
      storage.update(entryOf(id), (kept) =>
        kept === null ? program : joinedWorkspace(kept, program),
      )
    progress.takeIn(work.progress)
    workspace.refresh()
    return { ok: true, programs: Object.keys(work.programs).length, damaged }
  }

  return { takeOut, takeIn }
})
