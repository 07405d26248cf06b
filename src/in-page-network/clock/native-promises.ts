import { holdClock, type Clock } from './clock.ts'

/** Methods whose promises the browser settles in real time, by the class that has them. */
const methods: Readonly<Record<string, readonly string[]>> = {
  Blob: ['arrayBuffer', 'bytes', 'text'],
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
export function holdNativePromises(window: typeof globalThis, clock: Clock): void {
  const holdResult = (result: unknown) => {
    if (result instanceof Promise) void clock.hold(result)
  }
  for (const [className, names] of Object.entries(methods)) {
    const prototype = prototypeOf(window, className)
    if (prototype === undefined) continue
    for (const name of names) wrap(prototype, name, holdResult)
  }
  wrap(window, 'createImageBitmap', holdResult)

  // These answer by an event or a callback instead.
  const reader = prototypeOf(window, 'FileReader')
  if (reader !== undefined) {
    for (const name of ['readAsArrayBuffer', 'readAsDataURL', 'readAsText', 'readAsBinaryString']) {
      wrap(reader, name, (_result, target) => {
        if (target instanceof EventTarget) {
          target.addEventListener('loadend', holdClock(clock), { once: true })
        }
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

function prototypeOf(window: object, className: string): object | undefined {
  const constructor: unknown = Reflect.get(window, className)
  if (typeof constructor !== 'function') return undefined
  const prototype: unknown = Reflect.get(constructor, 'prototype')
  return typeof prototype === 'object' && prototype !== null ? prototype : undefined
}

/** Replaces a method by one that calls `returned` after it. */
function wrap(
  holder: object,
  name: string,
  returned: (result: unknown, target: unknown) => void,
): void {
  const method: unknown = Reflect.get(holder, name)
  if (typeof method !== 'function') return
  const wrapped = {
    [name](this: unknown, ...args: unknown[]) {
      const result: unknown = Reflect.apply(method, this, args)
      returned(result, this)
      return result
    },
  }[name]
  if (wrapped === undefined) return
  Object.defineProperty(wrapped, 'length', { value: method.length, configurable: true })
  Reflect.set(holder, name, wrapped)
}
