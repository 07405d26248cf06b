import { describe, expect, it } from 'vitest'
import { checkSchema } from './check.ts'

const problems = (check: unknown) => {
  const parsed = checkSchema.safeParse(check)
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

const count = (of: unknown) => ({ id: 'it', type: 'count', of, atLeast: 1 })

describe('checkSchema', () => {
  it('accepts a pattern of any event with its own fields', () => {
    expect(
      problems(count({ event: 'eventFired', eventType: ['open', 'close'], code: 1000 })),
    ).toEqual([])
    expect(
      problems(count({ event: 'frameSent', opcode: 9, side: 'any', time: { atMost: 9 } })),
    ).toEqual([])
  })

  it('takes no property of a JSON object for a captured name', () => {
    const json = { says: 'hello', sameAs: { contains: 'x' }, capture: 1 }
    expect(problems(count({ event: 'messageSent', data: { json } }))).toEqual([])
    const inner = { text: { sameAs: 'sent' } }
    expect(problems(count({ event: 'messageSent', data: { json: inner } }))).toHaveLength(1)
  })

  it.each([
    [count({ event: 'eventFired', opcode: 9 }), 'Unrecognized key'],
    [count({ event: 'exploded' }), 'of.event'],
    [count({ event: 'closed', code: '1000' }), 'of.code'],
    [
      count({ event: 'consoleMessage', side: 'client', text: { matches: '(a+)+' } }),
      'repeats no group',
    ],
    [{ id: 'it', type: 'count', of: { event: 'closed' } }, 'says neither atLeast nor atMost'],
    [{ id: 'it', type: 'each', of: { event: 'closed' } }, 'says neither is nor followedBy'],
    [{ ...count({ event: 'closed' }), id: 'Not An Id' }, 'an id has small letters'],
    [{ id: 'it', type: 'sequence', steps: [] }, 'steps'],
    [
      { id: 'it', type: 'sequence', steps: [{ event: 'messageSent', data: { sameAs: 'sent' } }] },
      'nothing captures sent',
    ],
    [
      { ...count({ event: 'closed' }), mistakes: [{ id: 'x' }] },
      'a mistake says how it is recognised',
    ],
    [count({ event: 'consoleMessage' }), 'who prints the line has to be said'],
    [count({ event: 'consoleMessage', side: 'any' }), 'who prints the line has to be said'],
    [{ id: 'it', type: 'console', lines: ['Hello'] }, 'who prints the line has to be said'],
    [
      count({ event: 'consoleMessage', side: 'client', text: { says: 'state' } }),
      'nothing captures state',
    ],
    [
      count({ event: 'messageSent', data: { not: { sameAs: ['one', 'two'] } } }),
      'nothing captures two',
    ],
  ])('refuses: %#', (check, problem) => {
    expect(problems(check).join('\n')).toContain(problem)
  })
})
