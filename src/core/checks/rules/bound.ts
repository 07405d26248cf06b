/** `bound`: a measure stays within bounds. */
import type { TraceEvent } from '../../trace/event.ts'
import type { Demand } from '../check.ts'
import type { Bindings } from '../condition.ts'
import { explain, explainMissing } from '../explain.ts'
import { matches, matchPattern, noBindings, type EventPattern } from '../pattern.ts'
import { defineRule, failed, passed, type Verdict } from '../rule.ts'

/** A value of the measure, and the event that reached it (none at the end of a run). */
interface Sample {
  readonly value: number
  readonly event: TraceEvent | undefined
}

interface Meter {
  accept(event: TraceEvent): readonly Sample[]
  finish(endTime: number): readonly Sample[]
  /** The event without which there is nothing to measure. A level needs none: it begins at 0. */
  readonly needs?: EventPattern
}

export default defineRule('bound', ({ measure, atLeast, atMost }) => {
  const meter = meterOf(measure)
  const isLevel = meter.needs === undefined
  let peak = 0
  let sampled = false

  function judge(samples: readonly Sample[]): Verdict | null {
    for (const { value, event } of samples) {
      sampled = true
      peak = Math.max(peak, value)
      if (atMost !== undefined && value > atMost) return outside('above', value, atMost, event)
      // A level has to reach its lower bound once; no stretch of time may be shorter than it.
      if (!isLevel && atLeast !== undefined && value < atLeast)
        return outside('below', value, atLeast, event)
    }
    return null
  }

  function outside(
    which: 'above' | 'below',
    value: number,
    limit: number,
    event: TraceEvent | undefined,
  ): Verdict {
    const params = { value: Math.round(value * 10) / 10, limit }
    const key = `bound.${measure.kind}.${which}`
    return failed(explain(key, event === undefined ? { params } : { params, event }))
  }

  return {
    accept: (event) => judge(meter.accept(event)),
    finish(endTime) {
      const verdict = judge(meter.finish(endTime))
      if (verdict !== null) return verdict
      if (!sampled && meter.needs !== undefined) return failed(explainMissing(meter.needs))
      if (isLevel && atLeast !== undefined && peak < atLeast)
        return outside('below', peak, atLeast, undefined)
      return passed
    },
  }
})

type Measure = Demand<'bound'>['measure']

function meterOf(measure: Measure): Meter {
  switch (measure.kind) {
    case 'bufferedAmount':
      return {
        accept: (event) =>
          event.type === 'bufferedAmountChanged' && event.side === 'client'
            ? [{ value: event.bufferedAmount, event }]
            : [],
        finish: () => [],
      }
    case 'liveSockets':
      return liveSockets()
    case 'gap':
      return gap(measure)
    case 'delay':
      return delay(measure)
  }
}

function liveSockets(): Meter {
  const live = new Set<string>()
  return {
    accept(event) {
      if (event.side !== 'client') return []
      if (event.type === 'created') live.add(event.connectionId)
      else if (event.type === 'readyStateChanged' && event.to >= 2) live.delete(event.connectionId)
      else return []
      return [{ value: live.size, event }]
    },
    finish: () => [],
  }
}

function gap({ of, since, toEnd }: Extract<Measure, { kind: 'gap' }>): Meter {
  let last: number | null = null
  return {
    needs: of,
    accept(event) {
      if (since !== undefined && last === null) {
        if (matches(since, event)) last = event.time
        return []
      }
      if (!matches(of, event)) return []
      const samples = last === null ? [] : [{ value: event.time - last, event }]
      last = event.time
      return samples
    },
    finish: (endTime) =>
      toEnd === true && last !== null ? [{ value: endTime - last, event: undefined }] : [],
  }
}

/** How many starts are measured at once; beyond that the oldest is forgotten. */
const MAX_STARTS = 1024

function delay({ from, to }: Extract<Measure, { kind: 'delay' }>): Meter {
  const starts: { readonly event: TraceEvent; readonly bindings: Bindings }[] = []
  return {
    needs: from,
    accept(event) {
      const samples: Sample[] = []
      const done = starts.findIndex(
        ({ bindings }) => matchPattern(to, event, bindings).kind === 'match',
      )
      const [start] = done === -1 ? [] : starts.splice(done, 1)
      if (start !== undefined) samples.push({ value: event.time - start.event.time, event })
      const match = matchPattern(from, event, noBindings)
      if (match.kind === 'match') {
        starts.push({ event, bindings: match.bindings })
        if (starts.length > MAX_STARTS) starts.shift()
      }
      return samples
    },
    finish: (endTime) => starts.map(({ event }) => ({ value: endTime - event.time, event })),
  }
}
