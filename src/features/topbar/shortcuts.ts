import type { Messages } from '../../locales/messages.ts'

/** A key combination and, in `help.keys`, what it does. */
export interface Shortcut {
  readonly keys: readonly string[]
  /** Keys pressed together, one after the other, or any one of them. */
  readonly join: 'together' | 'then' | 'any'
  readonly text: keyof Messages['help']['keys']
}

/** @param isApple whether the keyboard has a command key. */
export function shortcuts(isApple: boolean): Shortcut[] {
  return [
    { keys: [isApple ? '⌘' : 'Ctrl', 'Enter'], join: 'together', text: 'run' },
    { keys: ['Esc', 'Tab'], join: 'then', text: 'leaveEditor' },
    { keys: [isApple ? '⌘' : 'Ctrl', 'F'], join: 'together', text: 'find' },
    { keys: ['/'], join: 'together', text: 'search' },
    { keys: ['↑', '↓'], join: 'any', text: 'events' },
    { keys: ['←', '→'], join: 'any', text: 'resize' },
    { keys: ['Esc'], join: 'together', text: 'close' },
    { keys: ['?'], join: 'together', text: 'help' },
  ]
}
