/** `WireLayout` kept in step with a growing log. */
import { onScopeDispose, shallowRef, triggerRef, watch, type ShallowRef } from 'vue'
import type { TraceEvent } from '../../core/trace/event.ts'
import { WireLayout } from './layout/wire-layout.ts'

export interface ReadableLog {
  readonly firstSeq: number
  readonly nextSeq: number
  get(seq: number): TraceEvent | undefined
}

export interface LaidOut {
  readonly layout: WireLayout
  /** Events with a smaller seq have their place. */
  readonly until: number
}

/** Milliseconds of a frame that laying out may take. */
const BUDGET = 6
/** Events between two looks at the clock. */
const PIECE = 64

/**
 * @param log not reactive inside: `version` tells of its changes.
 * @param scope the one connection to show, or `null` for all.
 */
export function useWireLayout(
  log: () => ReadableLog,
  version: () => number,
  scope: () => string | null,
): Readonly<ShallowRef<LaidOut>> {
  const laidOut = shallowRef<{ readonly layout: WireLayout; until: number }>({
    layout: new WireLayout(null),
    until: 0,
  })
  let frame: number | null = null

  function goOn(): void {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
    const source = log()
    const state = laidOut.value
    const deadline = performance.now() + BUDGET
    let seq = Math.max(state.until, source.firstSeq)
    while (seq < source.nextSeq) {
      const pieceEnd = Math.min(seq + PIECE, source.nextSeq)
      for (; seq < pieceEnd; seq += 1) {
        const event = source.get(seq)
        if (event !== undefined) state.layout.accept(event)
      }
      if (performance.now() > deadline) break
    }
    state.until = seq
    state.layout.release(source.firstSeq)
    if (seq < source.nextSeq) frame = requestAnimationFrame(goOn)
    triggerRef(laidOut)
  }

  watch(
    [log, scope],
    () => {
      laidOut.value = { layout: new WireLayout(scope()), until: 0 }
      goOn()
    },
    { immediate: true, flush: 'sync' },
  )
  watch(version, goOn)
  onScopeDispose(() => {
    if (frame !== null) cancelAnimationFrame(frame)
  })
  return laidOut
}
