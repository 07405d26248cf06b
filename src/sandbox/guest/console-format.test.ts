import { expect, it } from 'vitest'
import { formatArguments } from './console-format.ts'

const thing = { a: 1 }

it.each([
  [
    ['plain', 1],
    ['plain', 1],
  ],
  [['100 %'], ['100 %']],
  [['%s is %d', 'x', 4.7], ['x is 4']],
  [['%i %f', '12px', '1.5em'], ['12 1.5']],
  [['%cred%c plain', 'color: red', ''], ['red plain']],
  [['100%% of %s', 'it'], ['100% of it']],
  [['%s and %s', 'one'], ['one and %s']],
  [
    ['%s', 'one', 'two', 3],
    ['one', 'two', 3],
  ],
  [
    ['got %o', thing],
    ['got ', thing],
  ],
  [['%d', Symbol('x')], ['NaN']],
  [
    [1, '%s', 'x'],
    [1, '%s', 'x'],
  ],
])('formats %j', (values, formatted) => {
  expect(formatArguments(values)).toEqual(formatted)
})

it('survives an object that cannot be a text', () => {
  expect(formatArguments(['%s', Object.create(null)])).toEqual(['[object Object]'])
})
