/** The keys of lists. */

export type ListCommand =
  /** By rows; `±Infinity` goes to the first or the last row. */
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'accept' }
  | { readonly type: 'leave' }
  /** Folds and unfolds in a tree, changes sides in a pair. */
  | { readonly type: 'turn'; readonly to: 'left' | 'right' }
  | { readonly type: 'copy' }

export type ListKey = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>

/**
 * The command of a key; `null` for a key that lists do not use. Shift changes nothing.
 * @param page rows that Page Up and Page Down pass over.
 */
export function commandOf(
  { key, altKey, ctrlKey, metaKey }: ListKey,
  page: number,
): ListCommand | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return key === 'c' ? { type: 'copy' } : null
  const commands: Readonly<Record<string, ListCommand>> = {
    ArrowDown: { type: 'move', by: 1 },
    ArrowUp: { type: 'move', by: -1 },
    PageDown: { type: 'move', by: page },
    PageUp: { type: 'move', by: -page },
    Home: { type: 'move', by: -Infinity },
    End: { type: 'move', by: Infinity },
    ArrowLeft: { type: 'turn', to: 'left' },
    ArrowRight: { type: 'turn', to: 'right' },
    Enter: { type: 'accept' },
    ' ': { type: 'accept' },
    Escape: { type: 'leave' },
  }
  return commands[key] ?? null
}

/** Rows of a page: one less than are in sight, so that one stays as a landmark. */
export function pageOf(height: number, rowHeight: number): number {
  return Math.max(1, Math.floor(height / rowHeight) - 1)
}

/**
 * The row that a move leads to.
 * @param active a fraction is a place between two rows, `null` the place after the last.
 */
export function targetOf(active: number | null, by: number, count: number): number {
  const from = active ?? count - 0.5
  const target = by > 0 ? Math.floor(from) + by : Math.ceil(from) + by
  return Math.min(Math.max(target, 0), count - 1)
}
