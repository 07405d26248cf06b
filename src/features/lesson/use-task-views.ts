import { computed, watch, type ComputedRef } from 'vue'
import { useI18n } from '../../locales/i18n.ts'
import { loadTexts } from '../../locales/index.ts'
import type { TaskState } from '../../core/checks/judge-tasks.ts'
import { titleOfStep } from '../../core/lesson/blocks-of.ts'
import { LESSON_WORLD } from '../../core/lesson/lesson-plan.ts'
import type { LessonText } from '../../core/lesson/lesson-text.ts'
import { plainText } from '../../core/lesson/plain-text.ts'
import type { StepView } from '../../core/lesson/steps.ts'
import { firstDifference } from '../../core/program/first-difference.ts'
import { PROGRAM_FILES } from '../../core/program/program-file.ts'
import { useBreakItStore } from '../../stores/break-it.ts'
import { useCourseStore } from '../../stores/course.ts'
import { useJudgingStore } from '../../stores/judging.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import { useWorkspaceStore } from '../../stores/workspace.ts'
import { failureView } from './failure-view.ts'
import { hintsInOrder } from './hints-in-order.ts'
import type { FailureView, PlaceView, TaskView } from './lesson-walk.ts'
import type { EventPlaces } from './use-event-places.ts'

/** The tasks of a lesson as the latest run left them. */
export function useTaskViews(
  text: () => LessonText | null,
  steps: ComputedRef<readonly StepView[]>,
  places: EventPlaces,
) {
  const { textOf, has } = useI18n()
  const breakIt = useBreakItStore()
  const course = useCourseStore()
  const judging = useJudgingStore()
  const recordings = useRecordingsStore()
  const workspace = useWorkspaceStore()

  // The sentences of failed checks come with the first failure.
  watch(
    () => [...judging.states.values()].some(({ kind }) => kind === 'failed'),
    (hasFailed) => {
      if (hasFailed) void loadTexts(['checks', 'log'])
    },
    { immediate: true },
  )

  /** Where the program differs from the one that ran. */
  const changed = computed(() => {
    const order = recordings.own?.order ?? null
    return order === null
      ? null
      : firstDifference(order.request.program, workspace.filesFor(order.scenario))
  })

  function viewOf(id: string): TaskView {
    const state = judging.states.get(id)
    const step = steps.value.find((one) => one.kind === 'task' && one.id === id) ?? null
    const failures = state?.kind === 'failed' ? state.failures : []
    const hints = (text()?.hints[id] ?? []).map((hint) => hint.id)
    return {
      step,
      why: whyOpen(state),
      stopped: placeOfFault(state),
      requires: requiredBy(state),
      failure: state?.kind === 'failed' && step?.state === 'failed' ? failureOf(state) : null,
      otherFailures: Math.max(0, failures.length - 1),
      changed: step?.isStale === true ? changed.value : null,
      hints: hintsInOrder(hints, failures),
      canBreak: canBreak(id),
    }
  }

  function canBreak(id: string): boolean {
    const task = course.lesson?.tasks.find((one) => one.id === id)
    return task?.invariants !== undefined && breakIt.isPossible
  }

  function failureOf(state: Extract<TaskState, { kind: 'failed' }>): FailureView | null {
    const [first] = state.failures
    const shown = text()
    if (first === undefined || shown === null) return null
    const run = judging.worldRun(state.world)
    return failureView(first, {
      text: shown,
      say: (key, params) => (has(key) ? textOf(key, params) : null),
      time: places.time,
      placeOf: (seq) => places.placeOf(run, seq),
      wordsOf: (seq) => places.wordsOf(run, seq),
      isChosen: (seq) => places.isChosen(run, seq),
      world: state.world === LESSON_WORLD ? null : state.world,
    })
  }

  function whyOpen(state: TaskState | undefined): TaskView['why'] {
    if (state?.kind !== 'open' || state.why === 'notRun') return 'none'
    // The reader has changed the starter since it ran.
    return state.why === 'untouched' && changed.value !== null ? 'none' : state.why
  }

  function requiredBy(state: TaskState | undefined): readonly string[] {
    const first = state?.kind === 'open' ? state.first : undefined
    const shown = text()
    if (first === undefined || shown === null) return []
    return [plainText(titleOfStep(shown, { kind: 'task', id: first }))]
  }

  return { viewOf }
}

function placeOfFault(state: TaskState | undefined): PlaceView | null {
  const { file: name, line } = (state?.kind === 'open' ? state.fault : undefined) ?? {}
  const file = PROGRAM_FILES.find((one) => one === name)
  return file === undefined || line === undefined ? null : { file, line }
}
