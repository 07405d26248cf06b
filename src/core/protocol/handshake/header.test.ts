import { expect, test } from 'vitest'
import { hasToken, headerList, headerValues, type HeaderField } from './header.ts'

const headers: readonly HeaderField[] = [
  ['Connection', 'keep-alive, , Upgrade'],
  ['connection', 'x'],
  ['Quoted', 'a="b, \\"c, d"; e, f'],
]

test('fields are found without case, in order', () => {
  expect(headerValues(headers, 'CONNECTION')).toEqual(['keep-alive, , Upgrade', 'x'])
  expect(headerValues(headers, 'Host')).toEqual([])
})

test('lists go over several fields and leave empty elements out', () => {
  expect(headerList(headers, 'Connection')).toEqual(['keep-alive', 'Upgrade', 'x'])
  expect(hasToken(headers, 'Connection', 'upgrade')).toBe(true)
  expect(hasToken(headers, 'Connection', 'keep')).toBe(false)
})

test('commas inside quotes separate nothing', () => {
  expect(headerList(headers, 'Quoted')).toEqual(['a="b, \\"c, d"; e', 'f'])
})
