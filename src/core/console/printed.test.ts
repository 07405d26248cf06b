import { expect, it } from 'vitest'
import type { RemoteValue } from '../trace/remote-value.ts'
import { MAX_TEXT, printedSegments } from './printed.ts'
import { textOf } from './segment.ts'

const string = (text: string): RemoteValue => ({ kind: 'string', text, length: text.length })
const number = (value: number): RemoteValue => ({ kind: 'number', text: String(value) })
const printed = (...values: readonly RemoteValue[]) => textOf(printedSegments(values))

it('puts spaces between values and no quotes around strings', () => {
  expect(printed(string('open'), number(1), { kind: 'undefined' })).toBe('open 1 undefined')
  expect(printed()).toBe('')
})

it('replaces format specifiers, and appends the other values', () => {
  expect(printed(string('%s has %d of %i'), string('list'), number(3.7), string('9x'))).toBe(
    'list has 3 of 9',
  )
  expect(printed(string('%f'), string('1.5'), string('rest'))).toBe('1.5 rest')
  expect(printed(string('%d'), { kind: 'null' })).toBe('NaN')
})

it('quotes strings after a value that is none', () => {
  expect(printed(number(4001), string('enough'))).toBe("4001 'enough'")
  expect(printed(string('close'), number(4001), string('enough'))).toBe('close 4001 enough')
})

it('leaves out styles', () => {
  expect(printed(string('%cred'), string('color: red'))).toBe('red')
})

it('leaves a percent sign and specifiers without a value alone', () => {
  expect(printed(string('100 % %s'))).toBe('100 % %s')
  expect(printed(string('100%% of %s'), string('all'))).toBe('100% of all')
})

it('cuts a very long string', () => {
  const text = printed(string('x'.repeat(MAX_TEXT + 1)))
  expect(text).toBe(`${'x'.repeat(MAX_TEXT)}…`)
})
