import { computed } from 'vue'
import { countOf, entriesOf, wayOn, type ReaderFacts } from '../../core/lesson/way-on.ts'
import { useCourseStore } from '../../stores/course.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { useProgressStore } from '../../stores/progress.ts'

/** The course as its reader stands with it. */
export function useReader() {
  const course = useCourseStore()
  const progress = useProgressStore()
  const place = usePlaceStore()

  const entries = computed(() => (course.list === null ? [] : entriesOf(course.list)))
  const facts = computed((): ReaderFacts => ({
    ...progress.facts,
    place: place.place?.slug ?? null,
  }))
  return {
    entries,
    facts,
    at: computed(() => place.place?.at ?? null),
    way: computed(() => wayOn(entries.value, facts.value)),
    count: computed(() => countOf(entries.value, facts.value)),
  }
}
