import { computed } from 'vue'
import type { LessonPlan } from '../../core/lesson/lesson-plan.ts'
import { stepViews, summaryOf, type TaskOutcome } from '../../core/lesson/steps.ts'
import { useBesideStore } from '../../stores/beside.ts'
import { useJudgingStore } from '../../stores/judging.ts'
import { useProgressStore } from '../../stores/progress.ts'

/** The steps of a lesson as the reader stands with them. */
export function useSteps(lesson: () => LessonPlan | null) {
  const beside = useBesideStore()
  const judging = useJudgingStore()
  const progress = useProgressStore()

  function outcomeOf(task: string): TaskOutcome {
    const kind = judging.states.get(task)?.kind ?? 'open'
    return kind === 'open' ? 'none' : kind
  }

  const steps = computed(() => {
    const slug = lesson()?.slug ?? ''
    return stepViews({
      steps: lesson()?.steps ?? [],
      outcomeOf,
      isSolved: (task) => progress.isTaskSolved(slug, task),
      isAnswered: (question) => progress.outcomeOf(slug, question) !== undefined,
      hasChanged: beside.hasChangedSinceRun,
      sought: judging.sought,
    })
  })

  return { steps, summary: computed(() => summaryOf(steps.value)) }
}
