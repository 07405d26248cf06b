/** A model of a log, kept in step with it as it grows. */
import { onScopeDispose, ref, shallowRef, triggerRef, watch, watchSyncEffect } from 'vue'
import type { ShallowRef } from 'vue'
import type { TraceEvent } from '../core/trace/event.ts'
import type { HeldLog, LiveLog } from './live-log.ts'
import { readingBudget, type Reading } from './reading-budget.ts'

/** Takes each event of a log once, in order. */
export interface LogModel {
  accept(event: TraceEvent): void
  /** The log has released the events before this one. */
  release?(firstSeq: number): void
  /** Where reading goes on in a model that was read before. */
  readonly nextSeq?: number
}

export interface LogReaderOptions<M extends LogModel> {
  readonly log: () => LiveLog
  readonly create: (log: HeldLog) => M
  /** Another key, such as a scope or a filter, has the log read anew. */
  readonly key?: () => unknown
  /** A model behind another tab is read last, and not published until it is seen. */
  readonly isSeen?: () => boolean
}

/** Events between two looks at the clock. */
const PIECE = 64

export function useLogReader<M extends LogModel>({
  log,
  create,
  key = () => null,
  isSeen = () => true,
}: LogReaderOptions<M>) {
  let source = log().read()
  let next = 0
  const begin = (): M => {
    source = log().read()
    const model = create(source)
    next = model.nextSeq ?? source.firstSeq
    return model
  }
  /** Triggers when the model has changed. */
  // Vue's type allows for a model that is a ref itself. None is.
  const model = shallowRef(begin()) as ShallowRef<M>
  /** Events with a smaller seq are in the model. */
  const until = ref(next)
  /** More events wait to be read. */
  const reading = ref(false)
  let isBehind = false

  const turn: Reading = {
    isSeen,
    readPiece() {
      const current = model.value
      next = Math.max(next, source.firstSeq)
      const end = Math.min(next + PIECE, source.nextSeq)
      for (; next < end; next += 1) {
        const event = source.get(next)
        if (event !== undefined) current.accept(event)
      }
      return next === source.nextSeq
    },
    publish() {
      model.value.release?.(source.firstSeq)
      isBehind = !isSeen()
      if (isBehind) return
      until.value = next
      reading.value = next < source.nextSeq
      triggerRef(model)
    },
  }

  // In sync, so that no frame has the rows of the old log and the events of the new one.
  watch(
    [log, key],
    () => {
      model.value = begin()
      until.value = next
      reading.value = next < source.nextSeq
    },
    { flush: 'sync' },
  )
  watchSyncEffect(() => {
    key()
    if (log().read().nextSeq > next) readingBudget.request(turn)
  })
  watch(isSeen, () => {
    if (isBehind) turn.publish()
  })
  onScopeDispose(() => readingBudget.cancel(turn))

  return { model, until, reading }
}
