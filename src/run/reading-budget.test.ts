import { nextTick } from 'vue'
import { beforeEach, expect, it } from 'vitest'
import { ReadingBudget, type Reading } from './reading-budget.ts'

/** The pieces that were read, and what was published. */
let log: string[]
let now: number
let frames: (() => void)[]

beforeEach(() => {
  log = []
  now = 0
  frames = []
})

function budget(): ReadingBudget {
  return new ReadingBudget({ now: () => now, nextFrame: (callback) => frames.push(callback) })
}

/** @param duration of each piece, milliseconds. */
function reading(name: string, pieces: number, duration: number, isSeen = () => true): Reading {
  let left = pieces
  return {
    isSeen,
    readPiece() {
      log.push(name)
      now += duration
      left -= 1
      return left === 0
    },
    publish: () => log.push(`${name}!`),
  }
}

function frame(): void {
  now += 16
  for (const callback of frames.splice(0)) callback()
}

it('reads before the next rendering, and publishes once', async () => {
  const shared = budget()
  shared.request(reading('a', 3, 1))
  expect(log).toEqual([])
  await nextTick()
  expect(log).toEqual(['a', 'a', 'a', 'a!'])
  expect(frames).toHaveLength(0)
})

it('shares six milliseconds a frame among all, in turn', async () => {
  const shared = budget()
  shared.request(reading('a', 4, 2))
  shared.request(reading('b', 2, 2))
  await nextTick()
  expect(log).toEqual(['a', 'b', 'a', 'a!', 'b!'])
})

it('goes on in the next frame with readers that had no turn', async () => {
  const shared = budget()
  shared.request(reading('a', 2, 6))
  shared.request(reading('b', 1, 6))
  await nextTick()
  expect(log).toEqual(['a', 'a!'])
  frame()
  expect(log).toEqual(['a', 'a!', 'b', 'b!'])
  frame()
  expect(log.slice(4)).toEqual(['a', 'a!'])
  expect(frames).toHaveLength(0)
})

it('reads for what is seen first', async () => {
  const shared = budget()
  shared.request(reading('hidden', 2, 1, () => false))
  shared.request(reading('seen', 2, 1))
  await nextTick()
  expect(log).toEqual(['seen', 'seen', 'hidden', 'hidden', 'seen!', 'hidden!'])
})

it('spends no more in a frame, no matter how often it is asked', async () => {
  const shared = budget()
  shared.request(reading('a', 1, 6))
  await nextTick()
  shared.request(reading('b', 1, 1))
  await nextTick()
  expect(log).toEqual(['a', 'a!'])
  frame()
  expect(log).toEqual(['a', 'a!', 'b', 'b!'])
})

it('forgets a cancelled reader', async () => {
  const shared = budget()
  const gone = reading('gone', 1, 1)
  shared.request(gone)
  shared.cancel(gone)
  await nextTick()
  expect(log).toEqual([])
})
