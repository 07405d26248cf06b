import { expect, test } from 'vitest'
import { readProgram } from './program.ts'

const text =
  "// Scenario: server-ping, 20 times as fast.\nimport { done } from '../prelude.js'\n\ndone()\n"

test('a program names its scenario and its speed', () => {
  expect(readProgram('pings', text)).toMatchObject({ scenario: 'server-ping', speed: 20 })
})

test('a program becomes one module with its prelude, and a host of its own', () => {
  const { source } = readProgram('pings', text)
  expect(source).not.toMatch(/^import/m)
  expect(source).toContain("export const host = 'pings.example'")
  expect(source).toContain('export function done()')
  expect(source.endsWith('\ndone()\n}\nexport {}\n')).toBe(true)
})

test('nobody listens where the scenario is none', () => {
  expect(readProgram('alone', text.replace(/server-ping.*/, 'none.')).scenario).toBeNull()
})

test.each([
  ['', 'alone names no scenario'],
  ['// Scenario: no-such.\n', 'alone names the scenario no-such, which is not there'],
  ['// Scenario: echo.\n', 'alone does not import the prelude'],
])('refuses %j', (wrong, message) => {
  expect(() => readProgram('alone', wrong)).toThrow(message)
})
