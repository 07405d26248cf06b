import { describe, expect, it } from 'vitest'
import { traceFrom } from '../trace/testing/sketch.ts'
import { createChecker } from './checker.ts'
import { checkSchema } from './check.ts'
import { message, print, echo } from './testing/judge.ts'

describe('a checker', () => {
  it('decides ten checks over the same 100 000 events', () => {
    const checks = Array.from({ length: 10 }, (_, index) =>
      checkSchema.parse({ id: `it-${index}`, ...echo }),
    )
    const checker = createChecker(checks)
    const events = traceFrom(
      Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? print('x') : message('y'))),
    )
    for (const event of events) checker.accept(event)
    checker.finish(100_000)
    expect(checker.results().map(({ status }) => status)).toEqual(Array(10).fill('failed'))
  })
})
