import type { ReadyState } from '../../core/protocol/ready-state.ts'
import { copyValues } from '../../core/trace/copy-value.ts'
import type { PropertyReads, ReadProperty } from '../../core/trace/property-reads.ts'
import type { ClientWorld } from '../client/client-world.ts'
import { baseOf, connectionBaseOf, errorOf } from '../recording/event-base.ts'

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

  /**
   * Records a call, and what it threw. Returns the `seq` that the events after it name as their
   * cause.
   */
  call(method: string, args: readonly unknown[], callee: Callee, thrown?: Error): number {
    const { recorder, cause, observer } = this.#world
    return recorder.record({
      ...baseOf('client', cause.current, observer.locate()),
      ...callee,
      type: 'apiCall',
      api: this.#api,
      method,
      arguments: copyValues(args),
      ...(thrown && { exception: { name: thrown.name, message: thrown.message } }),
    })
  }

  /** Records that the program read a property of a connection's object. */
  read(
    connectionId: string,
    reads: PropertyReads,
    property: ReadProperty,
    value: string | number,
  ): void {
    const { recorder, cause, observer } = this.#world
    reads.read(property, value, observer.locate, (source) => {
      const base = connectionBaseOf(connectionId, 'client', cause.current, source)
      recorder.record({ ...base, type: 'propertyRead', property, value })
    })
  }

  /** Runs the checks of a call. Where they throw, the call is recorded with the exception. */
  check<T>(method: string, args: readonly unknown[], callee: Callee, run: () => T): T {
    try {
      return run()
    } catch (error) {
      this.call(method, args, callee, errorOf(error))
      throw error
    }
  }
}
