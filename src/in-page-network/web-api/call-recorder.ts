import type { ReadyState } from '../../core/protocol/ready-state.ts'
import { copyValues } from '../../core/trace/copy-value.ts'
import type { ClientWorld } from '../client/client-world.ts'
import { baseOf } from '../recording/event-base.ts'

/** The object a call was made on; nothing for a constructor that threw. */
export interface Callee {
  readonly connectionId?: string
  readonly readyState?: ReadyState
}

/** Records what the program calls and sets of one API, at its line. */
export class CallRecorder {
  readonly #world: ClientWorld
  readonly #api: string

  constructor(world: ClientWorld, api: string) {
    this.#world = world
    this.#api = api
  }

  /** Records a call that goes on. Gives the `seq` that what follows names as its cause. */
  call(method: string, args: readonly unknown[], callee: Callee): number {
    return this.#record(method, args, callee)
  }

  /** Runs the checks of a call; when they throw, that is the call. */
  check<T>(method: string, args: readonly unknown[], callee: Callee, run: () => T): T {
    try {
      return run()
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      this.#record(method, args, callee, { name, message })
      throw error
    }
  }

  #record(
    method: string,
    args: readonly unknown[],
    callee: Callee,
    exception?: { readonly name: string; readonly message: string },
  ): number {
    const { recorder, cause, observer } = this.#world
    return recorder.record({
      ...baseOf('client', cause.current, observer.locate()),
      ...callee,
      type: 'apiCall',
      api: this.#api,
      method,
      arguments: copyValues(args),
      ...(exception === undefined ? {} : { exception }),
    })
  }
}
