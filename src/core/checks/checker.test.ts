import { describe, expect, it } from 'vitest'
import { traceFrom } from '../trace/testing/sketch.ts'
import { createChecker } from './checker.ts'
import { checkSchema } from './schema.ts'
import { message, print, echo } from './testing/judge.ts'

describe('a checker', () => {
  it('decides ten checks over 100 000 events without slowing down', () => {
    const checks = Array.from({ length: 10 }, (_, index) =>
      checkSchema.parse({ id: `it-${index}`, ...echo }),
    )
    const checker = createChecker(checks)
    const events = traceFrom(
      Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? print('x') : message('y'))),
    )
    const start = performance.now()
    for (const event of events) checker.accept(event)
    // A second on an idle machine.
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
