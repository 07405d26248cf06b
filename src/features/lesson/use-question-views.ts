import { computed, ref, watch, type ComputedRef } from 'vue'
import type { LessonPlan, Question } from '../../core/lesson/lesson-plan.ts'
import type { StepView } from '../../core/lesson/steps.ts'
import { useBesideStore } from '../../stores/beside.ts'
import { useJudgingStore } from '../../stores/judging.ts'
import { useLooksStore } from '../../stores/looks.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useWorkspaceStore } from '../../stores/workspace.ts'
import { NEUTRAL_WALK, type QuestionView } from './lesson-walk.ts'
import type { EventPlaces } from './use-event-places.ts'

/** The questions of a lesson, and how they are answered. */
export function useQuestionViews(
  lesson: () => LessonPlan | null,
  steps: ComputedRef<readonly StepView[]>,
  places: EventPlaces,
) {
  const beside = useBesideStore()
  const judging = useJudgingStore()
  const looks = useLooksStore()
  const progress = useProgressStore()
  const session = useSessionStore()
  const workspace = useWorkspaceStore()

  /** The question whose button was pressed. */
  const asking = ref<string | null>(null)
  watch(
    () => session.status,
    (status) => {
      if (status !== 'running') asking.value = null
    },
  )

  const slug = computed(() => lesson()?.slug ?? '')
  const questionOf = (id: string): Question | undefined =>
    lesson()?.questions.find((question) => question.id === id)

  // A run answers what the reader has guessed before; who has not guessed yet may still do so.
  watch(
    () => judging.answers,
    (answers) => {
      for (const [id, { option }] of answers) {
        const hasGuessed = progress.predictionOf(slug.value, id) !== undefined
        if (option === null || !hasGuessed || progress.outcomeOf(slug.value, id) === option)
          continue
        progress.answer(slug.value, id, option)
      }
    },
  )

  function viewOf(id: string): QuestionView {
    const question = questionOf(id)
    if (question === undefined) return NEUTRAL_WALK.question(id)
    const { run, options } = question
    const cameTrue = progress.outcomeOf(slug.value, id) ?? null
    const proof = cameTrue === null ? undefined : judging.answers.get(id)
    const words = proof === undefined ? null : places.wordsOf(proof.run, proof.seq)
    return {
      step: steps.value.find((step) => step.kind === 'question' && step.id === id) ?? null,
      run: run.kind === 'try' ? 'sample' : run.kind === 'start' ? 'start' : 'own',
      sample: run.kind === 'try' ? run.id : null,
      options: options.map((option) => option.id),
      guess: progress.predictionOf(slug.value, id) ?? null,
      cameTrue,
      proof:
        proof === undefined || words === null
          ? null
          : { words, isChosen: places.isChosen(proof.run, proof.seq) },
      isRunning: asking.value === id,
    }
  }

  function guess(id: string, option: string): void {
    progress.predict(slug.value, id, option)
  }

  /** Runs what the question is about. */
  function answer(id: string): void {
    const run = questionOf(id)?.run
    if (run === undefined) return
    if (run.kind === 'try') beside.run(run)
    else if (run.kind === 'start' && !workspace.isStarter) beside.run({ kind: 'start' })
    else session.run()
    // Another question may have to be answered first.
    asking.value = session.status === 'running' ? id : null
  }

  function showProof(id: string): void {
    const proof = judging.answers.get(id)
    if (proof !== undefined) looks.showEvent(proof.seq, proof.run)
  }

  return { viewOf, guess, answer, showProof }
}
