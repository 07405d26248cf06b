import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { TraceEvent } from '../core/trace/event.ts'
import type { TraceHeader } from '../core/trace/header.ts'
import { TraceLog } from '../core/trace/log.ts'

/** The trace of the latest run, and which of its events is looked at. */
export const useTraceStore = defineStore('trace', () => {
  const log = shallowRef(new TraceLog())
  const header = shallowRef<TraceHeader | null>(null)
  /** Changes with every batch. Watch this: at capacity the log's length stands still. */
  const version = ref(0)
  const selected = ref<number | null>(null)

  /** Forgets the trace; the next one begins, if there is a header for it. */
  function begin(next: TraceHeader | null): void {
    log.value = new TraceLog()
    header.value = next
    selected.value = null
    version.value += 1
  }

  function append(events: readonly TraceEvent[]): void {
    for (const event of events) log.value.append(event)
    version.value += 1
  }

  function select(seq: number | null): void {
    selected.value = seq
  }

  return { log, header, version, selected, begin, append, select }
})
