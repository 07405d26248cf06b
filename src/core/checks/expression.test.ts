import { describe, expect, it } from 'vitest'
import { problemOfExpression } from './expression.ts'

describe('problemOfExpression', () => {
  it.each(['^0|CONNECTING', '\\\\b', '^resume: \\d+$', '(a|b)?c', '[+*]', '\\*\\+', 'x{2}'])(
    'allows %s',
    (source) => {
      expect(problemOfExpression(source)).toBeNull()
    },
  )

  it.each([
    ['(a+)+$', 'repeats no group'],
    ['(a|a)*b', 'repeats no group'],
    ['(?:a){9}', 'repeats no group'],
    ['.*.*=', 'at most one of'],
    ['a{1,99}b{1,99}', 'at most one of'],
    ['(?=a)b', 'neither ahead nor behind'],
    ['(?<=a)b', 'neither ahead nor behind'],
    ['(a)\\1', 'refers back'],
    ['\\b0', 'say word'],
    ['a\\B', 'say word'],
    ['(', 'nvalid regular expression'],
    ['a'.repeat(201), 'at most 200'],
  ])('refuses %s', (source, reason) => {
    expect(problemOfExpression(source)).toContain(reason)
  })
})
