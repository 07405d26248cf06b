import { expect, test } from 'vitest'
import { isHostAllowed } from './host-header.ts'

const none = new Set<string>()

test.each([
  'localhost',
  'localhost:8101',
  'LOCALHOST:8101',
  'localhost.:8101',
  'lab.localhost:8101',
  '127.0.0.1:8101',
  '192.168.1.20',
  '[::1]:8101',
  '[::ffff:127.0.0.1]',
])('answers %s, which nobody can point elsewhere', (host) => {
  expect(isHostAllowed(host, none)).toBe(true)
})

test.each([
  undefined,
  '',
  'attacker.example',
  'attacker.example:8101',
  'localhost.attacker.example',
  '127.0.0.1.attacker.example',
  'xlocalhost',
  'localhost@attacker.example',
  'localhost:8101:8101',
  '[localhost]',
])('refuses %s', (host) => {
  expect(isHostAllowed(host, none)).toBe(false)
})

test('answers a name that was allowed', () => {
  const names = new Set(['classroom.example'])
  expect(isHostAllowed('Classroom.example:8101', names)).toBe(true)
  expect(isHostAllowed('other.example:8101', names)).toBe(false)
})
