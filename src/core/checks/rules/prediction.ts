/** `prediction`: the learner answered a question before running. */
import { meets } from '../condition.ts'
import { explain } from '../explain.ts'
import { noBindings } from '../pattern.ts'
import { short } from '../phrase.ts'
import { defineRule, failed, passed } from '../rule.ts'

export default defineRule('prediction', ({ question, answer }) => ({
  accept(event) {
    if (event.type !== 'prediction' || event.question !== question) return null
    const isRight = answer === undefined || meets(event.answer, answer, noBindings, () => undefined)
    if (isRight) return passed
    return failed(explain('prediction.wrong', { params: { answer: short(event.answer) }, event }))
  },
  finish: () => failed(explain('prediction.missing')),
}))
