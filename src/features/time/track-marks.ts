/** The marks on the track: at most one of each kind in each short stretch. */
import { markOf, type Tone } from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'

export interface TrackMark {
  readonly kind: Tone
  /** Milliseconds. */
  readonly time: number
}

/** The most stretches of the track, about as many as marks have room. */
const STRETCHES = 256

/** Takes events in order. When the track is full, two stretches become one. */
export class TrackMarks {
  /** Milliseconds a stretch. */
  #stretch = 0.1
  /** The first time of each kind, by stretch. */
  #stretches: Map<Tone, number>[] = []

  accept(event: TraceEvent): void {
    const kind = markOf(event)
    if (kind === undefined) return
    while (event.time >= this.#stretch * STRETCHES) this.#merge()
    const index = Math.floor(event.time / this.#stretch)
    while (this.#stretches.length <= index) this.#stretches.push(new Map())
    const seen = this.#stretches[index]
    if (seen !== undefined && !seen.has(kind)) seen.set(kind, event.time)
  }

  #merge(): void {
    const merged: Map<Tone, number>[] = []
    for (let index = 0; index < this.#stretches.length; index += 2) {
      const first = this.#stretches[index] ?? new Map<Tone, number>()
      for (const [kind, time] of this.#stretches[index + 1] ?? [])
        if (!first.has(kind)) first.set(kind, time)
      merged.push(first)
    }
    this.#stretches = merged
    this.#stretch *= 2
  }

  /** In order of time. */
  all(): TrackMark[] {
    return this.#stretches.flatMap((seen) => Array.from(seen, ([kind, time]) => ({ kind, time })))
  }
}
