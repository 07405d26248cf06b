import { expect, it } from 'vitest'
import { readCookieDate } from './cookie-date.ts'

it.each([
  ['Wed, 21 Oct 2015 07:28:00 GMT', '2015-10-21T07:28:00Z'],
  ['Wednesday, 21-Oct-15 07:28:00 GMT', '2015-10-21T07:28:00Z'],
  ['Wed Oct 21 07:28:00 2015', '2015-10-21T07:28:00Z'],
  ['21 oct 99 7:2:3', '1999-10-21T07:02:03Z'],
  ['Thu, 01 Jan 1970 00:00:00 GMT', '1970-01-01T00:00:00Z'],
  ['29 Feb 2024 23:59:59', '2024-02-29T23:59:59Z'],
  ['31 Dec 1601 00:00:00', '1601-12-31T00:00:00Z'],
  ['1 Mar 2100 00:00:00', '2100-03-01T00:00:00Z'],
])('%s is a date', (text, iso) => {
  expect(readCookieDate(text)).toBe(Date.parse(iso))
})

it.each([
  'yesterday',
  '',
  '21 Oct 2015',
  '31 Feb 2015 00:00:00',
  '29 Feb 2023 00:00:00',
  '1 Jan 1600 00:00:00',
  '1 Jan 2015 24:00:00',
  '0 Jan 2015 00:00:00',
])('%s is none', (text) => {
  expect(readCookieDate(text)).toBeUndefined()
})
