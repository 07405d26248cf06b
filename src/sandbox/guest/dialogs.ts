/**
 * `alert`, `confirm` and `prompt` become entries in the console, answered from the run's inputs, so
 * a loop of alerts is harmless. Without an answer they return what a dismissed dialog returns.
 */
import type { Recorder, SourcePosition } from '../../core/trace/event.ts'
import type { ScheduledInput } from '../messages.ts'
import { causedBy, consoleText, observed } from '../observed-event.ts'

export interface Dialogs {
  readonly recorder: Recorder
  readonly locate: () => SourcePosition | undefined
  /** The `seq` of the event in whose turn the dialog is shown. */
  readonly cause: () => number | undefined
  /** Inputs of the kind `answer`; the target names the dialog. Each is used once, in order. */
  readonly answers: readonly ScheduledInput[]
}

type DialogName = 'alert' | 'confirm' | 'prompt'

export function captureDialogs(
  target: Window,
  { recorder, locate, cause, answers }: Dialogs,
): void {
  const waiting = [...answers]

  const show = (dialog: DialogName, text: string): string | undefined => {
    const message = { ...consoleText('log', text), dialog, ...causedBy(cause()) }
    const seq = recorder.record(observed(message, locate()))
    const index = waiting.findIndex((input) => input.target === dialog)
    if (index === -1) return undefined
    const [answer] = waiting.splice(index, 1)
    const value = answer?.value ?? ''
    const input = { type: 'userInput', kind: 'answer', target: dialog, value } as const
    recorder.record(observed({ ...input, cause: seq }))
    return value
  }

  target.alert = (message: unknown = '') => {
    show('alert', String(message))
  }
  target.confirm = (message: unknown = '') => {
    const answer = show('confirm', String(message))
    return answer !== undefined && answer !== 'false'
  }
  target.prompt = (message: unknown = '') => show('prompt', String(message)) ?? null
}
