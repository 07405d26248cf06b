/**
 * A page can be seen, pressed and typed into before its app is there. What the reader does meanwhile is
 * recorded and done again once the app listens. Links work by themselves.
 */
export interface EarlyInput {
  /** Types again what was typed: the app puts its own text into a field that it takes over. */
  replayText(): void
  /** Presses again what was pressed, on the elements that are still there, and stops recording. */
  replayPresses(): void
}

declare global {
  interface Window {
    earlyInput?: EarlyInput
  }
}

interface TypedText {
  readonly value: string
  readonly selection: readonly [start: number, end: number]
}

/** Tabs listen for the first, buttons for the second, Run for a shortcut. */
const PRESSES = ['mousedown', 'click', 'keydown'] as const

export function recordEarlyInput(page: Document): EarlyInput {
  const presses: (MouseEvent | KeyboardEvent)[] = []
  const typed = new Map<HTMLTextAreaElement, TypedText>()

  const recordPress = (event: MouseEvent | KeyboardEvent) => {
    if (isShortcut(event) || (!('key' in event) && isControl(event.target))) presses.push(event)
  }
  const recordText = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    const { value, selectionStart, selectionEnd } = target
    typed.set(target, { value, selection: [selectionStart, selectionEnd] })
  }
  for (const type of PRESSES) page.addEventListener(type, recordPress, true)
  page.addEventListener('input', recordText, true)

  return {
    replayText() {
      page.removeEventListener('input', recordText, true)
      for (const [field, { value, selection }] of typed) {
        field.value = value
        field.setSelectionRange(...selection)
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
    },
    replayPresses() {
      for (const type of PRESSES) page.removeEventListener(type, recordPress, true)
      for (const event of presses) {
        const { target, type } = event
        const again = 'key' in event ? new KeyboardEvent(type, event) : new MouseEvent(type, event)
        if (target instanceof Element && target.isConnected) target.dispatchEvent(again)
      }
    },
  }
}

function isShortcut(event: MouseEvent | KeyboardEvent): boolean {
  return 'key' in event && event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, textarea, input, summary') === null
}
