/** The connections of a run, each with the ribbon that shows its states. */
import type { ReadyState, Side } from '../../../core/trace/event.ts'

/** From a row on, the connection is in this state. HTTP has no states of its own. */
export interface StateChange {
  readonly row: number
  readonly seq: number
  readonly state: ReadyState | 'http'
}

export interface WireTrack {
  readonly connectionId: string
  readonly kind: 'socket' | 'http'
  /** Among those of its kind, from 1, in the order in which they were made. */
  readonly number: number
  /** The place of its ribbon among the others, from 0. */
  readonly column: number
  readonly changes: readonly StateChange[]
  /** Nothing more happens to it after this row. */
  readonly endRow?: number
}

export interface OpenTrack extends WireTrack {
  readonly changes: StateChange[]
  endRow?: number
  /** Something of the server's side was seen: what never arrives there is lost, not unseen. */
  serverIsSeen: boolean
  /** The answer to the opening handshake has left. */
  hasAnswered: boolean
  /** Sides whose transport has ended. */
  readonly ends: Set<Side>
  /** Sides that nothing reaches any more, and since which event. */
  readonly unreachable: Partial<Record<Side, { readonly how: 'silence' | 'closed'; seq: number }>>
}

/** As many ribbons stand side by side at most; further ones share the last place. */
export const MAX_COLUMNS = 6

export class WireTracks {
  readonly #tracks = new Map<string, OpenTrack>()
  /** By column: the track that had it last. */
  readonly #columns: OpenTrack[] = []
  readonly #counts = { socket: 0, http: 0 }

  get(connectionId: string): OpenTrack | undefined {
    return this.#tracks.get(connectionId)
  }

  get size(): number {
    return this.#tracks.size
  }

  /** How many ribbons stand side by side. */
  get columns(): number {
    return this.#columns.length
  }

  all(): Iterable<WireTrack> {
    return this.#tracks.values()
  }

  /** The tracks that have a ribbon somewhere between two rows, both included. */
  between(first: number, last: number): WireTrack[] {
    const found: WireTrack[] = []
    for (const track of this.#tracks.values()) {
      const [begin] = track.changes
      if (begin === undefined || begin.row > last) continue
      if ((track.endRow ?? Infinity) >= first) found.push(track)
    }
    return found
  }

  /** A connection shows itself for the first time, in this row. */
  begin(connectionId: string, kind: 'socket' | 'http', row: number): OpenTrack {
    this.#counts[kind] += 1
    const free = this.#columns.findIndex(
      ({ endRow }, column) => (endRow !== undefined && endRow < row) || column === MAX_COLUMNS - 1,
    )
    const column = free === -1 ? this.#columns.length : free
    const track: OpenTrack = {
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
    this.#columns[column] = track
    this.#tracks.set(connectionId, track)
    return track
  }
}
