import { expect, test } from 'vitest'
import { problemOfClose } from './close-arguments.ts'

test.each([[undefined], [1000], [3000], [4999]])('a page may close with %s', (code) => {
  expect(problemOfClose(code, '')).toBeUndefined()
})

test.each([[0], [999], [1001], [1005], [2999], [5000]])('a page may not close with %i', (code) => {
  expect(problemOfClose(code, '')?.name).toBe('InvalidAccessError')
})

test('a reason has 123 octets, however many characters they make', () => {
  expect(problemOfClose(1000, 'x'.repeat(123))).toBeUndefined()
  expect(problemOfClose(1000, '汉'.repeat(41))).toBeUndefined()
  expect(problemOfClose(1000, '汉'.repeat(42))?.name).toBe('SyntaxError')
})

test('the code is looked at before the reason', () => {
  expect(problemOfClose(1001, 'x'.repeat(124))?.name).toBe('InvalidAccessError')
})
