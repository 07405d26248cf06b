import {
  computed,
  ref,
  shallowRef,
  watch,
  type Ref,
  type ShallowRef,
  type WritableComputedRef,
} from 'vue'

export interface WatchedRun<Settings extends object, Result> {
  readonly settings: ShallowRef<Settings>
  /** One of the settings, for `v-model`. */
  setting<Key extends keyof Settings>(key: Key): WritableComputedRef<Settings[Key]>
  /** That of the last run: it follows the settings in a moment. */
  readonly result: ShallowRef<Result>
  readonly hasFailed: Ref<boolean>
  /** Fetches what a run needs. */
  prepare(): void
}

/**
 * A run of a figure, done again with each change of its settings. Call in `setup`.
 * @param load fetches what runs: the network is large, and nobody needs it before something is changed.
 */
export function useWatchedRun<Settings extends object, Result>(
  first: { readonly settings: Settings; readonly result: Result },
  load: () => Promise<(settings: Settings) => Result | Promise<Result>>,
): WatchedRun<Settings, Result> {
  const settings: ShallowRef<Settings> = shallowRef(first.settings)
  const result: ShallowRef<Result> = shallowRef(first.result)
  const hasFailed = ref(false)
  let done = first.settings
  let isRunning = false

  async function runAgain(): Promise<void> {
    // One at a time: what changes meanwhile is run next.
    if (isRunning) return
    isRunning = true
    try {
      const run = await load()
      while (done !== settings.value) {
        const next = settings.value
        result.value = await run(next)
        done = next
      }
      hasFailed.value = false
    } catch {
      hasFailed.value = true
    }
    isRunning = false
  }

  watch(settings, runAgain)

  const setting = <Key extends keyof Settings>(key: Key) =>
    computed<Settings[Key]>({
      get: () => settings.value[key],
      set: (value) => {
        settings.value = { ...settings.value, [key]: value }
      },
    })

  // If it cannot be loaded, a run will say so.
  const prepare = () => void load().catch(() => undefined)
  return { settings, setting, result, hasFailed, prepare }
}
