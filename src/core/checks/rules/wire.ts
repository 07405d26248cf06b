/** `wire`: something about frames or bytes, where somebody observes them. */
import type { TraceEvent } from '../../trace/event.ts'
import type { WireCheck } from '../check.ts'
import { explain } from '../explain.ts'
import { countRule } from './count.ts'
import { eachRule } from './each.ts'
import { neverRule } from './never.ts'
import type { Rule } from './rule.ts'
import { sequenceRule } from './sequence.ts'

export function wireRule({ that }: Pick<WireCheck, 'that'>): Rule {
  const inner = ruleOf(that)
  let observed = false
  let connected = false
  return {
    accept(event) {
      if (event.type === 'eventFired' && event.eventType === 'open') connected = true
      if (!isOnTheWire(event)) return inner.accept(event)
      // What was made up from messages proves nothing about frames.
      if (event.provenance !== 'observed') return null
      observed = true
      return inner.accept(event)
    },
    finish: (endTime) =>
      connected && !observed
        ? { status: 'pending', explanation: explain('wire.unobserved') }
        : inner.finish(endTime),
  }
}

function isOnTheWire({ type }: TraceEvent): boolean {
  return (
    type === 'frameSent' ||
    type === 'frameReceived' ||
    type === 'bytesSent' ||
    type === 'bytesReceived'
  )
}

function ruleOf(that: WireCheck['that']): Rule {
  switch (that.type) {
    case 'sequence':
      return sequenceRule(that)
    case 'never':
      return neverRule(that)
    case 'count':
      return countRule(that)
    case 'each':
      return eachRule(that)
  }
}
