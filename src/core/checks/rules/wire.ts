/** `wire`: an assertion about frames or bytes, on an endpoint where they are observed. */
import type { TraceEvent } from '../../trace/event.ts'
import { explain } from '../explain.ts'
import { defineRule } from '../rule.ts'

export default defineRule('wire', ({ that }, ruleOf) => {
  const inner = ruleOf(that)
  let observed = false
  let connected = false
  return {
    accept(event) {
      if (event.type === 'eventFired' && event.eventType === 'open') connected = true
      if (!isOnTheWire(event)) return inner.accept(event)
      // A frame reconstructed from a message proves nothing about frames.
      if (event.provenance !== 'observed') return null
      observed = true
      return inner.accept(event)
    },
    finish: (endTime, isIdle) =>
      connected && !observed
        ? { status: 'pending', explanation: explain('wire.unobserved') }
        : inner.finish(endTime, isIdle),
  }
})

function isOnTheWire({ type }: TraceEvent): boolean {
  return (
    type === 'frameSent' ||
    type === 'frameReceived' ||
    type === 'bytesSent' ||
    type === 'bytesReceived'
  )
}
