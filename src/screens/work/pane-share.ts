import { computed, type WritableComputedRef } from 'vue'
import { useSettingsStore } from '../../stores/settings.ts'

/**
 * What the reader gave to the first pane of a pair, percent; undefined for the usual size.
 * @param name of the pair, and of its layout where it has several.
 */
export function paneShare(name: string): WritableComputedRef<number | undefined> {
  const settings = useSettingsStore()
  return computed({
    get: () => settings.paneShare(name),
    set: (percent) => settings.setPaneShare(name, percent),
  })
}
