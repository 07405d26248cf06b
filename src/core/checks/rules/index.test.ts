import { expect, it } from 'vitest'
import { checkSchema } from '../check.ts'
import { ruleOf, rules } from './index.ts'

const types = checkSchema.options.map(({ shape }) => shape.type.value)

it('there is a rule for each type of check, and no other', () => {
  expect([...rules.keys()].sort()).toEqual(types.sort())
})

it('names a type that has no rule', () => {
  // What a check from a newer course would be here.
  const unknown = { type: 'sometimes' } as unknown as Parameters<typeof ruleOf>[0]
  expect(() => ruleOf(unknown)).toThrow('no rule for sometimes')
})
