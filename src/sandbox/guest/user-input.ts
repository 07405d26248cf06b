/** Records a user's input on the program's page, so that a run can repeat it. */
import type { Recorder, UserInput } from '../../core/trace/event.ts'
import { natives } from './natives.ts'

/** `acted` is called after each user event, when its listeners have run. */
export function captureUserInput(window: Window, recorder: Recorder, acted: () => void): void {
  const record = (kind: UserInput['kind'], element: Element, value?: string) => {
    recorder.record({
      type: 'userInput',
      side: 'client',
      provenance: 'observed',
      kind,
      target: selectorOf(element),
      ...(value !== undefined && { value }),
    })
  }

  const onEvent = (event: Event) => {
    const { target } = event
    if (!event.isTrusted || !(target instanceof Element)) return
    if (event.type === 'click') record('click', target)
    else if (event.type === 'input') record('type', target, valueOf(target))
    // Not the program's `setTimeout`, whose timers are events of the trace.
    natives.setTimeout(acted, 0)
  }
  for (const type of ['click', 'input', 'change', 'submit', 'keydown', 'keyup']) {
    window.addEventListener(type, onEvent, { capture: true })
  }
}

function valueOf(element: Element): string {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  return isField ? element.value : (element.textContent ?? '')
}

/** A selector that matches this element alone. */
function selectorOf(element: Element): string {
  if (element.id !== '') return `#${CSS.escape(element.id)}`
  const parent = element.parentElement
  if (parent === null) return element.localName
  const place = [...parent.children].indexOf(element) + 1
  return `${selectorOf(parent)} > ${element.localName}:nth-child(${place})`
}
