import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import {
  number,
  nullable,
  object,
  oneOf,
  optional,
  record,
  type Infer,
} from '../core/data/shape.ts'
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../core/locale/locale.ts'
import { appStorage } from './storage.ts'

const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export type EffectiveTheme = Exclude<Theme, 'system'>

/** How the wire is drawn. */
const wireSettings = object({
  /** All connections at once, or one at a time. */
  connections: oneOf(['all', 'one']),
  /** One row for each event, or rows to scale in time. */
  rows: oneOf(['events', 'time']),
})
type WireSettings = Infer<typeof wireSettings>

const settingsEntry = {
  key: 'settings',
  shape: object({
    locale: nullable(oneOf(LOCALES)),
    theme: oneOf(THEMES),
    /** The first pane's share of a pair, percent, by the pair's name. */
    panes: record(number(0, 100)),
    wire: optional(wireSettings),
  }),
}

export const useSettingsStore = defineStore('settings', () => {
  const storage = appStorage.take()

  /** The language shown: the URL's, if it names one. */
  const locale = ref<Locale>(DEFAULT_LOCALE)
  /** The language that the reader chose, if any. */
  const chosenLocale = ref<Locale | null>(null)
  const theme = ref<Theme>('system')
  /** The system's theme, which the app keeps up to date. */
  const systemTheme = ref<EffectiveTheme>('light')
  const effectiveTheme = computed(() =>
    theme.value === 'system' ? systemTheme.value : theme.value,
  )
  const panes = ref<Readonly<Record<string, number>>>({})

  const wire = ref<WireSettings>({ connections: 'all', rows: 'events' })

  /** Takes what is stored. */
  function refresh(): void {
    const stored = storage.read(settingsEntry)
    if (stored === null) return
    chosenLocale.value = stored.locale
    theme.value = stored.theme
    panes.value = stored.panes
    if (stored.wire !== undefined) wire.value = stored.wire
  }
  refresh()

  /** What the reader gave to the first pane of a pair, percent. */
  function paneShare(pair: string): number | undefined {
    return panes.value[pair]
  }

  function setPaneShare(pair: string, share: number): void {
    panes.value = { ...panes.value, [pair]: share }
  }

  function chooseWire(change: Partial<WireSettings>): void {
    wire.value = { ...wire.value, ...change }
  }

  watch(
    [chosenLocale, theme, panes, wire],
    () =>
      storage.write(settingsEntry, {
        locale: chosenLocale.value,
        theme: theme.value,
        panes: panes.value,
        wire: wire.value,
      }),
    { flush: 'post' },
  )

  return {
    locale,
    chosenLocale,
    theme,
    systemTheme,
    effectiveTheme,
    panes,
    wire,
    refresh,
    paneShare,
    setPaneShare,
    chooseWire,
  }
})
