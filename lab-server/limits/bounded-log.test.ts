import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BoundedLog } from './bounded-log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('writes a hundred lines of a kind at once, and counts the rest', () => {
  const lines: string[] = []
  const log = new BoundedLog((line) => lines.push(line))
  const connections = log.about('connections')
  for (let count = 0; count < 1000; count += 1) connections(`connection ${count}`)
  expect(lines).toHaveLength(100)
  log.about('limits')('another kind')
  expect(lines.at(-1)).toBe('another kind')

  vi.advanceTimersByTime(1000)
  expect(lines.slice(101)).toEqual(['900 more lines about connections were left out'])
  connections('later')
  expect(lines.at(-1)).toBe('later')
})

test('cuts a line that is too long', () => {
  const lines: string[] = []
  new BoundedLog((line) => lines.push(line)).about('hosts')('x'.repeat(20_000))
  expect(lines).toEqual([`${'x'.repeat(1000)}…`])
})
