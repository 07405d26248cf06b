/** The keys of the wire: those of every list, along an arrow, and zooming. */
import { commandOf } from '../../ui/list/list-keys.ts'

export interface WireKeys {
  readonly selected: () => number | null
  /** The drawn event `by` places further; `null` if there is none. */
  readonly eventBy: (by: number) => number | null
  /** The other end of the arrow. */
  readonly otherEnd: (seq: number) => number | null
  /** How many events Page Up and Page Down pass over. */
  readonly page: () => number
  readonly select: (seq: number | null) => void
  readonly open: () => void
  readonly zoomBy: (factor: number) => void
}

export function useWireKeys(keys: WireKeys): (event: KeyboardEvent) => void {
  function selectIfThere(seq: number | null): void {
    if (seq !== null) keys.select(seq)
  }

  return (event) => {
    const command = commandOf(event, keys.page())
    const selected = keys.selected()
    switch (command?.type) {
      case undefined:
        if (event.altKey || event.ctrlKey || event.metaKey) return
        if (event.key !== '+' && event.key !== '-') return
        keys.zoomBy(event.key === '+' ? 2 : 0.5)
        break
      case 'move':
        selectIfThere(keys.eventBy(command.by))
        break
      case 'turn':
        selectIfThere(selected === null ? keys.eventBy(-Infinity) : keys.otherEnd(selected))
        break
      case 'accept':
        if (selected !== null) keys.open()
        break
      case 'leave':
        keys.select(null)
        break
      case 'copy':
        return
    }
    event.preventDefault()
  }
}
