import { describe, expect, it } from 'vitest'
import type { LessonNode } from '../../core/lesson/lesson-text.ts'
import { fill, hasPlace } from './fill.ts'

const code = (...children: LessonNode[]): LessonNode => ({ tag: 'code', attributes: {}, children })

describe('fill', () => {
  it('puts values in their places, at any depth', () => {
    expect(
      fill(['It came at {time}: ', code('close({code})')], { time: '5 ms', code: '4000' }),
    ).toEqual(['It came at ', '5 ms', ': ', code('close(', '4000', ')')])
  })

  it('puts nodes in places too', () => {
    expect(fill(['at {time}'], { time: code('5') })).toEqual(['at ', code('5')])
  })

  it('leaves a place that has no value', () => {
    expect(fill(['{a} {b}'], { b: 'x' })).toEqual(['{a} ', 'x'])
  })
})

describe('hasPlace', () => {
  it('finds a place at any depth', () => {
    expect(hasPlace(['a', code('b {time}')], 'time')).toBe(true)
    expect(hasPlace(['time', code('{line}')], 'time')).toBe(false)
  })
})
