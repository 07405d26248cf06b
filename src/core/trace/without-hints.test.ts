import { expect, it } from 'vitest'
import { traceFrom } from './testing/sketch.ts'
import { withoutHints } from './without-hints.ts'

it('an event that nothing listened for keeps that, and does not say which name was meant', () => {
  const closed = { type: 'eventFired', eventType: 'close', listeners: 0, code: 1000 } as const
  const [hinting, plain] = traceFrom([
    { ...closed, reason: '', wasClean: true, misnamed: 'oncolse' },
    { type: 'pageLifecycle', phase: 'load' },
  ])
  expect(hinting && withoutHints(hinting)).toEqual({
    ...traceFrom([{ ...closed, reason: '', wasClean: true }])[0],
  })
  expect(plain && withoutHints(plain)).toBe(plain)
})
