import { storedSetting } from './stored-setting.ts'

/** The theme that the reader chose, or else the system's. */
export function themeOfReader(): 'light' | 'dark' {
  const theme = storedSetting('theme')
  if (theme === 'light' || theme === 'dark') return theme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
