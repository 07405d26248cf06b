/** What a run answers to a question. */
import { meets } from '../checks/condition.ts'
import { readField } from '../checks/fields.ts'
import { matchPattern, noBindings } from '../checks/pattern.ts'
import type { TraceEvent } from '../trace/event.ts'
import type { Question } from './lesson-plan.ts'

export interface QuestionAnswer {
  /** The id of the option that came true; null where the run did something that no option foresees. */
  readonly option: string | null
  /** The event that proves it. */
  readonly seq: number
}

/**
 * What an event answers to a question: the first event of a run that is asked about decides.
 * @returns null where this event does not answer.
 */
export function answerOfEvent(question: Question, event: TraceEvent): QuestionAnswer | null {
  if (matchPattern(question.ask, event, noBindings).kind !== 'match') return null
  const [option, ...others] = optionsOf(question, event)
  return { option: others.length === 0 ? (option ?? null) : null, seq: event.seq }
}

/** The options that an event makes true: in a lesson that is proved, one for its own runs. */
export function optionsOf({ options }: Question, event: TraceEvent): readonly string[] {
  return options
    .filter(({ when }) =>
      Object.entries(when).every(([name, condition]) =>
        meets(readField(event, name), condition, noBindings, () => undefined),
      ),
    )
    .map(({ id }) => id)
}

/** What a run answers; null where nothing that the question asks about has happened. */
export function answerQuestion(
  question: Question,
  events: Iterable<TraceEvent>,
): QuestionAnswer | null {
  for (const event of events) {
    const answer = answerOfEvent(question, event)
    if (answer !== null) return answer
  }
  return null
}
