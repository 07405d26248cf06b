import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { FindPlaces, Hit } from '../../../core/search/find-places.ts'
import { builtIn } from '../../../stores/content.ts'
import { useSettingsStore } from '../../../stores/settings.ts'

/** `none`: nothing was looked for yet. */
export type IndexStatus = 'none' | 'loading' | 'ready' | 'failed'

/** What is found for a query. The index is loaded when `load` is called, and anew in each language. */
export function useSearch(query: Readonly<Ref<string>>) {
  const content = builtIn.take()
  const settings = useSettingsStore()
  const status = ref<IndexStatus>('none')
  const find = shallowRef<FindPlaces | null>(null)
  let latest = 0

  /** Again, after it failed. */
  async function load(): Promise<void> {
    if (status.value === 'loading' || status.value === 'ready') return
    const call = ++latest
    status.value = 'loading'
    try {
      const loaded = await content.loadSearch(settings.locale)
      if (call !== latest) return
      find.value = loaded
      status.value = 'ready'
    } catch {
      if (call === latest) status.value = 'failed'
    }
  }

  watch(
    () => settings.locale,
    () => {
      if (status.value === 'none') return
      latest += 1
      find.value = null
      status.value = 'none'
      void load()
    },
  )

  /** Null while nothing telling was typed, and without an index. */
  const hits = computed((): readonly Hit[] | null => find.value?.(query.value) ?? null)
  return { status, hits, load }
}
