import type { Cause } from '../recording/cause.ts'
import { holdClock, type Clock } from './clock.ts'

/** Methods whose promises the browser settles in real time, by the class that has them. */
const methods: Readonly<Record<string, readonly string[]>> = {
  Response: ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'],
  Request: ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'],
  SubtleCrypto: [
    'decrypt',
    'deriveBits',
    'deriveKey',
    'digest',
    'encrypt',
    'exportKey',
    'generateKey',
    'importKey',
    'sign',
    'unwrapKey',
    'verify',
    'wrapKey',
  ],
  HTMLImageElement: ['decode'],
}

/**
 * Stops the clock while one of a window's native promises is pending. Otherwise its consequences
 * would land at a different virtual time in each run.
 */
export function holdNativePromises(window: typeof globalThis, clock: Clock, cause: Cause): void {
  const holdResult = (result: unknown) => {
    if (result instanceof Promise) void clock.hold(result)
    return result
  }
  for (const [className, names] of Object.entries(methods)) {
    const prototype = prototypeOf(window, className)
    if (prototype === undefined) continue
    for (const name of names) wrap(prototype, name, holdResult)
  }
  wrap(window, 'createImageBitmap', holdResult)

  const blob = prototypeOf(window, 'Blob')
  if (blob !== undefined) {
    for (const name of ['arrayBuffer', 'bytes', 'text']) {
      wrap(blob, name, (result) =>
        result instanceof Promise ? inTaskOfItsOwn(clock.hold(result), clock, cause) : result,
      )
    }
  }

  // These answer by an event or a callback instead.
  const reader = prototypeOf(window, 'FileReader')
  if (reader !== undefined) {
    for (const name of ['readAsArrayBuffer', 'readAsDataURL', 'readAsText', 'readAsBinaryString']) {
      wrap(reader, name, (result, target) => {
        if (target instanceof EventTarget) {
          target.addEventListener('loadend', holdClock(clock), { once: true })
        }
        return result
      })
    }
  }
  const canvas = prototypeOf(window, 'HTMLCanvasElement')
  const toBlob = canvas === undefined ? undefined : Reflect.get(canvas, 'toBlob')
  if (canvas !== undefined && typeof toBlob === 'function') {
    Reflect.set(
      canvas,
      'toBlob',
      function (this: unknown, callback: (blob: Blob | null) => void, ...rest: unknown[]) {
        const release = holdClock(clock)
        const answer = (blob: Blob | null) => {
          release()
          callback(blob)
        }
        return Reflect.apply(toBlob, this, [answer, ...rest]) as unknown
      },
    )
  }
}

/**
 * A Blob is read in parallel, and a later task settles the promise. Tasks that wait already come
 * first, such as that of a message which arrived together with the Blob.
 */
function inTaskOfItsOwn(read: Promise<unknown>, clock: Clock, cause: Cause): Promise<unknown> {
  const asked = cause.current
  const settled = new Promise<void>((resolve) => {
    const queue = () => {
      clock.queueTask(() => {
        cause.current = asked
        resolve()
        return undefined
      })
    }
    read.then(queue, queue)
  })
  return settled.then(() => read)
}

function prototypeOf(window: object, className: string): object | undefined {
  const constructor: unknown = Reflect.get(window, className)
  if (typeof constructor !== 'function') return undefined
  const prototype: unknown = Reflect.get(constructor, 'prototype')
  return typeof prototype === 'object' && prototype !== null ? prototype : undefined
}

/** Replaces a method by one that returns what `returned` makes of its result. */
function wrap(
  holder: object,
  name: string,
  returned: (result: unknown, target: unknown) => unknown,
): void {
  const method: unknown = Reflect.get(holder, name)
  if (typeof method !== 'function') return
  const wrapped = {
    [name](this: unknown, ...args: unknown[]) {
      const result: unknown = Reflect.apply(method, this, args)
      return returned(result, this)
    },
  }[name]
  if (wrapped === undefined) return
  Object.defineProperty(wrapped, 'length', { value: method.length, configurable: true })
  Reflect.set(holder, name, wrapped)
}
