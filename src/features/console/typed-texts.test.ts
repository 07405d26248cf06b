import { expect, test } from 'vitest'
import { TypedTexts } from './typed-texts.ts'

test('the arrow keys go back to the first text and forward to what was being typed', () => {
  const texts = new TypedTexts(() => ['one', 'two'])
  expect(texts.move(-1, 'thr')).toBe('two')
  expect(texts.move(-1, 'two')).toBe('one')
  expect(texts.move(-1, 'one')).toBeUndefined()
  expect(texts.move(1, 'one')).toBe('two')
  expect(texts.move(1, 'two')).toBe('thr')
  expect(texts.move(1, 'thr')).toBeUndefined()
})

test('after a text was evaluated, the way back begins at the latest again', () => {
  const typed = ['one', 'two']
  const texts = new TypedTexts(() => typed)
  texts.move(-1, '')
  texts.move(-1, 'two')
  texts.leave()
  typed.push('three')
  expect(texts.move(-1, '')).toBe('three')
})
