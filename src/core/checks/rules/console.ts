/** `console`: the program printed these lines in this order. */
import type { TraceEvent } from '../../trace/event.ts'
import { meets } from '../condition.ts'
import { explain } from '../explain.ts'
import { readField } from '../fields.ts'
import { noBindings } from '../pattern.ts'
import { short, wantedBy } from '../phrase.ts'
import { defineRule, failed, passed } from '../rule.ts'

export default defineRule('console', ({ side, lines }) => {
  let next = 0
  let last: TraceEvent | undefined
  const nothing = () => undefined
  return {
    accept(event) {
      const line = lines[next]
      if (event.type !== 'consoleMessage' || event.side !== side || line === undefined) return null
      last = event
      if (meets(readField(event, 'text'), line, noBindings, nothing)) next += 1
      return next === lines.length ? passed : null
    },
    finish() {
      const wanted = wantedBy(lines[next], nothing)
      const params = {
        number: next + 1,
        ...(wanted === undefined ? {} : { wanted }),
      }
      const which = wanted === undefined ? 'Line' : 'Text'
      if (last === undefined) return failed(explain(`console.nothing${which}`, { params }))
      const printed = short(readField(last, 'text'))
      return failed(
        explain(`console.other${which}`, { params: { ...params, printed }, event: last }),
      )
    },
  }
})
