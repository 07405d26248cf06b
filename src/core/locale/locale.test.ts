import { describe, expect, it } from 'vitest'
import { localeOfBrowser } from './locale.ts'

describe('localeOfBrowser', () => {
  it('takes any kind of Chinese for zh-CN', () => {
    expect(localeOfBrowser(['zh-TW'])).toBe('zh-CN')
    expect(localeOfBrowser(['zh'])).toBe('zh-CN')
    expect(localeOfBrowser(['zh-Hans-CN', 'en'])).toBe('zh-CN')
  })

  it('takes the first language that we speak', () => {
    expect(localeOfBrowser(['tlh', 'en-GB', 'zh-CN'])).toBe('en')
    expect(localeOfBrowser(['tlh', 'zh-CN', 'en'])).toBe('zh-CN')
  })

  it('falls back to English', () => {
    expect(localeOfBrowser(['tlh'])).toBe('en')
    expect(localeOfBrowser([])).toBe('en')
  })
})
