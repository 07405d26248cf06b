/** Records a user's input on the program's page, so that a run can repeat it. */
import type { Recorder, UserInput } from '../../core/trace/event.ts'
import { observed } from '../observed-event.ts'
import { isField } from './inputs.ts'
import { natives } from './natives.ts'
import { selectorOf } from './selector.ts'

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
    if (event.type === 'click') {
      if (!leadsToControl(target)) record('click', target)
    } else if (event.type === 'input' && !isSwitch(target)) {
      record('type', target, isField(target) ? target.value : (target.textContent ?? ''))
    }
    // Not the program's `setTimeout`, whose timers are events of the trace.
    natives.setTimeout(acted, 0)
  }
  for (const type of ['click', 'input', 'change', 'submit', 'keydown', 'keyup']) {
    window.addEventListener(type, onEvent, { capture: true })
  }
}

/** A click on a label is followed by one on its control, which says the same. */
function leadsToControl(element: Element): boolean {
  const control = element.closest('label')?.control ?? null
  return control !== null && !control.contains(element)
}

/** What is clicked, never typed into. */
const isSwitch = (element: Element): boolean =>
  element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)
