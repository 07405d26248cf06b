import { describe, expect, it } from 'vitest'
import type { SourcePosition } from '../../core/trace/event.ts'
import { EndlessLoop, LOOP_LIMIT, LoopGuard } from './loop-guard.ts'

function guardWithClock() {
  const clock = { now: 0 }
  const turns: (() => void)[] = []
  const guard = new LoopGuard({
    now: () => clock.now,
    nextTurn: () => new Promise((resolve) => turns.push(resolve)),
  })
  guard.addSites('client.js', [
    { kind: 'loop', line: 3, column: 1 },
    { kind: 'function', line: 7, column: 5 },
  ])
  const turn = async () => {
    for (const resolve of turns.splice(0)) resolve()
    await Promise.resolve()
  }
  return { guard, clock, turn }
}

const LOOP = 0
const FUNCTION = 1

/** A file that goes on is ended; one that has just begun is not. */
function passAfterLimit(guard: LoopGuard) {
  for (let pass = 0; pass < 64; pass += 1) guard.check(LOOP)
}

describe('a loop', () => {
  it('of a file that has hardly run is not charged for what another took', () => {
    const { guard, clock } = guardWithClock()
    guard.addSites('server.js', [{ kind: 'loop', line: 1, column: 1 }])
    guard.check(2)
    clock.now = 10 * LOOP_LIMIT
    for (let pass = 0; pass < 10; pass += 1) guard.check(LOOP)
    for (let pass = 0; pass < 64; pass += 1) guard.check(2)
    expect(() => guard.check(2)).toThrow('Line 1 of server.js')
    expect(() => guard.check(LOOP)).not.toThrow()
  })

  it('may run as long as the event loop turns', async () => {
    const { guard, clock, turn } = guardWithClock()
    for (let index = 0; index < 5; index += 1) {
      guard.check(LOOP)
      clock.now += LOOP_LIMIT - 1
      expect(() => guard.check(LOOP)).not.toThrow()
      await turn()
    }
  })

  it('is ended on its line when the event loop has not turned for too long', () => {
    const { guard, clock } = guardWithClock()
    guard.check(LOOP)
    clock.now = LOOP_LIMIT + 1
    passAfterLimit(guard)
    expect(() => guard.check(LOOP)).toThrow(EndlessLoop)
    expect(() => guard.check(LOOP)).toThrow('Line 3 of client.js ran for 500 ms')
  })

  it('is ended again after it caught the error, until the event loop turns', async () => {
    const { guard, clock, turn } = guardWithClock()
    guard.check(LOOP)
    clock.now = LOOP_LIMIT + 1
    passAfterLimit(guard)
    for (let index = 0; index < 3; index += 1) {
      expect(() => guard.check(LOOP)).toThrow(EndlessLoop)
    }
    await turn()
    guard.check(LOOP)
  })
})

describe('the next function that is entered', () => {
  it('is reported once, and loops before it are not', () => {
    const { guard } = guardWithClock()
    const entered: SourcePosition[] = []
    guard.onNextEntry((position) => entered.push(position))
    guard.check(LOOP)
    guard.check(FUNCTION)
    guard.check(FUNCTION)
    expect(entered).toEqual([{ file: 'client.js', line: 7, column: 5 }])
  })

  it('is not reported after the request was withdrawn', () => {
    const { guard } = guardWithClock()
    guard.onNextEntry(() => {
      throw new Error('reported')
    })
    guard.forgetEntry()
    guard.check(FUNCTION)
  })
})

it('numbers the sites of all files in one row', () => {
  const { guard } = guardWithClock()
  guard.addSites('server.js', [{ kind: 'function', line: 1, column: 1 }])
  const entered: SourcePosition[] = []
  guard.onNextEntry((position) => entered.push(position))
  guard.check(2)
  expect(entered).toEqual([{ file: 'server.js', line: 1, column: 1 }])
})
