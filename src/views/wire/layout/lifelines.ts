/** The connections of a run, each with the ribbon that shows its states. */
import type { ReadyState } from '../../../core/protocol/ready-state.ts'
import type { Side } from '../../../core/trace/event.ts'

/** The state of a connection from a row on. HTTP has no states. */
export interface StateChange {
  readonly row: number
  readonly seq: number
  readonly state: ReadyState | 'http'
}

export interface Lifeline {
  readonly connectionId: string
  readonly kind: 'socket' | 'http'
  /** Among those of the same kind, from 1, in order of creation. */
  readonly number: number
  /** The place of its ribbon beside the others, from 0. */
  readonly column: number
  readonly changes: readonly StateChange[]
  /** Nothing more happens to it after this row. */
  readonly endRow?: number
}

export interface OpenLifeline extends Lifeline {
  readonly changes: StateChange[]
  endRow?: number
  /** The server side is recorded: what never arrives there is lost, not unseen. */
  serverIsSeen: boolean
  /** The response to the opening handshake has left. */
  hasAnswered: boolean
  /** Sides whose transport has ended. */
  readonly ends: Set<Side>
  /** The sides that can no longer be reached. */
  readonly unreachable: Partial<Record<Side, Unreachable>>
}

/** Why a side can no longer be reached, and the `seq` of the event that made it so. */
export interface Unreachable {
  readonly how: 'silence' | 'closed'
  readonly seq: number
}

/** The most ribbons side by side; further ones share the last place. */
const MAX_COLUMNS = 6

export class Lifelines {
  readonly #lifelines = new Map<string, OpenLifeline>()
  /** The last lifeline of each column. */
  readonly #columns: OpenLifeline[] = []
  readonly #counts = { socket: 0, http: 0 }

  get(connectionId: string): OpenLifeline | undefined {
    return this.#lifelines.get(connectionId)
  }

  get size(): number {
    return this.#lifelines.size
  }

  /** How many ribbons are side by side. */
  get columns(): number {
    return this.#columns.length
  }

  all(): Iterable<Lifeline> {
    return this.#lifelines.values()
  }

  /** The lifelines that have a ribbon somewhere between two rows, both included. */
  between(first: number, last: number): Lifeline[] {
    const found: Lifeline[] = []
    for (const lifeline of this.#lifelines.values()) {
      const [begin] = lifeline.changes
      if (begin === undefined || begin.row > last) continue
      if ((lifeline.endRow ?? Infinity) >= first) found.push(lifeline)
    }
    return found
  }

  /** Adds a connection that first appears in this row. */
  begin(connectionId: string, kind: 'socket' | 'http', row: number): OpenLifeline {
    this.#counts[kind] += 1
    const free = this.#columns.findIndex(
      ({ endRow }, column) => (endRow !== undefined && endRow < row) || column === MAX_COLUMNS - 1,
    )
    const column = free === -1 ? this.#columns.length : free
    const lifeline: OpenLifeline = {
      connectionId,
      kind,
      number: this.#counts[kind],
      column,
      changes: [],
      serverIsSeen: false,
      hasAnswered: false,
      ends: new Set(),
      unreachable: {},
    }
    this.#columns[column] = lifeline
    this.#lifelines.set(connectionId, lifeline)
    return lifeline
  }
}
