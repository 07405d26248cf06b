import { expect, it } from 'vitest'
import type { LessonNode } from '../../core/lesson/lesson-text.ts'
import { fill } from './fill.ts'

const code = (...children: LessonNode[]): LessonNode => ({ tag: 'code', attributes: {}, children })

it('puts values in their places, at any depth', () => {
  expect(
    fill(['It came at {time}: ', code('close({code})')], { time: '5 ms', code: '4000' }),
  ).toEqual(['It came at 5 ms: ', code('close(4000)')])
})

it('leaves a place that has no value', () => {
  expect(fill(['{a} {b}'], { b: 'x' })).toEqual(['{a} x'])
})

it('takes a value for text, whatever looks like a place in it', () => {
  expect(fill(['{a}'], { a: '{b}', b: 'x' })).toEqual(['{b}'])
})
