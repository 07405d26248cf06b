import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { z } from 'zod'
import { DEFAULT_LOCALE, LOCALES, localeOfBrowser, type Locale } from '../core/locale/locale.ts'
import { appStorage, type StorageEntry } from './storage.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export type EffectiveTheme = Exclude<Theme, 'system'>

interface StoredSettings {
  locale: Locale | null
  theme: Theme
  /** What the first of two panes gets, percent, by the pair's name. */
  panes: Record<string, number>
  wire?: WireSettings | undefined
}

/** How the wire is drawn. */
export interface WireSettings {
  /** All connections at once, or one at a time. */
  readonly connections: 'all' | 'one'
  /** A row an event, or to scale in time. */
  readonly rows: 'events' | 'time'
}

const settingsEntry: StorageEntry<StoredSettings> = {
  key: 'settings',
  schema: z.object({
    locale: z.enum(LOCALES).nullable(),
    theme: z.enum(THEMES),
    panes: z.record(z.string(), z.number().min(0).max(100)),
    wire: z
      .object({ connections: z.enum(['all', 'one']), rows: z.enum(['events', 'time']) })
      .optional(),
  }),
}

export const useSettingsStore = defineStore('settings', () => {
  const storage = appStorage.take()
  const stored = storage.read(settingsEntry)

  /** The language shown: the URL's, where it names one. */
  const locale = ref<Locale>(DEFAULT_LOCALE)
  /** The language chosen by hand, if ever. */
  const chosenLocale = ref<Locale | null>(stored?.locale ?? null)
  const theme = ref<Theme>(stored?.theme ?? 'system')
  /** What the system asks for; kept up to date by the app. */
  const systemTheme = ref<EffectiveTheme>('light')
  const effectiveTheme = computed(() =>
    theme.value === 'system' ? systemTheme.value : theme.value,
  )
  const panes = ref<Readonly<Record<string, number>>>(stored?.panes ?? {})

  const wire = ref<WireSettings>(stored?.wire ?? { connections: 'all', rows: 'events' })

  /** The language to begin with where the URL names none. */
  function preferredLocale(browserLanguages: readonly string[]): Locale {
    return chosenLocale.value ?? localeOfBrowser(browserLanguages)
  }

  /** Remembers a choice made by hand. */
  function chooseLocale(chosen: Locale): void {
    chosenLocale.value = chosen
  }

  /** What the first of two panes gets, percent. */
  function paneShare(pair: string, fallback: number): number {
    return panes.value[pair] ?? fallback
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
    preferredLocale,
    chooseLocale,
    paneShare,
    setPaneShare,
    chooseWire,
  }
})
