/** What a task says of its state, as keys of texts. */
import type { TaskView } from '../lesson-walk.ts'

export interface TaskWords {
  /** For those who do not see the mark. */
  readonly state: string
  readonly verdict: string | null
  readonly tone: 'right' | 'wrong' | 'neutral'
  /** A sentence below the verdict. */
  readonly note: string | null
}

export function taskWords({ step, why, stopped, failure }: TaskView): TaskWords {
  const state = step?.state ?? 'open'
  if (step?.isStale === true) {
    const verdict = 'lesson.task.changed'
    return state === 'passed'
      ? { state: verdict, verdict, tone: 'neutral', note: 'lesson.task.wasRight' }
      : { state: verdict, verdict, tone: 'neutral', note: 'lesson.task.wasWrong' }
  }
  switch (state) {
    case 'passed':
      return {
        state: 'lesson.task.passed',
        verdict: 'lesson.task.passed',
        tone: 'right',
        note: null,
      }
    case 'failed':
      return step?.isDone === true
        ? {
            state: 'lesson.task.solvedBefore',
            verdict: 'lesson.task.solvedBefore',
            tone: 'right',
            note: failure === null ? null : 'lesson.task.notInThisRun',
          }
        : {
            state: 'lesson.task.failed',
            verdict: failure?.world == null ? 'lesson.task.failed' : 'lesson.task.inWorld',
            tone: 'wrong',
            note: null,
          }
    case 'running':
      return {
        state: 'lesson.task.running',
        verdict: 'lesson.task.running',
        tone: 'neutral',
        note: null,
      }
    default:
      return {
        state: state === 'solved' ? 'lesson.task.solvedBefore' : 'lesson.task.open',
        verdict: state === 'solved' ? 'lesson.task.solvedBefore' : null,
        tone: 'right',
        note: noteOfOpen(why, stopped !== null),
      }
  }
}

function noteOfOpen(why: TaskView['why'], hasPlace: boolean): string | null {
  if (why === 'none') return null
  if (why === 'didNotStart' && !hasPlace) return 'lesson.task.didNotStartSomewhere'
  return `lesson.task.${why}`
}
