import { expect, it } from 'vitest'
import type { RemoteProperty, RemoteValue } from '../trace/remote-value.ts'
import { consoleTable, tableText } from './console-table.ts'

const string = (text: string): RemoteValue => ({ kind: 'string', text, length: text.length })
const number = (value: number): RemoteValue => ({ kind: 'number', text: String(value) })
const array = (...items: readonly RemoteValue[]): RemoteValue => ({
  kind: 'array',
  className: 'Array',
  length: items.length,
  items,
})
const object = (...properties: readonly RemoteProperty[]): RemoteValue => ({
  kind: 'object',
  className: 'Object',
  properties,
  truncated: false,
})
const cell = (name: string, value: RemoteValue): RemoteProperty => ({ name, value })
const textOf = (...values: readonly RemoteValue[]) => {
  const table = consoleTable(values)
  return table && tableText(table)
}

const rows = array(
  object(cell('code', number(1000)), cell('means', string('normal'))),
  object(cell('code', number(1006)), cell('clean', { kind: 'boolean', value: false })),
)

it('has a column for each name that a row has, and leaves out what another lacks', () => {
  expect(textOf(rows)).toBe("(index)\tcode\tmeans\tclean\n0\t1000\t'normal'\t\n1\t1006\t\tfalse")
})

it('has the columns that are asked for', () => {
  expect(textOf(rows, array(string('code')))).toBe('(index)\tcode\n0\t1000\n1\t1006')
})

it('has a column for values that are no rows', () => {
  expect(textOf(object(cell('open', number(1)), cell('pair', array(number(2), number(3)))))).toBe(
    '(index)\t0\t1\tValue\nopen\t\t\t1\npair\t2\t3\t',
  )
})

it('makes no table of what has no rows', () => {
  expect(textOf(string('text'))).toBeNull()
  expect(textOf(array())).toBeNull()
  expect(textOf()).toBeNull()
})

it('has no more than twenty columns', () => {
  const wide = array(...Array.from({ length: 30 }, (_, index) => number(index)))
  expect(consoleTable([array(wide)])?.columns).toHaveLength(20)
})
