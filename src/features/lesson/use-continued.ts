import { onMounted, shallowRef, watch } from 'vue'
import type { LessonPlan } from '../../core/lesson/lesson-plan.ts'
import type { Program } from '../../core/program/program.ts'
import { useCourseStore } from '../../stores/course.ts'
import { useWorkspaceStore } from '../../stores/workspace.ts'
import type { ContinuedView } from './lesson-walk.ts'

/** The choice between the starter and the program that the reader left in an earlier lesson. */
export function useContinued(lesson: () => LessonPlan | null) {
  const course = useCourseStore()
  const workspace = useWorkspaceStore()

  /** The earlier lesson; null until loaded. */
  const before = shallowRef<LessonPlan | null>(null)
  const left = shallowRef<Program | null>(null)

  async function load(slug: string | null): Promise<void> {
    before.value = null
    left.value = null
    if (slug === null) return
    try {
      const plan = await course.loadPlan(slug)
      if (lesson()?.continues !== slug) return
      before.value = plan
      left.value = leftThere()
    } catch {
      // The starter is whole without it, and the next visit tries again.
    }
  }
  onMounted(() => {
    watch(() => lesson()?.continues ?? null, load, { immediate: true })
  })

  /** Files that are new in this lesson join the reader's. */
  function leftThere(): Program | null {
    const { value: plan } = before
    const here = lesson()
    if (plan === null || here === null) return null
    const [{ scenario }] = plan.worlds
    const program = workspace.leftIn(plan.slug, { program: plan.start, scenario })
    return program === null ? null : { ...here.start, ...program }
  }

  function view(): ContinuedView | null {
    if (before.value === null && workspace.brought === null) return null
    return {
      shows: workspace.showsOwn ? 'own' : 'starter',
      hasOwn: left.value !== null || workspace.brought !== null,
    }
  }

  function goOnWith(program: ContinuedView['shows']): void {
    if (program === 'starter') return workspace.goOnWithStarter()
    const own = leftThere() ?? workspace.brought
    if (own !== null) workspace.goOnWith(own)
  }

  return { view, goOnWith }
}
