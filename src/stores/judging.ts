import { defineStore } from 'pinia'
import { computed, ref, shallowRef, triggerRef, watch } from 'vue'
import type { Check } from '../core/checks/check.ts'
import {
  judgeTasks,
  type JudgedRun,
  type TaskState,
  type WorldResults,
} from '../core/checks/judge-tasks.ts'
import type { CheckResult } from '../core/checks/result.ts'
import { answerOfEvent, answerQuestion } from '../core/lesson/answer-question.ts'
import {
  checksOf,
  LESSON_WORLD,
  type LessonPlan,
  type Question,
} from '../core/lesson/lesson-plan.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { Judgement, type Judge } from '../run/judgement.ts'
import { orderInWorld, type RunOrder } from '../run/order.ts'
import type { Recording } from '../run/recording.ts'
import { isStarter } from '../run/untouched.ts'
import { WorldRuns } from '../run/world-runs.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { EndReason } from '../sandbox/messages.ts'
import { useCourseStore } from './course.ts'
import { useNoticesStore } from './notices.ts'
import { useProgressStore } from './progress.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { useWorkspaceStore } from './workspace.ts'

/** What a run answered to a question. */
export interface RunAnswer {
  /** The id of the option that came true; null where no option foresees what happened. */
  readonly option: string | null
  /** The event that proves it, in this run. */
  readonly seq: number
  readonly run: Recording
}

/** The learner's own run, while it is judged. */
interface OwnRun {
  readonly order: RunOrder
  readonly lesson: LessonPlan
  readonly isUntouched: boolean
  /** The first task that was unsolved when it began; null if none was. */
  readonly sought: string | null
  readonly judged: Judgement
  /** By question: what answered it, and when, in milliseconds. */
  readonly answers: Map<string, { readonly option: string | null; seq: number; time: number }>
  /** Milliseconds; null until it is over. */
  end: number | null
  /** It left its page, which takes longer than computing its world: nothing is known of it. */
  hasLeft: boolean
}

/**
 * Judges the learner's own run by the tasks of its lesson, in each of their worlds, and records what
 * was solved. Tells what runs answered to the lesson's questions. The first run waits for the
 * questions that it answers.
 */
export const useJudgingStore = defineStore('judging', () => {
  const course = useCourseStore()
  const progress = useProgressStore()
  const notices = useNoticesStore()
  const recordings = useRecordingsStore()
  const scenarios = useScenariosStore()
  const workspace = useWorkspaceStore()

  const own = shallowRef<OwnRun | null>(null)
  let makeHost: () => SandboxHost = () => {
    throw new Error('there is no sandbox for other worlds')
  }
  let host: SandboxHost | null = null
  /** Counts up when what waits for a server's source is no longer wanted. */
  let turn = 0
  const others = new WorldRuns(
    () => (host ??= makeHost()),
    () => triggerRef(own),
  )

  /** @param make makes a sandbox beside that of the learner's own run. */
  function attach(make: () => SandboxHost): void {
    detach()
    makeHost = make
  }

  function detach(): void {
    turn += 1
    others.stop()
    host?.dispose()
    host = null
  }

  /** The learner's own run begins; null: there is none any more. */
  function begin(order: RunOrder | null): void {
    turn += 1
    others.stop()
    const lesson = order?.lesson ?? null
    if (order === null || lesson === null) {
      own.value = null
      return
    }
    const endpointServer = scenarios.sources[order.scenario ?? '']
    own.value = {
      order,
      lesson,
      isUntouched:
        isStarter(order.request.program, lesson, endpointServer) ||
        (workspace.isPristine && !workspace.isStarter),
      sought: lesson.tasks.find(({ id }) => !progress.isTaskSolved(lesson.slug, id))?.id ?? null,
      judged: new Judgement(checksOf(lesson), () => triggerRef(own)),
      answers: new Map(),
      end: null,
      hasLeft: false,
    }
  }

  function take(events: readonly TraceEvent[]): void {
    const { value } = own
    if (value === null || events.length === 0) return
    let hasNews = value.judged.take(events)
    for (const question of value.lesson.questions)
      for (const event of value.answers.has(question.id) ? [] : events) {
        const answer = answerOfEvent(question, event)
        if (answer === null) continue
        value.answers.set(question.id, { ...answer, time: event.time })
        hasNews = true
        break
      }
    if (hasNews) triggerRef(own)
  }

  /**
   * The run is over, at this time in milliseconds; then it runs in the other worlds.
   * @param outcome why it ended; `cutShort`: what did not happen might have happened, so what is open
   *   stays open.
   */
  function finish(time: number, outcome: EndReason | 'cutShort'): void {
    const { value } = own
    if (value === null) return
    if (value.end !== null) {
      // It reloaded its page, or left it, while its world was computed to the end.
      if (outcome !== 'cutShort') return
      value.hasLeft = true
      others.stop()
      triggerRef(own)
      return
    }
    value.end = time
    if (outcome === 'cutShort') value.judged.finish(null, 'until')
    else value.judged.finish(time, outcome)
    triggerRef(own)
    if (outcome === 'cutShort' || value.isUntouched) return
    value.judged.whenJudged(({ results }, judge) => {
      if (own.value === value && !value.hasLeft) runInOtherWorlds(value, results, judge)
    })
  }

  /** Tasks that failed already need no other world. A task that isn't asked in the own one can't have. */
  function runInOtherWorlds(run: OwnRun, { results, fault }: WorldResults, judge: Judge): void {
    const { order, lesson } = run
    if (fault !== null) return
    const failed = new Set(results.filter(({ status }) => status === 'failed').map(idOf))
    const hasFailed = ({ id, worlds }: Check) =>
      failed.has(id) && (worlds?.includes(LESSON_WORLD) ?? true)
    const tasks = lesson.tasks.filter(
      ({ worlds, checks }) => !worlds.includes(LESSON_WORLD) || !checks.some(hasFailed),
    )
    const named = new Set(tasks.flatMap(({ worlds }) => worlds))
    const worlds = lesson.worlds.filter(({ id }) => id !== LESSON_WORLD && named.has(id))
    const start = () => {
      const orders = worlds.map((world) => orderInWorld(order, lesson, world, scenarios.sources))
      others.start(orders, () => judge(checksOf(lesson)))
    }
    const missing = worlds.map(({ scenario }) => scenario).filter(scenarios.isMissing)
    if (missing.length === 0) {
      start()
      return
    }
    const mine = turn
    Promise.all(missing.map(scenarios.load))
      .then(() => {
        if (turn === mine && !run.hasLeft) start()
      })
      .catch((error: unknown) => {
        notices.show({
          key: 'app.screenFailed',
          params: { message: String(error) },
          level: 'error',
        })
      })
  }

  /** The own run as far as the playhead has come in it, and the runs in other worlds. */
  const judgedRun = computed<JudgedRun | null>(() => {
    const { value } = own
    if (value === null || value.lesson.slug !== course.lesson?.slug) return null
    const { judged, end, isUntouched } = value
    const { outcome, results, fault } = value.hasLeft ? LEFT : judged.results
    const isSeen = end !== null && recordings.timeInOwn >= end
    const worlds = new Map<string, WorldResults>()
    worlds.set(LESSON_WORLD, {
      outcome: isSeen ? outcome : 'running',
      results: results.map((result) => asOf(result, recordings.timeInOwn)),
      fault,
    })
    for (const [world, run] of others.runs) worlds.set(world, run.judged.results)
    // A run that was cut short is not tried in other worlds.
    if (isSeen && outcome === 'cutShort')
      for (const { id } of value.lesson.worlds)
        if (!worlds.has(id)) worlds.set(id, { outcome, results: [], fault: null })
    return { isUntouched, worlds }
  })

  /** By task of the open lesson: what the learner's latest run did with it. */
  const states = computed<ReadonlyMap<string, TaskState>>(() =>
    judgeTasks(course.lesson?.tasks ?? [], judgedRun.value),
  )

  watch(states, (now) => {
    const { lesson } = course
    if (lesson === null) return
    const passed = lesson.tasks.filter(({ id }) => now.get(id)?.kind === 'passed').map(idOf)
    const news = passed.some((task) => !progress.isTaskSolved(lesson.slug, task))
    const all = passed.length > 0 && passed.length === lesson.tasks.length
    if (news || (all && !progress.isSolved(lesson.slug)))
      progress.record(lesson.slug, { tasks: passed, solved: all })
  })

  /** Whether a task of the open lesson was solved in this run or an earlier one. */
  function solved(task: string): boolean {
    return course.lesson !== null && progress.isTaskSolved(course.lesson.slug, task)
  }

  /** The learner's run in a world of the lesson, to be shown; null where it did not run. */
  function worldRun(world: string): Recording | null {
    // Subscribes to the runs in other worlds too.
    const { value } = own
    if (value === null) return null
    return world === LESSON_WORLD ? recordings.own : (others.runs.get(world)?.recording ?? null)
  }

  /** By question: which option came true, by which event of which run. */
  const answers = computed<ReadonlyMap<string, RunAnswer>>(() => {
    const found = new Map<string, RunAnswer>()
    for (const question of course.lesson?.questions ?? []) {
      const answer = answerTo(question)
      if (answer !== null) found.set(question.id, answer)
    }
    return found
  })

  /** The learner's own program answers; what it leaves open, the untouched starter. */
  function answerTo(question: Question): RunAnswer | null {
    const { run } = question
    if (run.kind === 'try') return answerOfRecording(question, recordings.besideOwn(run))
    const { value } = own
    const answer =
      value?.lesson.slug === course.lesson?.slug ? value?.answers.get(question.id) : undefined
    if (answer !== undefined && recordings.own !== null) {
      const { option, seq, time } = answer
      if (time <= recordings.timeInOwn) return { option, seq, run: recordings.own }
    }
    return run.kind === 'start'
      ? answerOfRecording(question, recordings.besideOwn({ kind: 'start' }))
      : null
  }

  function answerOfRecording(question: Question, recording: Recording | null): RunAnswer | null {
    if (recording === null || !recording.complete) return null
    const answer = answerQuestion(question, recording.log.read().slice())
    return answer === null ? null : { ...answer, run: recording }
  }

  /** Questions about the starter that come before any task: the first run waits for a guess. */
  const openPredictions = computed<readonly Question[]>(() => {
    const { lesson } = course
    if (lesson === null) return []
    const firstTask = lesson.steps.findIndex(({ kind }) => kind === 'task')
    const early = lesson.steps.slice(0, firstTask === -1 ? undefined : firstTask).map(idOf)
    return lesson.questions.filter(
      ({ id, run }) =>
        run.kind === 'start' &&
        early.includes(id) &&
        progress.predictionOf(lesson.slug, id) === undefined,
    )
  })
  /** Counts refused runs; the lesson pane goes to the open question on each. */
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

  return {
    sought: computed(() => own.value?.sought ?? null),
    states,
    answers,
    solved,
    worldRun,
    attach,
    detach,
    begin,
    take,
    finish,
    openPredictions,
    refusedRuns,
    refuseRun,
  }
})

const idOf = <Thing extends { readonly id: string } | { readonly checkId: string }>(
  thing: Thing,
): string => ('id' in thing ? thing.id : thing.checkId)

const LEFT: WorldResults = { outcome: 'cutShort', results: [], fault: null }

/** A verdict that falls after this time is still open. */
function asOf(verdict: CheckResult, time: number): CheckResult {
  if (verdict.decidedAt === null || verdict.decidedAt <= time) return verdict
  return { checkId: verdict.checkId, status: 'pending', decidedAt: null }
}
