import type { PageApis } from '../network.ts'
import type { ClientGlobals } from './globals.ts'

/** Puts a program's globals in the place of a window's own. */
export function installClient(
  window: typeof globalThis,
  apis: PageApis,
  globals: ClientGlobals,
): void {
  const replace = (holder: object, name: string, value: unknown) => {
    const before = Object.getOwnPropertyDescriptor(holder, name)
    Object.defineProperty(holder, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: before?.enumerable ?? false,
    })
  }
  const { performanceNow, random, getRandomValues, randomUUID, abortSignalTimeout, ...named } =
    globals
  for (const [name, value] of Object.entries({ ...apis, ...named })) replace(window, name, value)
  replace(window.Date.prototype, 'constructor', globals.Date)
  replace(window.performance, 'now', performanceNow)
  replace(window.Math, 'random', random)
  replace(window.crypto, 'getRandomValues', getRandomValues)
  replace(window.crypto, 'randomUUID', randomUUID)
  replace(window.AbortSignal, 'timeout', abortSignalTimeout)
}
