import { describe, expect, it } from 'vitest'
import { diffLines } from './line-diff.ts'

/** As a diff tool would print the rows. */
const printed = (left: string, right: string) =>
  diffLines(left, right).map(({ kind, ...row }) =>
    kind === 'same' ? `  ${row.left}` : `${row.left ?? '∅'} → ${row.right ?? '∅'}`,
  )

describe('diffLines', () => {
  it('has the same lines in one row', () => {
    expect(printed('a\nb\n', 'a\nb\n')).toEqual(['  a', '  b'])
  })

  it('puts changed lines side by side', () => {
    expect(printed('a\nold\nc', 'a\nnew\nc')).toEqual(['  a', 'old → new', '  c'])
  })

  it('leaves a gap beside a line that only one side has', () => {
    expect(printed('a\nc', 'a\nb\nc')).toEqual(['  a', '∅ → b', '  c'])
    expect(printed('a\nb\nc', 'a\nc')).toEqual(['  a', 'b → ∅', '  c'])
  })

  it('goes on to the end if no line is equal', () => {
    expect(printed('a\nb', 'x')).toEqual(['a → x', 'b → ∅'])
  })

  it('numbers the lines of each side', () => {
    expect(diffLines('a\nc', 'a\nb\nc').at(-1)).toMatchObject({ leftNumber: 2, rightNumber: 3 })
  })
})
