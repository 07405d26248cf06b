/** A lesson's walk from the stores: what its blocks show, and what they do. */
import { onMounted, ref } from 'vue'
import { useI18n } from '../../locales/i18n.ts'
import { titleOfStep, wordsOfLook } from '../../core/lesson/blocks-of.ts'
import type { LessonPlan } from '../../core/lesson/lesson-plan.ts'
import type { LessonText } from '../../core/lesson/lesson-text.ts'
import { plainText } from '../../core/lesson/plain-text.ts'
import type { StepView } from '../../core/lesson/steps.ts'
import { formatDuration } from '../../core/trace/describe/quantity.ts'
import { useBesideStore } from '../../stores/beside.ts'
import { useBreakItStore } from '../../stores/break-it.ts'
import { useCourseStore } from '../../stores/course.ts'
import { useEditorPlaceStore } from '../../stores/editor-place.ts'
import { useJudgingStore } from '../../stores/judging.ts'
import { useLooksStore } from '../../stores/looks.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useShownPaneStore } from '../../stores/shown-pane.ts'
import { isApple } from '../../ui/is-apple.ts'
import type { LessonWalk, OwnRunView } from './lesson-walk.ts'
import { useContinued } from './use-continued.ts'
import { useEventPlaces, type WordsOfEvent } from './use-event-places.ts'
import { useQuestionViews } from './use-question-views.ts'
import { useSampleViews } from './use-sample-views.ts'
import { useSteps } from './use-steps.ts'
import { useTaskViews } from './use-task-views.ts'
import { useSolvedWhen } from './solved-when.ts'

export interface OpenLesson {
  readonly lesson: () => LessonPlan | null
  readonly text: () => LessonText | null
  /** Brings a step into sight, with the focus. */
  readonly showStep: (step: StepView) => void
  readonly compareWithSolution: (task: string) => void
  readonly compareWithStarter: () => void
  readonly words: WordsOfEvent
}

export function useLessonWalk({
  lesson,
  text,
  showStep,
  compareWithSolution,
  compareWithStarter,
  words,
}: OpenLesson): LessonWalk {
  const { locale } = useI18n()
  const beside = useBesideStore()
  const breakIt = useBreakItStore()
  const course = useCourseStore()
  const editorPlace = useEditorPlaceStore()
  const judging = useJudgingStore()
  const looks = useLooksStore()
  const progress = useProgressStore()
  const recordings = useRecordingsStore()
  const session = useSessionStore()
  const shownPane = useShownPaneStore()

  const places = useEventPlaces(words)
  const { steps, summary } = useSteps(lesson)
  const questions = useQuestionViews(lesson, steps, places)
  const samples = useSampleViews(places)
  const tasks = useTaskViews(text, steps, places)
  const continued = useContinued(lesson)
  const solvedWhen = useSolvedWhen()

  /** Known only in a browser. */
  const keys = ref('')
  onMounted(() => {
    keys.value = isApple ? '⌘ ⏎' : 'Ctrl ⏎'
  })

  function ownRun(): OwnRunView {
    const { own } = recordings
    const { asked } = looks
    const shown = text()
    const isRunning = own !== null && recordings.latest === own && session.status === 'running'
    const state = own === null ? 'none' : own.endReason === 'failed' ? 'failed' : 'ended'
    return {
      state: isRunning ? 'running' : state,
      duration: own === null ? '' : formatDuration(own.end, locale.value),
      asked: asked === null || shown === null ? null : plainText(wordsOfLook(shown, asked)),
      keys: keys.value,
    }
  }

  async function openArchive(name: string, content: string): Promise<void> {
    const { useImportedTraceStore } = await import('../../stores/imported-trace.ts')
    const { size } = new Blob([content])
    await useImportedTraceStore().open({ name, size, text: () => Promise.resolve(content) })
    shownPane.visit('wire')
  }

  return {
    ownRun,
    look: (id) => ({
      isLive: looks.isLive(id),
      isChosen: looks.chosen === id,
      isMissing: looks.missing === id,
    }),
    sample: samples.viewOf,
    question: questions.viewOf,
    task: tasks.viewOf,
    earlierAnswer: (slug, question) => ({
      guess: progress.predictionOf(slug, question) ?? null,
      cameTrue: progress.outcomeOf(slug, question) ?? null,
    }),
    summary: () => summary.value,
    titleOf: (step) => {
      const shown = text()
      return shown === null ? [] : titleOfStep(shown, step)
    },
    result: () => {
      const slug = lesson()?.slug ?? ''
      if (!progress.isSolved(slug)) return null
      return {
        summary: summary.value,
        solvedAt: solvedWhen(progress.solvedAt(slug)),
        isChanged: beside.hasChangedSinceRun,
        didNotStart: [...judging.states.values()].some(
          (state) => state.kind === 'open' && state.why === 'didNotStart',
        ),
        failed: steps.value.find(({ state, isStale }) => state === 'failed' && !isStale) ?? null,
      }
    },
    continued: continued.view,
    previous: () => course.previousLesson,
    next: () => course.nextLesson,

    run: session.run,
    followLook: looks.follow,
    showEvent: (seq, world) =>
      looks.showEvent(seq, world === null ? recordings.own : judging.worldRun(world)),
    showWorld: (world) => {
      const run = judging.worldRun(world)
      if (run !== null) looks.showRun(run)
    },
    openFile: (file, line) => editorPlace.goTo(line === undefined ? { file } : { file, line }),
    openArchive: (name, content) => void openArchive(name, content),
    runSample: (id) => void beside.run({ kind: 'try', id }),
    back: beside.back,
    putIntoEditor: beside.putIntoEditor,
    guess: questions.guess,
    answer: questions.answer,
    showProof: questions.showProof,
    goToStep: showStep,
    compareWithSolution,
    breakIt: (task) => {
      breakIt.task = task
      shownPane.visit('wire')
    },
    goOnWith: continued.goOnWith,
    compareWithStarter,
  }
}
