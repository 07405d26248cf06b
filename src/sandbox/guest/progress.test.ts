import { expect, it } from 'vitest'
import { HEARTBEAT, MAX_STANDSTILL, Progress } from './progress.ts'

const looksOfStandstill = MAX_STANDSTILL / HEARTBEAT

function look(progress: Progress, times: number): readonly boolean[] {
  return Array.from({ length: times }, () => progress.look())
}

it('has stopped once nothing was made in as many looks as the longest standstill has', () => {
  const progress = new Progress()
  expect(look(progress, looksOfStandstill)).not.toContain(true)
  expect(progress.look()).toBe(true)
})

it('begins to count anew whenever something was made', () => {
  const progress = new Progress()
  look(progress, looksOfStandstill)
  progress.made()
  expect(look(progress, looksOfStandstill)).not.toContain(true)
})
