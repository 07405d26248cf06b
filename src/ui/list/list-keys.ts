/** The keys of every list whose rows are walked with the keyboard. */

export type ListCommand =
  /** Moves by rows; without bound to the first or the last one. */
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'accept' }
  | { readonly type: 'leave' }
  /** Arrow keys to the side: folds and unfolds in a tree, changes sides in a pair. */
  | { readonly type: 'turn'; readonly to: 'left' | 'right' }
  | { readonly type: 'copy' }

export type ListKey = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>

/**
 * What a key asks of a list; `null` where the key is none of its own. Shift changes nothing.
 * @param page how many rows Page Up and Page Down pass over.
 */
export function commandOf(
  { key, altKey, ctrlKey, metaKey }: ListKey,
  page: number,
): ListCommand | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return key === 'c' ? { type: 'copy' } : null
  switch (key) {
    case 'ArrowDown':
      return { type: 'move', by: 1 }
    case 'ArrowUp':
      return { type: 'move', by: -1 }
    case 'PageDown':
      return { type: 'move', by: page }
    case 'PageUp':
      return { type: 'move', by: -page }
    case 'Home':
      return { type: 'move', by: -Infinity }
    case 'End':
      return { type: 'move', by: Infinity }
    case 'ArrowLeft':
      return { type: 'turn', to: 'left' }
    case 'ArrowRight':
      return { type: 'turn', to: 'right' }
    case 'Enter':
    case ' ':
      return { type: 'accept' }
    case 'Escape':
      return { type: 'leave' }
    default:
      return null
  }
}

/** Rows that a page has: one less than are in sight, so that one stays as a landmark. */
export function pageOf(height: number, rowHeight: number): number {
  return Math.max(1, Math.floor(height / rowHeight) - 1)
}

/**
 * The row that a move leads to.
 * @param active the row moved from; a fraction for a place between two rows; `null` for a place
 *   after the last.
 */
export function targetOf(active: number | null, by: number, count: number): number {
  const from = active ?? count - 0.5
  const target = by > 0 ? Math.floor(from) + by : Math.ceil(from) + by
  return Math.min(Math.max(target, 0), count - 1)
}
