import { describe, expect, it } from 'vitest'
import { DEFAULT_FILTER, parseTextFilter, withGroup } from './log-filter.ts'

function matches(filter: string, text: string): boolean {
  const parsed = parseTextFilter(filter)
  if (!parsed.valid) throw new Error(parsed.problem)
  return parsed.matches?.(text) ?? true
}

describe('parseTextFilter', () => {
  it('lets everything through when it is empty', () => {
    expect(parseTextFilter('  ')).toEqual({ valid: true, matches: null })
  })

  it('finds plain text without regard to case', () => {
    expect(matches('hello', 'TEXT frame sent “Hello”')).toBe(true)
    expect(matches('a.c', 'abc')).toBe(false)
  })

  it('takes text between slashes for a regular expression', () => {
    expect(matches('/^close|error$/', 'Close frame')).toBe(true)
    expect(matches('/close/u', 'Close frame')).toBe(false)
  })

  it('gives the same answer twice with the flag g', () => {
    const parsed = parseTextFilter('/a/g')
    const answers = parsed.valid ? [parsed.matches?.('a'), parsed.matches?.('a')] : []
    expect(answers).toEqual([true, true])
  })

  it('says what is wrong with a pattern', () => {
    const parsed = parseTextFilter('/(/')
    expect(parsed.valid).toBe(false)
    expect(parsed).toHaveProperty('problem', expect.stringContaining('Unterminated group'))
  })

  it('takes a pattern that is still being typed for plain text', () => {
    expect(matches('/clo', 'GET /clock')).toBe(true)
  })
})

describe('withGroup', () => {
  it('does not change the filter it is given', () => {
    const changed = withGroup(DEFAULT_FILTER, 'bytes', true)
    expect(changed.groups.has('bytes')).toBe(true)
    expect(DEFAULT_FILTER.groups.has('bytes')).toBe(false)
    expect(withGroup(changed, 'bytes', false).groups).toEqual(DEFAULT_FILTER.groups)
  })
})
