/** `prediction`: the learner answered a question before running. */
import type { PredictionCheck } from '../check.ts'
import { meets } from '../condition.ts'
import { explain } from '../explain.ts'
import { noBindings } from '../pattern.ts'
import { short } from '../phrase.ts'
import { failed, passed, type Rule } from './rule.ts'

export function predictionRule(check: Pick<PredictionCheck, 'question' | 'answer'>): Rule {
  return {
    accept(event) {
      if (event.type !== 'prediction' || event.question !== check.question) return null
      const isRight =
        check.answer === undefined || meets(event.answer, check.answer, noBindings, () => undefined)
      if (isRight) return passed
      return failed(explain('prediction.wrong', { params: { answer: short(event.answer) }, event }))
    },
    finish: () => failed(explain('prediction.missing')),
  }
}
