import { describe, expect, it } from 'vitest'
import { everyEvent } from '../testing/every-event.ts'
import { EVENT_GROUPS, groupOf } from './event-group.ts'

describe('groupOf', () => {
  it('has a group for every event, and no group without one', () => {
    expect(new Set(everyEvent().map(groupOf))).toEqual(new Set(EVENT_GROUPS))
  })

  it('counts a call that threw among the errors', () => {
    for (const event of everyEvent()) {
      if (event.type !== 'apiCall') continue
      expect(groupOf(event)).toBe(event.exception === undefined ? 'calls' : 'errors')
    }
  })
})
