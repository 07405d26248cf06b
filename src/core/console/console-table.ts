/** The table that `console.table` prints. */
import type { RemoteProperty, RemoteValue } from '../trace/remote-value.ts'
import { textOf } from './segment.ts'
import { insidePreview } from './value-preview.ts'

export interface ConsoleTable {
  /** After the first one, which has each row's index or name. */
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly cells: ReadonlyMap<string, string>
    /** What the row itself is, where it has no columns. */
    readonly value?: string
  }[]
}

const MAX_COLUMNS = 20

/**
 * Null for what makes no table: DevTools prints it as `log` does.
 * @param values the arguments: the data, then the names of the columns to show
 */
export function consoleTable([data, chosen]: readonly RemoteValue[]): ConsoleTable | null {
  const wanted = chosen?.kind === 'array' ? new Set(chosen.items.map(textIn)) : null
  const rows = rowsOf(data)?.map(({ name, value }) => {
    const own = rowsOf(value)
    if (own === null)
      return { name, cells: new Map<string, string>(), value: textOf(insidePreview(value)) }
    const cells = own
      .filter((cell) => wanted === null || wanted.has(cell.name))
      .map((cell): [string, string] => [cell.name, textOf(insidePreview(cell.value))])
    return { name, cells: new Map(cells) }
  })
  if (rows === undefined || rows.length === 0) return null
  const columns = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  return { columns: [...columns].slice(0, MAX_COLUMNS), rows }
}

/** Its columns of text, separated by tabs. */
export function tableText(table: ConsoleTable): string {
  const hasValues = table.rows.some(({ value }) => value !== undefined)
  const head = ['(index)', ...table.columns, ...(hasValues ? ['Value'] : [])]
  const rows = table.rows.map(({ name, cells, value }) => [
    name,
    ...table.columns.map((column) => cells.get(column) ?? ''),
    ...(hasValues ? [value ?? ''] : []),
  ])
  return [head, ...rows].map((row) => row.join('\t')).join('\n')
}

const textIn = (value: RemoteValue) => (value.kind === 'string' ? value.text : '')

/** The rows of a value, or the cells of a row. */
function rowsOf(value: RemoteValue | undefined): readonly RemoteProperty[] | null {
  switch (value?.kind) {
    case 'array':
      return value.items.map((item, index) => ({ name: String(index), value: item }))
    case 'object':
      return value.description === undefined ? value.properties : null
    default:
      return null
  }
}
