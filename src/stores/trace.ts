import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { createRecording, type Recording } from '../run/recording.ts'

/**
 * The recording that is shown, and which of its events is selected. It is that of the latest run, or
 * another that was put in its place: the run goes on being recorded.
 */
export const useTraceStore = defineStore('trace', () => {
  const shown = shallowRef(createRecording(null))
  const selected = ref<number | null>(null)

  const log = computed(() => shown.value.log)
  const header = computed(() => shown.value.header)

  /** Shows a recording from now on. The playhead has to be told: see `playhead.show`. */
  function show(recording: Recording): void {
    if (recording === shown.value) return
    shown.value = recording
    selected.value = null
  }

  function select(seq: number | null): void {
    selected.value = seq
  }

  return { shown, log, header, selected, show, select }
})
