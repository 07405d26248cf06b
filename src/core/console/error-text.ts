import type { RemoteValue } from '../trace/remote-value.ts'

type ErrorValue = Extract<RemoteValue, { kind: 'error' }>

/** `TypeError: not so`, with the class that the program gave it. */
function errorHead({ className, name, message }: ErrorValue): string {
  const label = className ?? name
  return message === '' ? label : label === '' ? message : `${label}: ${message}`
}

/** The calls on its stack, a line each. Chromium's stack begins with name and message. */
function callsOf({ name, message, stack }: ErrorValue): string {
  const head = message === '' ? name : `${name}: ${message}`
  const calls = stack.startsWith(head)
    ? stack.slice(head.length)
    : // The name or the message changed after it was made, or this is Firefox's.
      stack.replace(/^(?!\s+at |[^\n]*@)[^]*?(?=\n\s+at |$)/u, '')
  const trimmed = calls.trimEnd()
  return trimmed === '' || trimmed.startsWith('\n') ? trimmed : `\n${trimmed}`
}

/** An error with its stack, and the error that caused it. */
export function errorText(error: ErrorValue): string {
  const cause = error.properties?.find(({ name }) => name === 'cause')?.value
  const because = cause?.kind === 'error' ? `\nCaused by: ${errorText(cause)}` : ''
  return errorHead(error) + callsOf(error) + because
}
