import { expect, test } from 'vitest'
import { compareRuns } from './compare.ts'
import type { KnownDifference } from './differences.ts'

const trusted: KnownDifference = {
  program: 'x',
  inPage: 'isTrusted false',
  native: 'isTrusted true',
  reason: 'a script cannot make it true',
}

test('finds nothing where both say the same and are done', () => {
  expect(compareRuns(['open', 'done'], ['open', 'done'], [])).toBe('')
})

test('names the line and both values', () => {
  const report = compareRuns(['a', 'b', 'done'], ['a', 'c', 'done'], [])
  expect(report).toContain('Line 2')
  expect(report).toContain('in page: b')
  expect(report).toContain('native:  c')
})

test('a line that is missing differs', () => {
  expect(compareRuns(['done'], ['open', 'done'], [])).toContain('(nothing more)')
})

test('a program that does not end is no agreement', () => {
  expect(compareRuns(['open'], ['open'], [])).toContain("The browser's run ends with: open")
})

test('allows a known difference in exactly its form', () => {
  expect(compareRuns([trusted.inPage, 'done'], [trusted.native, 'done'], [trusted])).toBe('')
  expect(compareRuns(['isTrusted 0', 'done'], [trusted.native, 'done'], [trusted])).toContain(
    'isTrusted 0',
  )
})

test('fails where a known difference is not there any more', () => {
  const report = compareRuns([trusted.native, 'done'], [trusted.native, 'done'], [trusted])
  expect(report).toContain('was not there (a script cannot make it true)')
})
