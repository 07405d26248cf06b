/** A key combination and, in `topbar.help.keys`, what it does. */
export interface Shortcut {
  readonly keys: readonly string[]
  readonly text: string
}

/** @param isApple whether the keyboard has a command key. */
export function shortcuts(isApple: boolean): Shortcut[] {
  return [
    { keys: [isApple ? '⌘' : 'Ctrl', 'Enter'], text: 'run' },
    { keys: isApple ? ['⌃', '⇧', 'M'] : ['Ctrl', 'M'], text: 'leaveEditor' },
    { keys: ['←', '→', '↑', '↓'], text: 'resize' },
    { keys: ['Esc'], text: 'close' },
    { keys: ['?'], text: 'help' },
  ]
}

/** Whether what is typed there is text. */
export function isTypingIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
