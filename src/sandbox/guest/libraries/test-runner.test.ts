import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTestRunner, TEST_TIMEOUT } from './test-runner.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function runner(repeats = 1) {
  const lines: unknown[][] = []
  const test = createTestRunner({
    console: {
      log: (...line: unknown[]) => void lines.push(['log', ...line]),
      error: (...line: unknown[]) => void lines.push(['error', ...line]),
    },
    setTimeout: (task, delay) => setTimeout(task, delay),
    clearTimeout: (timer) => clearTimeout(Number(timer)),
    repeats: () => repeats,
    soon: (task) => setTimeout(task, 0),
  })
  return { test, lines }
}

it('tells of each test in its turn, and how many passed', async () => {
  const { test, lines } = runner()
  const wrong = new Error('1 is not 2')
  test('adds', () => undefined)
  test('waits', () => new Promise((resolve) => setTimeout(resolve, 100)))
  test('fails', () => {
    throw wrong
  })
  test('rejects', async () => Promise.reject(wrong))
  expect(lines).toEqual([])
  await vi.advanceTimersByTimeAsync(50)
  expect(lines).toEqual([['log', '✓ adds']])
  await vi.advanceTimersByTimeAsync(100)
  expect(lines).toEqual([
    ['log', '✓ adds'],
    ['log', '✓ waits'],
    ['error', '✗ fails', wrong],
    ['error', '✗ rejects', wrong],
    ['log', '2 passed, 2 failed'],
  ])
})

it('a test that never ends has failed after five seconds, or after its own time', async () => {
  const { test, lines } = runner()
  const never = () => new Promise(() => undefined)
  test('by default', never)
  test('by its own', never, 50)
  await vi.advanceTimersByTimeAsync(TEST_TIMEOUT)
  expect(lines).toEqual([['error', '✗ by default', new Error('Test timed out in 5000ms.')]])
  await vi.advanceTimersByTimeAsync(50)
  expect(lines[1]).toEqual(['error', '✗ by its own', new Error('Test timed out in 50ms.')])
  expect(vi.getTimerCount()).toBe(0)
})

it('a test that is told later runs, too', async () => {
  const { test, lines } = runner()
  test('first', () => test('second', () => undefined))
  await vi.advanceTimersByTimeAsync(10)
  test('third', () => undefined)
  await vi.advanceTimersByTimeAsync(10)
  expect(lines.map(([, line]) => line)).toEqual([
    '✓ first',
    '✓ second',
    '2 passed, 0 failed',
    '✓ third',
    '1 passed, 0 failed',
  ])
})

it('a page may have each test run several times: it passes if it always does', async () => {
  const { test, lines } = runner(3)
  let turns = 0
  test('steady', () => undefined)
  test('flaky', () => {
    turns += 1
    if (turns === 2) throw new Error('not now')
  })
  await vi.advanceTimersByTimeAsync(10)
  expect(lines).toEqual([
    ['log', '✓ steady'],
    ['error', '✗ flaky', new Error('not now')],
    ['log', '1 passed, 1 failed'],
  ])
  expect(turns).toBe(2)
})
