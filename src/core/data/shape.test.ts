import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  anyOf,
  array,
  boolean,
  integer,
  nonEmptyString,
  nullable,
  number,
  object,
  oneOf,
  optional,
  read,
  record,
  strictObject,
  string,
  withDefault,
  type Infer,
  type Shape,
} from './shape.ts'

const misfitOf = (shape: Shape<unknown>, value: unknown) => {
  const reading = read(shape, value)
  return reading.ok ? null : reading.misfit
}

const lesson = object({
  slug: nonEmptyString,
  tasks: array(string),
  note: optional(string),
  share: withDefault(number(0, 100), 50),
})

it('a value is read with its defaults, without fields that the shape does not have', () => {
  expect(read(lesson, { slug: 'echo', tasks: ['a'], later: 1 })).toEqual({
    ok: true,
    value: { slug: 'echo', tasks: ['a'], share: 50 },
  })
})

it('the type of the values is known', () => {
  expectTypeOf<Infer<typeof lesson>>().branded.toEqualTypeOf<{
    readonly slug: string
    readonly tasks: readonly string[]
    readonly share: number
    readonly note?: string
  }>()
})

describe('the first misfit is named with its place and what was expected', () => {
  it.each([
    [string, 1, 'type', [], 'string'],
    [nonEmptyString, '', 'empty', [], ''],
    [boolean, 'yes', 'type', [], 'boolean'],
    [number(0), '1', 'type', [], 'number'],
    [number(0), Number.NaN, 'type', [], 'number'],
    [number(0, 9), -1, 'range', [], '≥ 0'],
    [number(0, 9), 10, 'range', [], '≤ 9'],
    [integer(0), 1.5, 'type', [], 'integer'],
    [oneOf(['a', 'b']), 'c', 'choice', [], 'a, b'],
    [nullable(string), 1, 'type', [], 'string'],
    [array(boolean), [true, 1], 'type', [1], 'boolean'],
    [array(boolean), {}, 'type', [], 'array'],
    [record(array(boolean)), { x: [1] }, 'type', ['x', 0], 'boolean'],
    [record(string), [], 'type', [], 'object'],
    [object({ a: string }), null, 'type', [], 'object'],
    [object({ a: string }), {}, 'type', ['a'], 'string'],
    [object({ toString: string }), {}, 'type', ['toString'], 'string'],
    [strictObject({ a: optional(string) }), { b: 1 }, 'unknownField', ['b'], ''],
    [anyOf([string, boolean], 'text or yes or no'), 1, 'type', [], 'text or yes or no'],
  ] as const)('%o of %o', (shape, value, reason, path, expected) => {
    expect(misfitOf(shape, value)).toEqual({ path, reason, expected })
  })
})

it('one of several shapes is enough', () => {
  const shape = anyOf([object({ kind: oneOf(['a']) }), object({ kind: oneOf(['b']) })], 'a or b')
  expect(read(shape, { kind: 'b' })).toEqual({ ok: true, value: { kind: 'b' } })
})
