import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Recording } from '../run/recording.ts'
import type { EndpointChoice } from './endpoint.ts'
import { useRecordingsStore } from './recordings.ts'

/** `here` is the first run, `there` the run that was made to compare with it. */
export type ComparedSide = 'here' | 'there'

interface Pair {
  readonly here: Recording
  readonly there: Recording
  readonly mode: 'sameWorld' | 'twoEndpoints'
  /** The endpoint of the second run, for running both again. */
  readonly target: EndpointChoice | null
}

/** Which two runs are compared, if any: what the screen has to know before it loads how. */
export const useComparedPairStore = defineStore('comparedPair', () => {
  const recordings = useRecordingsStore()

  const pair = shallowRef<Pair | null>(null)

  /** The run that the other views show. */
  const shownSide = computed<ComparedSide | null>(() => {
    if (pair.value === null) return null
    if (recordings.shown === pair.value.here) return 'here'
    return recordings.shown === pair.value.there ? 'there' : null
  })
  /** The other views show a run that was made from the learner's own. */
  const showsAnotherRun = computed(() => {
    const { shown, own } = recordings
    return shown !== own && (shownSide.value !== null || shown.order?.banner !== undefined)
  })

  // A new own run, or another program, leaves nothing to compare.
  watch(
    () => recordings.own,
    () => {
      pair.value = null
    },
    { flush: 'sync' },
  )

  return { pair, shownSide, showsAnotherRun }
})
