import { describe, expect, it } from 'vitest'
import { asLines, linesOf, wideLines, withoutMarks } from './code-lines.ts'

it('a line that ends in +++ is new, and loses the mark with its comment', () => {
  expect(withoutMarks('a // +++\nb\nUpgrade: x +++\n# c # +++\n<p> <!-- +++ -->')).toEqual({
    code: 'a\nb\nUpgrade: x\n# c\n<p>',
    fresh: new Set([0, 2, 3, 4]),
  })
})

it('each line of highlighted code gets a span', () => {
  const span = { tag: 'span', attributes: { class: 'token-x' }, children: ['b'] } as const
  expect(asLines(['a ', span, ';\nc'], new Set([1]))).toEqual([
    { tag: 'span', attributes: { class: 'line' }, children: ['a ', span, ';'] },
    { tag: 'span', attributes: { class: 'line new' }, children: ['c'] },
  ])
})

describe('the lines of a sample', () => {
  const source = 'if (a) {\n  b()\n\n  c()\n}\n'

  it('are all of them, or those named, without their common indentation', () => {
    expect(linesOf(source, undefined)).toEqual({ code: source.trimEnd() })
    expect(linesOf(source, '2-4')).toEqual({ code: 'b()\n\nc()' })
    expect(linesOf(source, '1')).toEqual({ code: 'if (a) {' })
  })

  it.each(['4-2', '2-6', '0', 'x', '1,2'])('have to be there: %s', (range) => {
    expect(linesOf(source, range)).toHaveProperty('reason')
  })
})

it('a line is too wide beyond 60 columns, of which a Chinese character takes two', () => {
  expect(wideLines('x'.repeat(60))).toEqual([])
  expect(wideLines(`a\n${'x'.repeat(61)}`)).toEqual([{ line: 2, columns: 61 }])
  expect(wideLines(`// ${'字'.repeat(29)}`)).toEqual([{ line: 1, columns: 61 }])
})
