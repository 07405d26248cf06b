import { expect, it } from 'vitest'
import type { ConsoleMessage } from '../../core/trace/event.ts'
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import { ConsoleRows, parentKey, seqOfKey } from './console-rows.ts'

const number = (value: number): RemoteValue => ({ kind: 'number', text: String(value) })
const array = (...items: readonly RemoteValue[]): RemoteValue => ({
  kind: 'array',
  className: 'Array',
  length: items.length,
  items,
})
const message = (seq: number, ...values: readonly RemoteValue[]): ConsoleMessage => ({
  seq,
  time: seq,
  side: 'client',
  provenance: 'observed',
  type: 'consoleMessage',
  level: 'log',
  arguments: values,
})

/** Three messages: a nested array, a number, two arrays. */
const messages = new Map([
  [2, message(2, array(number(1), array(number(2), number(3))))],
  [5, message(5, number(4))],
  [9, message(9, number(0), array(number(5)), array(number(6)))],
])

function rowsWith(...expanded: readonly string[]): ConsoleRows {
  return new ConsoleRows([...messages.keys()], (seq) => messages.get(seq), new Set(expanded))
}

const keys = (rows: ConsoleRows): (string | undefined)[] =>
  Array.from({ length: rows.length }, (_, index) => rows.at(index)?.key)

it('has one row for each message', () => {
  expect(keys(rowsWith())).toEqual(['2', '5', '9'])
})

it('shows the children of an expanded message, and their children', () => {
  expect(keys(rowsWith('2'))).toEqual(['2', '2/0', '2/1', '5', '9'])
  expect(keys(rowsWith('2', '2/1'))).toEqual(['2', '2/0', '2/1', '2/1/0', '2/1/1', '5', '9'])
})

it('puts several composed values of a message one level deeper', () => {
  expect(keys(rowsWith('9', '9/1'))).toEqual(['2', '5', '9', '9/0', '9/1', '9/1/0'])
  expect(rowsWith('9').at(3)).toMatchObject({ level: 2, child: { name: '2' } })
})

it('gives each row its place among its siblings', () => {
  const rows = rowsWith('2')
  expect(rows.at(0)).toMatchObject({ level: 1, place: 1, siblings: 3, expanded: true })
  expect(rows.at(2)).toMatchObject({ level: 2, place: 2, siblings: 2, expandable: true })
  expect(rows.at(3)).toMatchObject({ level: 1, place: 2, siblings: 3, expandable: false })
})

it('finds every row by its key, and only those that are shown', () => {
  for (const rows of [rowsWith(), rowsWith('2', '2/1'), rowsWith('2', '9', '9/0', '9/1')]) {
    for (const [index, key] of keys(rows).entries()) {
      expect(rows.keyAt(index)).toBe(key)
      expect(rows.indexOf(key ?? '')).toBe(index)
    }
  }
  expect(rowsWith('2').indexOf('2/1/0')).toBe(-1)
  expect(rowsWith('2').indexOf('9/0')).toBe(-1)
  expect(rowsWith().indexOf('3')).toBe(-1)
})

it('has no row beyond the last, and ignores messages that are gone', () => {
  expect(rowsWith('7').at(3)).toBeUndefined()
  expect(keys(new ConsoleRows([2, 3], (seq) => messages.get(seq), new Set(['3'])))).toEqual([
    '2',
    undefined,
  ])
})

it('finds the parent of a row', () => {
  expect(parentKey('12/0/3')).toBe('12/0')
  expect(parentKey('12')).toBeNull()
  expect(seqOfKey('12/0/3')).toBe(12)
})
