import { expect, it } from 'vitest'
import { convertArguments } from './console-format.ts'

const thing = { a: 1 }

it.each([
  [
    ['plain', 1],
    ['plain', 1],
  ],
  [['100 %'], ['100 %']],
  [
    ['%s is %d', true, 4.7],
    ['%s is %d', 'true', 4],
  ],
  [
    ['%i %f', '12px', '1.5em'],
    ['%i %f', 12, 1.5],
  ],
  [
    ['%cred %s', 'color: red', 1],
    ['%cred %s', 'color: red', '1'],
  ],
  [
    ['100%% of %s', 1],
    ['100%% of %s', '1'],
  ],
  [
    ['%s and %s', 1],
    ['%s and %s', '1'],
  ],
  [
    ['%s', 'one', 'two', 3],
    ['%s', 'one', 'two', 3],
  ],
  [
    ['%s', 'a %d', '5'],
    ['%s', 'a %d', 5],
  ],
  [
    ['got %o', thing],
    ['got %o', thing],
  ],
  [
    ['%d', Symbol('x')],
    ['%d', NaN],
  ],
  [
    ['%s', Symbol('x')],
    ['%s', 'Symbol(x)'],
  ],
  [
    [1, '%s', 1],
    [1, '%s', 1],
  ],
])('converts %j', (values, converted) => {
  expect(convertArguments(values)).toEqual(converted)
})

it('makes a number of a BigInt', () => {
  expect(convertArguments(['%d', 10n])).toEqual(['%d', 10])
})

it('throws for an object that cannot be a text, as Chromium does', () => {
  expect(() => convertArguments(['%s', Object.create(null)])).toThrow(TypeError)
})
