import type { AnyFunction, NodeCore } from './node-core.ts'

/** What each `AsyncLocalStorage` holds now. */
type Context = ReadonlyMap<object, unknown>

/** The names that a program's `await` is put between: `read-server-source.ts`. */
export interface AwaitContext {
  readonly take: () => Context
  readonly after: <Value>(context: Context, value: Value) => Value
}

/**
 * `node:async_hooks`. A context goes with timers, `nextTick`, microtasks and the program's own
 * `await`; not with a `then` that is called without them.
 */
export function createAsyncHooks({ builtIn, process }: NodeCore) {
  let current: Context = new Map()

  const within = <Result>(context: Context, run: () => Result): Result => {
    const before = current
    current = context
    try {
      return run()
    } finally {
      current = before
    }
  }
  const bound = <Callee>(callee: Callee): Callee => {
    const context = current
    if (context.size === 0 || typeof callee !== 'function') return callee
    // It is called as the function that it is bound to.
    return function (this: unknown, ...args: unknown[]) {
      return within(context, () => Reflect.apply(callee, this, args) as unknown)
    } as Callee
  }

  class AsyncLocalStorage {
    static bind = bound
    static snapshot() {
      const context = current
      return (callee: AnyFunction, ...args: unknown[]) => within(context, () => callee(...args))
    }

    getStore() {
      return current.get(this)
    }

    run(store: unknown, callee: AnyFunction, ...args: unknown[]) {
      return within(new Map(current).set(this, store), () => callee(...args))
    }

    exit(callee: AnyFunction, ...args: unknown[]) {
      return this.run(undefined, callee, ...args)
    }

    enterWith(store: unknown) {
      current = new Map(current).set(this, store)
    }

    disable() {
      const without = new Map(current)
      without.delete(this)
      current = without
    }
  }

  class AsyncResource {
    static bind = bound
    readonly #context = current
    readonly type: string

    constructor(type: string) {
      this.type = type
    }

    runInAsyncScope(callee: AnyFunction, receiver?: unknown, ...args: unknown[]) {
      return within(this.#context, () => Reflect.apply(callee, receiver, args) as unknown)
    }

    bind(callee: AnyFunction) {
      return (...args: unknown[]) => this.runInAsyncScope(callee, undefined, ...args)
    }

    asyncId() {
      return 1
    }

    triggerAsyncId() {
      return 0
    }

    emitDestroy() {
      return this
    }
  }

  // A timer's function is called in the context in which it was given.
  const carry = (holder: Record<string, unknown>, name: string) => {
    const method = holder[name]
    if (typeof method !== 'function') return
    holder[name] = Object.assign(
      (callee: unknown, ...rest: unknown[]) =>
        Reflect.apply(method, undefined, [bound(callee), ...rest]) as unknown,
      method,
    )
  }
  const timers = builtIn['timers'] as Record<string, unknown>
  for (const name of ['setTimeout', 'setInterval', 'setImmediate']) carry(timers, name)
  // It is an object of ours, whose methods are its own.
  carry(process as unknown as Record<string, unknown>, 'nextTick')

  const awaiting: AwaitContext = {
    take: () => current,
    after: (context, value) => {
      current = context
      // Until the program waits again, or its turn is over.
      queueMicrotask(() => (current = new Map()))
      return value
    },
  }
  const hooks = {
    AsyncLocalStorage,
    AsyncResource,
    executionAsyncId: () => 1,
    triggerAsyncId: () => 0,
    executionAsyncResource: () => ({}),
    createHook: () => ({ enable: () => undefined, disable: () => undefined }),
  }
  return Object.defineProperty(hooks, 'awaiting', { value: awaiting })
}
