import { describe, expect, it } from 'vitest'
import { open, print, status, why, type CheckWithoutId } from '../testing/judge.ts'

const check: CheckWithoutId = { type: 'atRest', of: { event: 'eventFired', eventType: 'open' } }

describe('atRest', () => {
  it('passes with the first such event', () => {
    expect(status(check, [print('hi'), open])).toBe('passed')
  })

  it('says that there was none', () => {
    expect(why(check, [print('hi')])).toMatchObject({ key: 'atRest.missing' })
  })
})
