import { expect, it } from 'vitest'
import { asWords, camelCase, pascalCase, problemOfName } from './names.mjs'

it.each(['echo', 'first-echo', 'rfc-6455'])('takes %s', (name) => {
  expect(problemOfName(name)).toBeNull()
})

it.each([
  ['', 'A name is missing.'],
  ['First', 'small letters'],
  ['_template', 'small letters'],
  ['../up', 'small letters'],
  ['a--b', 'single hyphens'],
  ['7-up', 'beginning with a letter'],
  ['a'.repeat(61), 'at most 60'],
])('refuses "%s"', (name, reason) => {
  expect(problemOfName(name)).toContain(reason)
})

it('makes names for code and texts of it', () => {
  expect([camelCase, pascalCase, asWords].map((make) => make('mask-a-byte'))).toEqual([
    'maskAByte',
    'MaskAByte',
    'Mask a byte',
  ])
})
