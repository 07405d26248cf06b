/** The console as a flat list of rows, made only for the rows in sight. */
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import type { PrintedEvent } from '../../core/console/printed.ts'
import { lowerBound } from '../../core/trace/lower-bound.ts'
import type { ConsoleGroups } from './console-groups.ts'
import { childrenOf, isExpandable, type ValueChild } from './value-children.ts'

interface RowBase {
  /** Unique in a run, whatever is expanded: `12`, `12/0/3`. */
  readonly key: string
  /** From 1, as `aria-level`. */
  readonly level: number
  /** The place among its siblings, from 1, and their number. */
  readonly place: number
  readonly siblings: number
  readonly expandable: boolean
  readonly expanded: boolean
}

type ChildRow = RowBase & { readonly kind: 'child'; readonly child: ValueChild }

export type ConsoleRow =
  ChildRow | (RowBase & { readonly kind: 'message'; readonly event: PrintedEvent })

/** The children of a message: the parts of its one composed value, or all composed values. */
function childrenOfMessage(event: PrintedEvent): ValueChild[] {
  if (event.type === 'logEntryAdded' || event.type === 'userInput') return []
  if (event.type === 'evaluated') return isExpandable(event.value) ? childrenOf(event.value) : []
  if (event.type === 'uncaughtError')
    return event.value === undefined ? [] : childrenOf(event.value)
  const calls: ValueChild[] =
    event.stack === undefined ? [] : [{ kind: 'dump', name: '', text: event.stack }]
  return [...childrenOfArguments(event.arguments), ...calls]
}

function childrenOfArguments(all: readonly RemoteValue[]): ValueChild[] {
  const values = all
    .map((value, index) => ({ value, name: String(index + 1) }))
    .filter(({ value }) => isExpandable(value))
  const [only] = values
  if (only !== undefined && values.length === 1) return childrenOf(only.value)
  return values.map(({ value, name }) => ({ kind: 'value', name, value }))
}

function rowsOf(
  children: readonly ValueChild[],
  parent: string,
  level: number,
  expanded: ReadonlySet<string>,
): ChildRow[] {
  return children.flatMap((child, index) => {
    const key = `${parent}/${String(index)}`
    const expandable = 'value' in child && isExpandable(child.value)
    const row: ChildRow = {
      kind: 'child',
      key,
      level,
      place: index + 1,
      siblings: children.length,
      child,
      expandable,
      expanded: expandable && expanded.has(key),
    }
    if (!row.expanded || !('value' in child)) return [row]
    return [row, ...rowsOf(childrenOf(child.value), key, level + 1, expanded)]
  })
}

/** The key of the row around a row; `null` for a message. */
export function parentKey(key: string): string | null {
  const slash = key.lastIndexOf('/')
  return slash === -1 ? null : key.slice(0, slash)
}

/** The seq of the row's message. */
export function seqOfKey(key: string): number {
  return Number.parseInt(key, 10)
}

/** Rows by their index: the messages, each followed by its children if it is expanded. */
export class ConsoleRows {
  readonly #seqs: readonly number[]
  readonly #get: (seq: number) => PrintedEvent | undefined
  /** Children after the message `index`; `before` counts the rows inserted further up. */
  readonly #insertions: readonly {
    readonly index: number
    readonly before: number
    readonly rows: readonly ChildRow[]
  }[]
  readonly #expanded: ReadonlySet<string>
  readonly #groups: ConsoleGroups | undefined
  readonly length: number

  /**
   * @param expanded the keys of the rows that are expanded, and of the groups that are not as they
   * were printed.
   */
  constructor(
    seqs: readonly number[],
    get: (seq: number) => PrintedEvent | undefined,
    expanded: ReadonlySet<string>,
    groups?: ConsoleGroups,
  ) {
    this.#groups = groups
    this.#seqs = seqs
    this.#get = get
    this.#expanded = expanded
    const open = new Set([...expanded].filter((key) => parentKey(key) === null).map(seqOfKey))
    const insertions: { index: number; before: number; rows: ChildRow[] }[] = []
    let before = 0
    for (const seq of [...open].sort((one, other) => one - other)) {
      const index = this.#indexOfSeq(seq)
      const event = get(seq)
      if (index === -1 || event === undefined || groups?.isGroup(seq) === true) continue
      const level = 2 + (groups?.depthOf(seq) ?? 0)
      const rows = rowsOf(childrenOfMessage(event), String(seq), level, expanded)
      insertions.push({ index, before, rows })
      before += rows.length
    }
    this.#insertions = insertions
    this.length = seqs.length + before
  }

  /** Undefined beyond the last row, and for an event that was released. */
  at(index: number): ConsoleRow | undefined {
    const message = this.#find(index)
    if (typeof message !== 'number') return message
    const seq = this.#seqs[message]
    const event = seq === undefined ? undefined : this.#get(seq)
    if (seq === undefined || event === undefined) return undefined
    const key = String(seq)
    const isGroup = this.#groups?.isGroup(seq) === true
    const expandable = isGroup || childrenOfMessage(event).length > 0
    return {
      kind: 'message',
      key,
      level: 1 + (this.#groups?.depthOf(seq) ?? 0),
      place: message + 1,
      siblings: this.#seqs.length,
      event,
      expandable,
      expanded: isGroup
        ? this.#groups?.isOpen(seq, this.#expanded) === true
        : expandable && this.#expanded.has(key),
    }
  }

  /** The key of the row at an index, without making the row. */
  keyAt(index: number): string {
    const found = this.#find(index)
    if (typeof found !== 'number') return found.key
    return String(this.#seqs[found] ?? `none-${String(index)}`)
  }

  /** The inserted row at an index, or which of the messages is there. */
  #find(index: number): ChildRow | number {
    let message = index
    for (const insertion of this.#insertions) {
      const first = insertion.index + insertion.before + 1
      if (index < first) break
      const row = insertion.rows[index - first]
      if (row !== undefined) return row
      message = index - insertion.before - insertion.rows.length
    }
    return message
  }

  /** The index of the row with this key; -1 if it is not shown. */
  indexOf(key: string): number {
    const seq = seqOfKey(key)
    const message = this.#indexOfSeq(seq)
    if (message === -1) return -1
    const insertion = this.#insertions.findLast(({ index }) => index <= message)
    if (insertion === undefined) return parentKey(key) === null ? message : -1
    if (parentKey(key) === null) {
      const above = insertion.index < message ? insertion.rows.length : 0
      return message + insertion.before + above
    }
    if (insertion.index !== message) return -1
    const child = insertion.rows.findIndex((row) => row.key === key)
    return child === -1 ? -1 : message + insertion.before + 1 + child
  }

  #indexOfSeq(seq: number): number {
    const index = lowerBound(this.#seqs, seq)
    return this.#seqs[index] === seq ? index : -1
  }
}
