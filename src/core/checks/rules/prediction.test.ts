import { describe, expect, it } from 'vitest'
import { type EventSketch } from '../../trace/testing/sketch.ts'
import { status, why, type CheckWithoutId } from '../testing/judge.ts'

describe('prediction', () => {
  const check: CheckWithoutId = { type: 'prediction', question: 'first', answer: 'zero' }
  const answer = (text: string): EventSketch => ({
    type: 'prediction',
    question: 'first',
    answer: text,
  })

  it('wants an answer, and where it says so the right one', () => {
    expect(status(check, [answer('zero')])).toBe('passed')
    expect(why(check, [answer('one')])).toMatchObject({ key: 'prediction.wrong' })
    expect(why(check, [])).toMatchObject({ key: 'prediction.missing' })
    expect(status({ type: 'prediction', question: 'first' }, [answer('one')])).toBe('passed')
  })
})
