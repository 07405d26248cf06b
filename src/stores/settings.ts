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
import { appStorage, parserOf, type StorageEntry } from './storage.ts'

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

const settingsShape = object({
  locale: nullable(oneOf(LOCALES)),
  theme: oneOf(THEMES),
  /** The first pane's share of a pair, percent, by the pair's name. */
  panes: record(number(0, 100)),
  wire: optional(wireSettings),
})
type Settings = Infer<typeof settingsShape>

const settingsEntry: StorageEntry<Settings> = {
  key: 'settings',
  parse: parserOf(settingsShape),
  join: (one, other) => ({ ...other, ...one, panes: { ...other.panes, ...one.panes } }),
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

  /** @param share undefined for the usual size */
  function setPaneShare(pair: string, share: number | undefined): void {
    const others = Object.entries(panes.value).filter(([name]) => name !== pair)
    panes.value = Object.fromEntries(share === undefined ? others : [...others, [pair, share]])
  }

  function chooseWire(change: Partial<WireSettings>): void {
    wire.value = { ...wire.value, ...change }
  }

  /** Stores what was changed here, and leaves what another tab has changed. */
  function store(change: Partial<Settings>, resetPanes: readonly string[] = []): void {
    storage.update(settingsEntry, (stored) => {
      const panes = Object.entries({ ...stored?.panes, ...change.panes })
      return {
        locale: chosenLocale.value,
        theme: theme.value,
        wire: wire.value,
        ...stored,
        ...change,
        panes: Object.fromEntries(panes.filter(([pair]) => !resetPanes.includes(pair))),
      }
    })
  }
  watch(chosenLocale, (locale) => store({ locale }), { flush: 'post' })
  watch(theme, (chosen) => store({ theme: chosen }), { flush: 'post' })
  watch(wire, (chosen) => store({ wire: chosen }), { flush: 'post' })
  watch(
    panes,
    (shares, before) => {
      const gone = Object.keys(before).filter((pair) => !(pair in shares))
      store({ panes: changedIn(shares, before) }, gone)
    },
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

/** The entries that are not the same as before. */
function changedIn<T>(
  now: Readonly<Record<string, T>>,
  before: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => before[key] !== value))
}
