/** The keys of the wire: from event to event, along an arrow, and to the details. */

export interface WireKeys {
  readonly selected: () => number | null
  /** The next event of the wire in this direction, or from its edge where none is selected. */
  readonly neighbour: (seq: number | null, step: 1 | -1) => number | null
  readonly first: () => number | null
  readonly last: () => number | null
  /** The other end of the arrow. */
  readonly otherEnd: (seq: number) => number | null
  readonly select: (seq: number | null) => void
  readonly open: () => void
  readonly zoomBy: (factor: number) => void
}

export function useWireKeys(keys: WireKeys): (event: KeyboardEvent) => void {
  function target(key: string): number | null | undefined {
    const selected = keys.selected()
    switch (key) {
      case 'ArrowDown':
        return keys.neighbour(selected, 1)
      case 'ArrowUp':
        return keys.neighbour(selected, -1)
      case 'ArrowLeft':
      case 'ArrowRight':
        return selected === null ? keys.first() : keys.otherEnd(selected)
      case 'Home':
        return keys.first()
      case 'End':
        return keys.last()
      default:
        return undefined
    }
  }

  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === '+' || event.key === '-') {
      keys.zoomBy(event.key === '+' ? 2 : 0.5)
    } else if (event.shiftKey) {
      return
    } else if (event.key === 'Enter') {
      if (keys.selected() !== null) keys.open()
    } else if (event.key === 'Escape') {
      keys.select(null)
    } else {
      const next = target(event.key)
      if (next === undefined) return
      if (next !== null) keys.select(next)
    }
    event.preventDefault()
  }
}
