import { expect, it } from 'vitest'
import { troubleHere, troubleOf } from './trouble.ts'

it.each([
  ['from a disk', { protocol: 'file:', origin: 'null', isOnline: true }, 'disk'],
  ['in a sandboxed frame', { protocol: 'https:', origin: 'null', isOnline: true }, 'frame'],
  ['offline', { protocol: 'https:', origin: 'https://a', isOnline: false }, 'offline'],
  ['on a host', { protocol: 'https:', origin: 'https://a', isOnline: true }, null],
] as const)('a page %s', (_where, surroundings, trouble) => {
  expect(troubleHere(surroundings)).toBe(trouble)
})

it.each([
  ['has gone', { isOk: false, type: 'text/html' }, 'outdated'],
  ['was not answered', null, 'outdated'],
  ['is plain text', { isOk: true, type: 'text/plain; charset=utf-8' }, 'type'],
  ['has no type', { isOk: true, type: '' }, 'type'],
  ['throws', { isOk: true, type: 'text/javascript; charset=utf-8' }, 'failed'],
  ['has the older type', { isOk: true, type: 'application/javascript' }, 'failed'],
] as const)('a script that %s', (_how, answer, trouble) => {
  expect(troubleOf(answer)).toBe(trouble)
})
