/** The connection in focus, among those at the playhead. */
import { computed, ref, watch } from 'vue'
import { stateAt } from '../../core/trace/state.ts'
import { useI18n } from '../../locales/i18n.ts'
import { usePlayheadStore } from '../../stores/playhead.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import type { ConnectionFocus } from '../../views/shown-run.ts'

export type FocusedConnection = ReturnType<typeof useConnectionFocus>

export function useConnectionFocus() {
  const { t } = useI18n()
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()

  /** At the playhead. */
  const state = computed(() => stateAt(recordings.log.read(), playhead.shownBefore))
  /** Chosen by hand or by selecting one of its events; `null` means the newest. */
  const chosenId = ref<string | null>(null)
  const connection = computed(() => {
    const { connections } = state.value
    return connections.find(({ id }) => id === chosenId.value) ?? connections.at(-1) ?? null
  })
  const numbers = computed(
    () => new Map(state.value.connections.map(({ id }, index) => [id, index + 1])),
  )

  watch(
    () => recordings.log,
    () => {
      chosenId.value = null
    },
  )
  watch(
    () => recordings.selected,
    (seq) => {
      const event = seq === null ? undefined : recordings.log.read().get(seq)
      if (event === undefined) return
      // An event ahead of the playhead is not on the screen.
      if (event.seq >= playhead.shownBefore) playhead.seek(event.time)
      if ('connectionId' in event && event.connectionId !== undefined)
        if (numbers.value.has(event.connectionId)) chosenId.value = event.connectionId
    },
  )

  function nameOf(id: string): string {
    const number = numbers.value.get(id)
    if (number === undefined) return id
    const name = t('states.socket', { number })
    const page = state.value.connections[number - 1]?.page
    return page === undefined ? name : `${name} · ${page}`
  }
  /** Stays the same object unless the connection or their number changes. */
  const focus = computed<ConnectionFocus>((before) => {
    const id = connection.value?.id ?? null
    const count = state.value.connections.length
    return before?.id === id && before.count === count ? before : { id, count, nameOf }
  })

  return {
    state,
    connection,
    focus,
    choose: (id: string) => {
      chosenId.value = id
    },
  }
}
