/** Node's `console.table`, lib/internal/cli_table.js: boxes of lines around its cells. */
import { inspect } from '../server/inspect.ts'

interface Row {
  readonly index: string
  readonly cells: ReadonlyMap<string, string>
  readonly value?: string
}

const LINES = {
  top: ['┌', '┬', '┐'],
  middle: ['├', '┼', '┤'],
  bottom: ['└', '┴', '┘'],
} as const

/** Composed values in cells are not opened. */
const cellText = (value: unknown): string =>
  inspect(value, {
    maxArrayLength: 3,
    breakLength: Infinity,
    depth:
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length > 2
        ? -1
        : 0,
  })

const isComposed = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Null for what Node prints as `log` does. */
export function nodeTable(data: unknown, columns?: readonly string[]): string | null {
  if (!isComposed(data)) return null
  const isMap = data instanceof Map
  const isSet = data instanceof Set
  if (isMap) {
    const entries = [...data]
    const rows = entries.map(([key, value], index) => [
      String(index),
      cellText(key),
      cellText(value),
    ])
    return drawn(['(iteration index)', 'Key', 'Values'], rows)
  }
  const entries: readonly (readonly [string, unknown])[] = isSet
    ? [...data].map((value, index) => [String(index), value] as const)
    : Object.entries(data)
  const rows = entries.map(([index, value]) => rowOf(index, value, columns))
  const names = columns ?? [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  const hasValues = rows.some(({ value }) => value !== undefined)
  const head = [isSet ? '(iteration index)' : '(index)', ...names, ...(hasValues ? ['Values'] : [])]
  return drawn(
    head,
    rows.map(({ index, cells, value }) => [
      index,
      ...names.map((name) => cells.get(name) ?? ''),
      ...(hasValues ? [value ?? ''] : []),
    ]),
  )
}

function rowOf(index: string, value: unknown, columns: readonly string[] | undefined): Row {
  if (!isComposed(value)) return { index, cells: new Map(), value: cellText(value) }
  const names = columns ?? Object.keys(value)
  const cells = names
    .filter((name) => Object.hasOwn(value, name))
    .map((name): [string, string] => [name, cellText(Reflect.get(value, name))])
  return { index, cells: new Map(cells) }
}

function drawn(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = ([left, cross, right]: readonly [string, string, string]) =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(cross) + right
  const cells = (row: readonly string[]) =>
    `│${widths.map((width, column) => cell(row[column] ?? '', width)).join('│')}│`
  return [
    line(LINES.top),
    cells(head),
    line(LINES.middle),
    ...rows.map(cells),
    line(LINES.bottom),
  ].join('\n')
}

const cell = (text: string, width: number) => ` ${text.padEnd(width)} `
