import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { TraceEvent } from '../core/trace/event.ts'
import type { TraceHeader } from '../core/trace/header.ts'
import { Recording } from '../run/recording.ts'

/**
 * The trace that is looked at, and which of its events. It is that of the latest run, or another
 * recording that was put in its place: what is recorded meanwhile goes on being recorded.
 */
export const useTraceStore = defineStore('trace', () => {
  const shown = shallowRef(new Recording(null))
  /** Changes with every batch. Watch this: at capacity the log's length stands still. */
  const version = ref(0)
  const selected = ref<number | null>(null)

  const log = computed(() => shown.value.log)
  const header = computed(() => {
    void version.value
    return shown.value.header
  })

  /** Shows a recording from now on. The playhead has to be told: see `playhead.show`. */
  function show(recording: Recording): void {
    if (recording === shown.value) return
    shown.value = recording
    selected.value = null
    version.value += 1
  }

  /** Forgets what was shown; an empty trace begins, if there is a header for it. */
  function begin(next: TraceHeader | null): void {
    show(new Recording(next))
  }

  function append(events: readonly TraceEvent[], to: Recording = shown.value): void {
    for (const event of events) to.log.append(event)
    version.value += 1
  }

  /** Changes what is known of a recording. */
  function amend(recording: Recording, change: (recording: Recording) => void): void {
    change(recording)
    version.value += 1
  }

  function select(seq: number | null): void {
    selected.value = seq
  }

  return { shown, log, header, version, selected, show, begin, append, amend, select }
})
