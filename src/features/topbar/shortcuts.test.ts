import { describe, expect, it } from 'vitest'
import en from '../../locales/en/help.ts'
import { shortcuts } from './shortcuts.ts'

describe('the shortcuts', () => {
  it.each([true, false])('are each described once (Apple keyboard: %s)', (isApple) => {
    const texts = shortcuts(isApple).map(({ text }) => text)
    expect(texts.sort()).toEqual(Object.keys(en.keys).sort())
  })

  it('name the keys of the keyboard', () => {
    const run = (isApple: boolean) => shortcuts(isApple).find(({ text }) => text === 'run')?.keys
    expect(run(true)).toEqual(['⌘', 'Enter'])
    expect(run(false)).toEqual(['Ctrl', 'Enter'])
  })
})
