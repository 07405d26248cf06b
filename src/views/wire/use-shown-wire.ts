/** The layout of the shown run, and how much of it has happened. */
import { computed } from 'vue'
import { useLogReader } from '../../run/log-reader.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { useShownRun } from '../shown-run.ts'
import { WireLayout } from './layout/wire-layout.ts'

export type ShownWire = ReturnType<typeof useShownWire>

/** Call in the `setup` of a view. */
export function useShownWire() {
  const run = useShownRun()
  const settings = useSettingsStore()
  const scope = computed(() => (settings.wire.connections === 'one' ? run.connection.id : null))
  const { model: layout, until } = useLogReader({
    log: () => run.recording.log,
    key: () => scope.value,
    isSeen: () => run.isSeen,
    create: () => new WireLayout(scope.value),
  })
  /** Stays the same object as it grows; the layout triggers what depends on its growth. */
  const log = computed(() => run.recording.log.read())
  /** Events with a smaller seq are shown. */
  const shownBefore = computed(() => Math.min(run.shownBefore, until.value))
  /** Rows before this one were dropped with their events. */
  const firstRow = computed(() => {
    const { rows } = layout.value
    return Math.max(rows.first, rows.before(log.value.firstSeq))
  })
  /** The row after the last shown one. */
  const endRow = computed(() => layout.value.rows.before(shownBefore.value))
  const isToScale = computed(() => settings.wire.rows === 'time')

  return {
    run,
    log,
    layout,
    shownBefore,
    firstRow,
    endRow,
    isToScale,
    eventOf: (seq: number) => log.value.get(seq),
  }
}
