import type { AnyFunction, NodeCore } from './node-core.ts'

type Emitter = EventTarget & Readonly<Record<string, AnyFunction>>

interface OnOptions {
  readonly signal?: AbortSignal
  /** Events that end the iteration. */
  readonly close?: readonly string[]
}

const abortError = (signal: AbortSignal) =>
  Object.assign(new Error('The operation was aborted', { cause: signal.reason }), {
    code: 'ABORT_ERR',
    name: 'AbortError',
  })

const isEmitter = (emitter: Emitter) => typeof emitter['on'] === 'function'

/** Listens, and gives what ends that. */
function listen(emitter: Emitter, name: string, listener: AnyFunction): () => void {
  if (isEmitter(emitter)) {
    emitter['on']?.(name, listener)
    return () => emitter['removeListener']?.(name, listener)
  }
  emitter.addEventListener(name, listener)
  return () => emitter.removeEventListener(name, listener)
}

/** `events.once`. */
function once(emitter: Emitter, name: string, { signal }: OnOptions = {}): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortError(signal))
      return
    }
    const ends: (() => void)[] = []
    const settle = (run: () => void) => {
      for (const end of ends) end()
      run()
    }
    ends.push(listen(emitter, name, (...values) => settle(() => resolve(values))))
    if (name !== 'error' && isEmitter(emitter))
      ends.push(listen(emitter, 'error', (error) => settle(() => reject(error as Error))))
    const abort = () => signal && settle(() => reject(abortError(signal)))
    signal?.addEventListener('abort', abort, { once: true })
  })
}

/** `events.on`: iterates over what is emitted. */
function on(emitter: Emitter, name: string, { signal, close = [] }: OnOptions = {}) {
  if (signal?.aborted) throw abortError(signal)
  const emitted: unknown[][] = []
  const waiting: {
    resolve(result: IteratorResult<unknown[]>): void
    reject(error: unknown): void
  }[] = []
  const ends: (() => void)[] = []
  let failure: { readonly error: unknown } | undefined
  let isOver = false

  const finish = () => {
    isOver = true
    for (const end of ends) end()
    for (const { resolve } of waiting.splice(0)) resolve({ value: undefined, done: true })
    return Promise.resolve<IteratorResult<unknown[]>>({ value: undefined, done: true })
  }
  const fail = (error: unknown) => {
    const first = waiting.shift()
    if (first === undefined) failure = { error }
    else first.reject(error)
    void finish()
  }
  const take = (...values: unknown[]) => {
    const first = waiting.shift()
    if (first === undefined) emitted.push(values)
    else first.resolve({ value: values, done: false })
  }
  ends.push(listen(emitter, name, take))
  if (name !== 'error' && isEmitter(emitter)) ends.push(listen(emitter, 'error', fail))
  for (const event of close) ends.push(listen(emitter, event, () => finish()))
  signal?.addEventListener('abort', () => fail(abortError(signal)), { once: true })

  const iterator: AsyncIterableIterator<unknown[]> = {
    next() {
      const value = emitted.shift()
      if (value !== undefined) return Promise.resolve({ value, done: false })
      if (failure !== undefined) {
        const { error } = failure
        failure = undefined
        return Promise.reject(error as Error)
      }
      if (isOver) return finish()
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    return: finish,
    throw(error: unknown) {
      fail(error)
      return Promise.resolve({ value: undefined, done: true })
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}

/** What the package `events` has not. */
export function addEvents({ builtIn }: NodeCore): void {
  // It is a class, of which the type names what is used.
  const EventEmitter = builtIn['events'] as AnyFunction & { prototype: Record<string, AnyFunction> }
  const { emit } = EventEmitter.prototype
  const errorMonitor = Symbol('events.errorMonitor')
  Object.assign(EventEmitter, {
    captureRejectionSymbol: Symbol.for('nodejs.rejection'),
    captureRejections: false,
    errorMonitor,
    getEventListeners: (emitter: Emitter, name: string) => emitter['listeners']?.(name) ?? [],
    getMaxListeners: (emitter: Emitter) => emitter['getMaxListeners']?.(),
    on,
    once,
    setMaxListeners(count: number, ...emitters: Emitter[]) {
      for (const emitter of emitters) emitter['setMaxListeners']?.(count)
    },
  })
  EventEmitter.prototype['emit'] = function (this: Emitter, ...args: unknown[]) {
    const [name, ...values] = args
    if (name === 'error' && this['listenerCount']?.(errorMonitor))
      Reflect.apply(emit ?? Boolean, this, [errorMonitor, ...values])
    return Reflect.apply(emit ?? Boolean, this, args) as unknown
  }
}
