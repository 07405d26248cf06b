/** The name of an event as the program knows it, for the few words at the end of its line. */
import { directionOf } from '../../core/trace/describe/lane.ts'
import type { ApiCall, TimerKind, TraceEvent } from '../../core/trace/event.ts'
import type { Tone } from './contract.ts'

const TIMER_FUNCTIONS: Readonly<
  Record<TimerKind, { readonly set: string; readonly clear: string }>
> = {
  timeout: { set: 'setTimeout', clear: 'clearTimeout' },
  interval: { set: 'setInterval', clear: 'clearInterval' },
  immediate: { set: 'setImmediate', clear: 'clearImmediate' },
  animationFrame: { set: 'requestAnimationFrame', clear: 'cancelAnimationFrame' },
  idleCallback: { set: 'requestIdleCallback', clear: 'cancelIdleCallback' },
}

function nameOfCall({ api, method }: ApiCall): string {
  if (method === 'constructor') return `new ${api}()`
  const isAttribute = method.startsWith('on') || method === 'binaryType'
  return isAttribute ? method : `${method}()`
}

/** In the API's own words, the same in every language: `send()`, `message`, `console.log`. */
export function nameOfEvent(event: TraceEvent): string {
  switch (event.type) {
    case 'created':
      return 'new WebSocket()'
    case 'apiCall':
      return event.exception?.name ?? nameOfCall(event)
    case 'eventFired':
      return event.eventType
    case 'consoleMessage':
      return event.dialog ?? `console.${event.level}`
    case 'uncaughtError':
      return event.name
    case 'timerSet':
      return `${TIMER_FUNCTIONS[event.kind].set}()`
    case 'timerCleared':
      return `${TIMER_FUNCTIONS[event.kind].clear}()`
    case 'timerFired':
      return TIMER_FUNCTIONS[event.kind].set
    case 'eventSourceMessage':
      return event.eventType
    default:
      return event.type
  }
}

export function toneOfEvent(event: TraceEvent): Tone {
  switch (event.type) {
    case 'uncaughtError':
    case 'frameError':
      return 'bad'
    case 'apiCall':
      if (event.exception !== undefined) return 'bad'
      return event.method === 'send' || event.method === 'close' ? 'out' : 'neutral'
    case 'created':
      return 'out'
    case 'eventFired':
      return event.eventType === 'message' ? 'in' : 'neutral'
    case 'consoleMessage':
      return event.level === 'error' ? 'bad' : 'neutral'
    default:
      return directionOf(event) ?? 'neutral'
  }
}
