import { expect, it } from 'vitest'
import type { LessonNode } from '../../core/lesson/lesson-text.ts'
import { splitFirstWord } from './first-word.ts'

const code: LessonNode = { tag: 'code', attributes: {}, children: ['send()'] }

it('splits words at the first space', () => {
  expect(splitFirstWord(['its own echo'])).toEqual([['its'], [' own echo']])
})

it('splits Chinese after its first character, because a line may break there', () => {
  expect(splitFirstWord(['服务器的回显'])).toEqual([['服'], ['务器的回显']])
})

it('keeps code together', () => {
  expect(splitFirstWord([code, ' threw'])).toEqual([[code], [' threw']])
})

it('leaves nothing of a single word', () => {
  expect(splitFirstWord(['open'])).toEqual([['open'], []])
})
