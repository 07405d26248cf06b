/** Records a user's input on the program's page, so that a run can repeat it. */
import type { Recorder, UserInput } from '../../core/trace/event.ts'
import { observed } from '../observed-event.ts'
import { isField } from './inputs.ts'
import { natives } from './natives.ts'

/** `acted` is called after each user event, when its listeners have run. */
export function captureUserInput(window: Window, recorder: Recorder, acted: () => void): void {
  const record = (kind: UserInput['kind'], element: Element, value?: string) => {
    const given = value !== undefined && { value }
    const target = selectorOf(element)
    recorder.record(observed({ type: 'userInput', kind, target, ...given }))
  }

  const onEvent = (event: Event) => {
    const { target } = event
    if (!event.isTrusted || !(target instanceof Element)) return
    if (event.type === 'click') record('click', target)
    else if (event.type === 'input') {
      record('type', target, isField(target) ? target.value : (target.textContent ?? ''))
    }
    // Not the program's `setTimeout`, whose timers are events of the trace.
    natives.setTimeout(acted, 0)
  }
  for (const type of ['click', 'input', 'change', 'submit', 'keydown', 'keyup']) {
    window.addEventListener(type, onEvent, { capture: true })
  }
}

/** A selector that matches this element alone. */
function selectorOf(element: Element): string {
  if (element.id !== '') return `#${CSS.escape(element.id)}`
  const parent = element.parentElement
  if (parent === null) return element.localName
  const place = [...parent.children].indexOf(element) + 1
  return `${selectorOf(parent)} > ${element.localName}:nth-child(${place})`
}
