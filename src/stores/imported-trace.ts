import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import {
  TraceFormatError,
  type TraceFormatProblem,
} from '../core/trace/export/trace-format-error.ts'
import type { Trace } from '../core/trace/export/json.ts'
import { usePlayheadStore } from './playhead.ts'
import { problemOf, withProblems } from '../run/problem.ts'
import { createRecording, type Recording } from '../run/recording.ts'
import { useMomentSourceStore } from './moment-source.ts'
import { useRecordingsStore } from './recordings.ts'

/** Octets. A full log has about half as many. */
export const MAX_TRACE_FILE = 256 * 1024 * 1024

export type ImportProblem =
  | TraceFormatProblem
  | { readonly kind: 'tooLarge'; readonly byteLength: number; readonly most: number }
  /** The browser could not read the file. */
  | { readonly kind: 'unreadable'; readonly detail: string }

/** What is needed of a `File`. */
export interface ReadableFile {
  readonly name: string
  readonly size: number
  text(): Promise<string>
}

/** Opens a trace from a file in place of the shown recording, and goes back to that. */
export const useImportedTraceStore = defineStore('importedTrace', () => {
  const recordings = useRecordingsStore()
  const momentSource = useMomentSourceStore()
  const playhead = usePlayheadStore()

  const reading = ref(false)
  let before: { readonly recording: Recording; readonly time: number } | null = null

  /** The file whose trace is shown, if any. */
  const file = computed(() => recordings.shown.imported)

  /** @returns why the file cannot be opened, which changes nothing; `null` if it was opened. */
  async function open(chosen: ReadableFile): Promise<ImportProblem | null> {
    if (chosen.size > MAX_TRACE_FILE)
      return { kind: 'tooLarge', byteLength: chosen.size, most: MAX_TRACE_FILE }
    reading.value = true
    try {
      const [{ traceFromJson }, { isMomentFile }, text] = await Promise.all([
        import('../core/trace/export/read-json.ts'),
        import('../core/share/moment-file.ts'),
        chosen.text(),
      ])
      // A moment is more than its trace: what shows it reads it.
      if (isMomentFile(text)) momentSource.source = { kind: 'file', name: chosen.name, text }
      else show(chosen.name, traceFromJson(text))
      return null
    } catch (error) {
      if (error instanceof TraceFormatError) return error.problem
      return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) }
    } finally {
      reading.value = false
    }
  }

  function show(name: string, { header, program, skeleton, events }: Trace): void {
    if (file.value === null) before = { recording: recordings.shown, time: playhead.time }
    const firstSeq = events[0]?.seq ?? 0
    const imported = { name, program: program ?? null, firstSeq, ...(skeleton && { skeleton }) }
    const recording = createRecording(header, null, imported)
    recording.log.append(events)
    recording.problems = withProblems(
      [],
      events.flatMap((event) => problemOf(event) ?? []),
    )
    recording.end = events.at(-1)?.time ?? 0
    recording.complete = true
    recordings.show(recording)
    playhead.toEnd()
  }

  /** Shows the recording from before again, at the time it was at. */
  function close(): void {
    if (file.value === null) return
    const { recording, time } = before ?? { recording: createRecording(null), time: 0 }
    before = null
    recordings.show(recording)
    playhead.seek(time)
  }

  return { reading, file, open, show, close }
})
