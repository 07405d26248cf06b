import { computed, shallowRef, watch } from 'vue'
import { createChecker, type Checker } from '../core/checks/checker.ts'
import type { CheckResult } from '../core/checks/result.ts'
import { checksOf, type LessonPlan } from '../core/lesson/lesson.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { useCourseStore } from './course.ts'
import { useProgressStore } from './progress.ts'

/**
 * Judges the learner's own run by the checks of its lesson, and keeps what was solved.
 * @param time where the viewer stands in that run, milliseconds.
 */
export function useJudgement(time: () => number) {
  const course = useCourseStore()
  const progress = useProgressStore()
  const verdicts = shallowRef<readonly CheckResult[]>([])
  let checker: Checker | null = null
  let judged: LessonPlan | null = null

  /** What the checks have decided where the viewer stands. */
  const results = computed(() => verdicts.value.map((verdict) => asOf(verdict, time())))

  function begin(lesson: LessonPlan | null): void {
    judged = lesson
    checker = lesson === null ? null : createChecker(checksOf(lesson))
    verdicts.value = checker?.results() ?? []
  }

  function accept(events: readonly TraceEvent[]): void {
    if (checker === null || events.length === 0) return
    for (const event of events) checker.accept(event)
    verdicts.value = checker.results()
  }

  /**
   * The run is over.
   * @param time milliseconds; `null` where it was cut short: what it did not come to may yet have
   *   broken a rule, so that stays open.
   */
  function conclude(time: number | null): void {
    if (checker === null) return
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
    if (news || (all && !progress.isSolved(lesson.slug))) {
      progress.record(
        lesson.slug,
        solved.map((task) => task.id),
        all,
      )
    }
  })

  return { results, begin, accept, conclude }
}

/** A verdict that falls later than the viewer stands is still open there. */
function asOf(verdict: CheckResult, time: number): CheckResult {
  if (verdict.decidedAt === null || verdict.decidedAt <= time) return verdict
  return { checkId: verdict.checkId, status: 'pending', decidedAt: null }
}
