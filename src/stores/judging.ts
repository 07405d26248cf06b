import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Checker, createChecker as CreateChecker } from '../core/checks/checker.ts'
import type { CheckResult } from '../core/checks/result.ts'
import { checksOf, type LessonPlan } from '../core/lesson/lesson.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { whenIdle } from '../run/when-idle.ts'
import { useCourseStore } from './course.ts'
import { useNoticesStore } from './notices.ts'
import { useProgressStore } from './progress.ts'
import { useRecordingsStore } from './recordings.ts'

let createChecker: typeof CreateChecker | null = null

/** Loads the checks: no program waits for them to run. */
export async function loadChecker(): Promise<void> {
  createChecker = (await import('../core/checks/checker.ts')).createChecker
}

/**
 * Judges the learner's own run by the checks of its lesson, and records what was solved. The first
 * run waits for the lesson's predictions.
 */
export const useJudgingStore = defineStore('judging', () => {
  const course = useCourseStore()
  const progress = useProgressStore()
  const notices = useNoticesStore()
  const recordings = useRecordingsStore()

  const verdicts = shallowRef<readonly CheckResult[]>([])
  let checker: Checker | null = null
  /** What happened before the checker was there. */
  let unchecked: TraceEvent[] = []
  /** When the run ended, if the checker was not there yet. */
  let ended: { readonly time: number | null } | null = null
  let judged: LessonPlan | null = null

  /** What the checks had decided where the playhead last was in the learner's own run. */
  const results = computed(() =>
    verdicts.value.map((verdict) => asOf(verdict, recordings.timeInOwn)),
  )

  function begin(lesson: LessonPlan | null): void {
    judged = lesson
    checker = null
    unchecked = []
    ended = null
    verdicts.value = []
    if (lesson === null) return
    if (createChecker !== null) check(lesson)
    else whenIdle(() => void loadChecker().then(() => check(lesson)))
  }

  function check(lesson: LessonPlan): void {
    if (judged !== lesson || checker !== null || createChecker === null) return
    checker = createChecker(checksOf(lesson))
    verdicts.value = checker.results()
    take(unchecked)
    if (ended !== null) finish(ended.time)
  }

  function take(events: readonly TraceEvent[]): void {
    if (judged === null || events.length === 0) return
    if (checker === null) {
      unchecked.push(...events)
      return
    }
    for (const event of events) checker.accept(event)
    verdicts.value = checker.results()
  }

  /**
   * The run is over.
   * @param time milliseconds; `null` for a run that was cut short, whose rules stay open: what did
   *   not happen might have broken them.
   */
  function finish(time: number | null): void {
    if (checker === null) {
      ended = { time }
      return
    }
    if (time !== null) checker.finish(time)
    verdicts.value = checker.results()
  }

  watch(results, (now) => {
    const { lesson } = course
    if (lesson === null || lesson.slug !== judged?.slug) return
    const passed = new Set(now.filter((result) => result.status === 'passed').map((r) => r.checkId))
    const solved = lesson.tasks.filter((task) => task.checks.every(({ id }) => passed.has(id)))
    const news = solved.some((task) => !progress.isTaskSolved(lesson.slug, task.id))
    const all = solved.length === lesson.tasks.length
    if (news || (all && !progress.isSolved(lesson.slug)))
      progress.record(lesson.slug, { tasks: solved.map(({ id }) => id), solved: all })
  })

  /** Predictions that the learner must make before the first run. */
  const openPredictions = computed(() => {
    const { lesson } = course
    if (lesson === null) return []
    return lesson.predictions.filter(
      ({ id, beforeRun }) => beforeRun && progress.predictionOf(lesson.slug, id) === undefined,
    )
  })
  /** Counts refused runs; the lesson pane scrolls to the open question on each. */
  const refusedRuns = ref(0)
  let notice: number | null = null

  function refuseRun(): void {
    notice = notices.show({ key: 'run.predictFirst', level: 'info' })
    refusedRuns.value += 1
  }
  watch(
    () => openPredictions.value.length,
    (open) => {
      if (open > 0 || notice === null) return
      notices.dismiss(notice)
      notice = null
    },
  )

  return { results, begin, take, finish, openPredictions, refusedRuns, refuseRun }
})

/** A verdict that falls after this time is still open. */
function asOf(verdict: CheckResult, time: number): CheckResult {
  if (verdict.decidedAt === null || verdict.decidedAt <= time) return verdict
  return { checkId: verdict.checkId, status: 'pending', decidedAt: null }
}
