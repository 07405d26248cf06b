import { expect, it } from 'vitest'
import { firstAddress } from './first-address.ts'

it('leads to the course in the language of the reader', () => {
  expect(firstAddress('', 'zh-CN')).toBe('zh-CN/index.html')
  expect(firstAddress('#top', 'en')).toBe('en/index.html')
})

it.each([
  ['#/en', 'en/index.html'],
  ['#/zh-CN/', 'zh-CN/index.html'],
  ['#/en/play', 'en/play.html'],
  ['#/zh-CN/lesson/first-echo', 'zh-CN/first-echo.html'],
  ['#/en/lesson/closing?at=close-codes', 'en/closing.html#close-codes'],
])('the address %s of an earlier version leads to %s', (fragment, address) => {
  expect(firstAddress(fragment, 'en')).toBe(address)
})

it('takes nothing from an address that it does not know', () => {
  expect(firstAddress('#/tlh/play', 'en')).toBe('en/index.html')
  expect(firstAddress('#/en/../../elsewhere', 'zh-CN')).toBe('zh-CN/index.html')
})
