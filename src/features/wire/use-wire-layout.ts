/** `WireLayout` kept in step with a growing log. */
import { shallowRef, triggerRef, watch, type ShallowRef } from 'vue'
import type { TraceEvent } from '../../core/trace/event.ts'
import { WireLayout } from './layout.ts'

export interface ReadableLog {
  readonly firstSeq: number
  readonly nextSeq: number
  get(seq: number): TraceEvent | undefined
}

/**
 * @param log not reactive inside: `version` tells of its changes.
 * @param connectionId empty where there is no connection yet.
 */
export function useWireLayout(
  log: () => ReadableLog,
  version: () => number,
  connectionId: () => string,
): Readonly<ShallowRef<WireLayout>> {
  const layout = shallowRef(new WireLayout(''))
  let laidOut: { readonly log: ReadableLog; readonly id: string } | null = null
  let acceptedUntil = 0
  watch(
    [log, connectionId, version],
    ([current, id]) => {
      if (laidOut?.log !== current || laidOut.id !== id) {
        laidOut = { log: current, id }
        layout.value = new WireLayout(id)
        acceptedUntil = 0
      }
      for (let seq = Math.max(acceptedUntil, current.firstSeq); seq < current.nextSeq; seq += 1) {
        const event = current.get(seq)
        if (event !== undefined) layout.value.accept(event)
      }
      acceptedUntil = current.nextSeq
      triggerRef(layout)
    },
    { immediate: true },
  )
  return layout
}
