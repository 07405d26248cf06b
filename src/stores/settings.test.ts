import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { useSettingsStore } from './settings.ts'
import { startApp } from './testing/app.ts'

function openSettings(app: Parameters<typeof startApp>[0] = {}) {
  return { ...startApp(app), settings: useSettingsStore() }
}

describe('the settings', () => {
  it('follow the system’s theme unless one is chosen', () => {
    const { settings } = openSettings()
    settings.systemTheme = 'dark'
    expect(settings.effectiveTheme).toBe('dark')
    settings.theme = 'light'
    expect(settings.effectiveTheme).toBe('light')
  })

  it('survive a reload', async () => {
    const { settings, backend } = openSettings()
    settings.theme = 'dark'
    settings.chosenLocale = 'zh-CN'
    settings.setPaneShare('lesson', 31)
    await nextTick()
    const reloaded = openSettings({ backend }).settings
    expect(reloaded.theme).toBe('dark')
    expect(reloaded.chosenLocale).toBe('zh-CN')
    expect(reloaded.paneShare('lesson')).toBe(31)
    expect(reloaded.paneShare('editor')).toBeUndefined()
    reloaded.setPaneShare('lesson', undefined)
    await nextTick()
    expect(openSettings({ backend }).settings.paneShare('lesson')).toBeUndefined()
  })
})
