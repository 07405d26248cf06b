/** Performs the inputs of a run request, on the program's page as a user would. */
import type { Recorder } from '../../core/trace/event.ts'
import type { ScheduledInput } from '../messages.ts'
import { consoleText, observed } from '../observed-event.ts'
import type { PreparedEvaluation } from '../prepared-program.ts'

/** In order of time. Answers belong to dialogs instead. */
export function timedInputs(inputs: readonly ScheduledInput[]): readonly ScheduledInput[] {
  return inputs.filter((input) => input.kind !== 'answer').sort((a, b) => a.time - b.time)
}

export function performInput(
  document: Document,
  input: ScheduledInput,
  recorder: Recorder,
  evaluate: (evaluation: PreparedEvaluation, cause: number) => void,
): void {
  const { kind, target, value, evaluation } = input
  const given = value !== undefined && { value }
  const seq = recorder.record(observed({ type: 'userInput', kind, target, ...given }))
  if (kind === 'evaluate') {
    if (evaluation !== undefined) evaluate(evaluation, seq)
    return
  }
  const element = document.querySelector(target)
  if (!(element instanceof HTMLElement)) {
    const warning = consoleText('warn', `No element of the page matches ${target}`)
    recorder.record(observed({ ...warning, cause: seq }))
    return
  }
  if (kind === 'click') element.click()
  else if (kind === 'type') type(element, value ?? '')
  else if (kind === 'file' && element instanceof HTMLInputElement) chooseFile(element, value ?? '')
}

export const isField = (
  element: Element,
): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement

function type(element: HTMLElement, text: string): void {
  element.focus()
  if (isField(element)) element.value = text
  else element.textContent = text
  element.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

function chooseFile(element: HTMLInputElement, text: string): void {
  const transfer = new DataTransfer()
  transfer.items.add(new File([text], 'file.txt', { type: 'text/plain', lastModified: 0 }))
  element.files = transfer.files
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}
