/** The three steps of a case as the reader stands with them, and the words of events. */
import { inject, type ComputedRef, type InjectionKey } from 'vue'
import type { StepView } from '../../../core/lesson/steps.ts'
import type { WordsOfEvent } from '../use-event-places.ts'

export interface CaseView {
  readonly steps: ComputedRef<readonly StepView[]>
  readonly words: WordsOfEvent
}

export const caseViewKey: InjectionKey<CaseView> = Symbol('case')

const NO_WORDS: WordsOfEvent = () => ({ sentence: '', detail: '' })

export function useEventWords(): WordsOfEvent {
  return inject(caseViewKey, null)?.words ?? NO_WORDS
}

export function useFaultSteps() {
  const view = inject(caseViewKey, null)
  return {
    /** What is found is right: it has the mark of a task that passed. */
    viewOf(id: string): StepView | null {
      const step = view?.steps.value.find((one) => one.id === id) ?? null
      return step?.state === 'answered' ? { ...step, state: 'passed' } : step
    },
  }
}
