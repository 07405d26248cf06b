import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { matches } from '../core/checks/pattern.ts'
import { useCourseStore } from './course.ts'
import { useProgressStore } from './progress.ts'
import { useRecordingsStore } from './recordings.ts'

const POINT = { id: 'point' }
const CAUSE = { id: 'cause' }
/** What is kept of the step: the reader has pointed at the event. */
const FOUND = 'found'

/** The step of a case that the reader is at. */
export type FaultStage = 'point' | 'cause' | 'mend'

/** An event that the reader took for the fault. */
export interface WrongEvent {
  readonly seq: number
  /** The id of what the case itself says of it; null where it says nothing. */
  readonly says: string | null
}

/** The open case of find the fault. What was found is kept; wrong guesses are kept nowhere. */
export const useFaultStore = defineStore('fault', () => {
  const course = useCourseStore()
  const progress = useProgressStore()
  const recordings = useRecordingsStore()

  const fault = computed(() => course.lesson?.fault ?? null)
  const slug = computed(() => course.lesson?.slug ?? '')
  const recording = computed(() => recordings.besideOwn({ kind: 'start' }))

  const stage = computed<FaultStage>(() => {
    // A lesson has nothing closed.
    if (fault.value === null) return 'mend'
    if (progress.outcomeOf(slug.value, POINT.id) === undefined) return 'point'
    return progress.outcomeOf(slug.value, CAUSE.id) === fault.value?.cause ? 'mend' : 'cause'
  })

  const wrongEvent = ref<WrongEvent | null>(null)
  /** Causes that the reader took for the right one, in their order. */
  const wrongCauses = ref<readonly string[]>([])
  /** Counts steps that were taken: the screen goes to the next one. */
  const taken = ref(0)

  watch(slug, () => {
    wrongEvent.value = null
    wrongCauses.value = []
  })

  /** Whether this event of the recording is where it goes wrong. */
  function isFault(seq: number): boolean {
    const event = recording.value?.log.read().get(seq)
    return event !== undefined && fault.value?.at.some((at) => matches(at, event)) === true
  }

  /** The reader says that it goes wrong at this event of the recording. */
  function pointAt(seq: number): void {
    const event = recording.value?.log.read().get(seq)
    if (fault.value === null || event === undefined) return
    if (isFault(seq)) {
      wrongEvent.value = null
      progress.answer(slug.value, POINT.id, FOUND)
      taken.value += 1
      return
    }
    const known = fault.value.says.find(({ at }) => matches(at, event))
    wrongEvent.value = { seq, says: known?.id ?? null }
  }

  /** The reader says that this is the cause. */
  function nameCause(id: string): void {
    if (fault.value === null) return
    if (id === fault.value.cause) {
      progress.answer(slug.value, CAUSE.id, id)
      taken.value += 1
    } else if (!wrongCauses.value.includes(id)) wrongCauses.value = [...wrongCauses.value, id]
  }

  return { stage, recording, wrongEvent, wrongCauses, taken, isFault, pointAt, nameCause }
})
