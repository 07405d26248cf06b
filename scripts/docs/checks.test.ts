import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkSchema } from '../../src/core/checks/check.ts'
import { EXAMPLES } from './checks.ts'

it.each(Object.entries(EXAMPLES))('the example of %s is such a check', (type, yaml) => {
  expect(checkSchema.parse(parse(yaml))).toMatchObject({ type })
})
