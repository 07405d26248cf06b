import { expect, it } from 'vitest'
import { refusedImport } from './imports.ts'

it.each([
  ['ws', 'WebSocket built in'],
  ['node:http', 'Only server.js'],
  ['./other.js', 'one file'],
])('refuses %s in client.js and says why', (specifier, reason) => {
  const refused = refusedImport([{ specifier, line: 2, column: 1 }])
  expect(refused?.error.message).toContain(reason)
  expect(refused?.place).toEqual({ line: 2, column: 1 })
})

it('has nothing against a program without imports', () => {
  expect(refusedImport([])).toBeUndefined()
})
