/** The keys of the wire: those of every list, and those that follow an arrow or zoom. */
import { commandOf } from '../../ui/list/list-keys.ts'
import { useShownRun } from '../shown-run.ts'
import type { WireSelection } from './use-wire-selection.ts'

/**
 * @param page how many events Page Up and Page Down pass over.
 * @param zoomBy zooms by a factor.
 */
export function useWireKeys(
  { eventBy, otherEnd }: WireSelection,
  page: () => number,
  zoomBy: (factor: number) => void,
): (event: KeyboardEvent) => void {
  const run = useShownRun()

  function selectIfThere(seq: number | null): void {
    if (seq !== null) run.select(seq)
  }

  return (event) => {
    const command = commandOf(event, page())
    const { selected } = run
    switch (command?.type) {
      case undefined:
        if (event.altKey || event.ctrlKey || event.metaKey) return
        if (event.key !== '+' && event.key !== '-') return
        zoomBy(event.key === '+' ? 2 : 0.5)
        break
      case 'move':
        selectIfThere(eventBy(command.by))
        break
      case 'turn':
        selectIfThere(selected === null ? eventBy(-Infinity) : otherEnd(selected))
        break
      case 'accept':
        if (selected !== null) run.openDetails()
        break
      case 'leave':
        run.select(null)
        break
      case 'copy':
        return
    }
    event.preventDefault()
  }
}
