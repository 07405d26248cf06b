import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import { useWorkspaceStore } from './workspace.ts'

/** Where the reader has asked to break the program: what the screen knows before it loads how. */
export const useBreakItStore = defineStore('breakIt', () => {
  const course = useCourseStore()
  const endpoint = useEndpointStore()
  const workspace = useWorkspaceStore()

  /** The task whose program is to be broken; `''` in free play; null: nothing was asked. */
  const task = shallowRef<string | null>(null)
  const isPossible = computed(
    () => endpoint.choice.kind === 'built-in' && workspace.access === 'open',
  )
  const isInFreePlay = computed(() => course.lesson === null && isPossible.value)

  watch(
    () => [workspace.id, isPossible.value],
    () => (task.value = null),
  )

  return { task, isPossible, isInFreePlay }
})
