import type { ProcessLife } from './process-life.ts'
import type { EventEmitter } from './stream-types.ts'

/** A signal from outside. One that the program does not handle ends it, and nothing is told. */
export function deliverSignal(
  { life, process }: { readonly life: ProcessLife; readonly process: EventEmitter },
  name: string,
): void {
  if (life.hasEnded) return
  if (name === 'SIGKILL' || process.listenerCount(name) === 0) {
    life.kill()
    return
  }
  try {
    process.emit(name, name)
  } catch (error) {
    life.threw(error)
  }
}
