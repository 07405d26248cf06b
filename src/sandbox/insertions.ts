/**
 * Inserts text into a source, without line breaks, and says where on its line each insertion went:
 * lines keep their numbers, and columns can be mapped back.
 */

import { placesIn } from './places.ts'

/** Characters that were inserted before the column of the source. Both count from 1. */
export interface Insertion {
  readonly line: number
  readonly column: number
  readonly length: number
}

export class Insertions {
  readonly #source: string
  /** By offset. */
  readonly #texts = new Map<number, string>()

  constructor(source: string) {
    this.#source = source
  }

  /** Inserts after all that was inserted here before. */
  insert(offset: number, text: string): void {
    this.#texts.set(offset, (this.#texts.get(offset) ?? '') + text)
  }

  /** The whole text, and its insertions in their order. */
  result(): { readonly text: string; readonly insertions: readonly Insertion[] } {
    const placeOf = placesIn(this.#source)
    const insertions: Insertion[] = []
    let text = ''
    let position = 0
    for (const [offset, inserted] of [...this.#texts].sort(([a], [b]) => a - b)) {
      text += this.#source.slice(position, offset) + inserted
      position = offset
      insertions.push({ ...placeOf(offset), length: inserted.length })
    }
    return { text: text + this.#source.slice(position), insertions }
  }
}

/** The column of the source for one of the text. Inserted characters belong to what is before them. */
export function originalColumn(
  insertions: readonly Insertion[],
  line: number,
  column: number,
): number {
  let inserted = 0
  for (const insertion of insertions) {
    if (insertion.line < line) continue
    const start = insertion.column + inserted
    if (insertion.line > line || column < start) break
    if (column < start + insertion.length) return Math.max(1, insertion.column - 1)
    inserted += insertion.length
  }
  return column - inserted
}
